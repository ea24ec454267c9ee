import type { Strength } from '../../model/index.ts';
import type { WithFacts } from '../setting.ts';
import type { Undertaking } from './proposition.ts';

/** Whether the document itself is adopted by its parties, so that what it undertakes is undertaken in it. */
function isAdopted({ facts }: WithFacts): boolean {
  return facts.kind === 'joint-statement' || facts.kind === 'treaty';
}

/** In a signed or adopted document everything binds (5), except readiness (1) and intention (2). */
export function strengthIn(
  setting: WithFacts,
  strength: Strength,
  rule: string,
  instrument: string | undefined,
): Pick<Undertaking, 'strength' | 'strengthBy'> {
  if (strength <= 2 || (instrument === undefined && !isAdopted(setting))) return { strength, strengthBy: rule };
  return { strength: 5, strengthBy: instrument === undefined ? 'adopted-document' : 'signed-document' };
}

/** The document that the undertaking is made in, where there is one. */
export function documentInstrument(setting: WithFacts, instrument: string | undefined): { instrument?: string } {
  if (instrument !== undefined) return { instrument };
  if (!isAdopted(setting)) return {};
  const title = setting.facts.title ?? setting.doc.text.split('\n', 1)[0];
  return title === undefined || title === '' ? {} : { instrument: title };
}
