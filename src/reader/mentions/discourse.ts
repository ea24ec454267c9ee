import { type ActorId, principalOf } from '../../model/index.ts';
import type { Mention } from '../setting.ts';
import { slugOf } from './offices.ts';

/** A mention already resolved, with what later references ask about it. */
export interface Said {
  readonly mention: Mention;
  readonly sentence: number;
  readonly subject: boolean;
  readonly female: boolean;
}

const PERSON_KINDS = new Set(['office', 'person', 'pronoun']);

/** Whether the mention is of one person. */
export function isPerson({ mention }: Said): boolean {
  return mention.actors.length === 1 && PERSON_KINDS.has(mention.kind) && isOffice(mention.actors[0]!);
}

function isOffice(actor: ActorId): boolean {
  const slug = slugOf(actor);
  return slug !== '' && slug !== 'delegation' && !/ministry|service|government|parliament|council$/.test(slug);
}

/** Whom “he” means: the subject of this sentence before it, else that of the last sentence that speaks of a person. */
export function lastPerson(
  said: readonly Said[],
  sentence: number,
  accept: (found: Said) => boolean = () => true,
): Said | undefined {
  const people = said.filter((one) => isPerson(one) && accept(one));
  const nearest = people[0];
  if (nearest === undefined) return undefined;
  const same = people.filter((one) => one.sentence === (nearest.sentence === sentence ? sentence : nearest.sentence));
  return same.findLast(({ subject }) => subject) ?? same.at(-1);
}

/** The state or organization of whoever acts in the sentence: the last subject, else the last one spoken of. */
export function lastPrincipal(said: readonly Said[], sentence: number): ActorId | undefined {
  const near = said.filter((one) => one.mention.actors.length === 1 && sentence - one.sentence <= 2);
  const found = near.find(({ subject }) => subject) ?? near[0];
  return found === undefined ? undefined : principalOf(found.mention.actors[0]!);
}
