import type { BriefWords } from '../brief/words.ts';
import type { CommitmentMention } from '../entry/types.ts';
import type { DifferenceField } from './types.ts';

type Words = Pick<BriefWords, 'of' | 'when' | 'figure' | 'actor' | 'list'>;

/** What an account says of each field, in words. */
const TOLD = {
  strength: ({ strength }, { of }) => of('strength', String(strength)),
  target: ({ target }, { figure }) => (target === undefined ? undefined : figure(target)),
  deadline: ({ deadline }, { when }) => (deadline === undefined ? undefined : when(deadline)),
  parties: ({ parties }, { actor, list }) => list(parties.map(actor)),
  areas: ({ areas }, { of, list }) => list(areas.map((area) => of('area', area))),
} as const satisfies Record<DifferenceField, (mention: CommitmentMention, words: Words) => string | undefined>;

/** What an account says of a field in which it differs from another, in the words of a language; undefined where it does not say. */
export function toldOf(field: DifferenceField, mention: CommitmentMention, words: Words): string | undefined {
  return TOLD[field](mention, words);
}
