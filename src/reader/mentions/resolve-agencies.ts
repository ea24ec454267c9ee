import { isOfState } from '../../model/index.ts';
import { SURE } from './confidence.ts';
import type { Context, Resolution } from './context.ts';
import type { Phrase } from './phrases.ts';

/** “Qatar Investment Authority”: a body of the state that no table has, by its own words. */
export function resolveAgency({ owners, core, last }: Phrase, { doc }: Context): Resolution | undefined {
  const [owner] = owners;
  if (owner === undefined || !isOfState(owner)) return undefined;
  const words = Array.from({ length: last - core }, (_, at) => doc.form(core + 1 + at).toLowerCase());
  const slug = words.filter((word) => /^[a-z]{2,}$/.test(word)).join('-');
  return { kind: 'body', actors: [`${owner}/${slug}`], by: 'text', confidence: SURE.organ };
}
