import type { IsoDate } from '../../model/index.ts';
import type { CommitmentMention } from '../entry/types.ts';
import type { CommitmentRecord } from './types.ts';

interface ClearestOptions {
  /** Only what was said by this day. */
  readonly asOf?: IsoDate | undefined;
  /** Further reasons to prefer a mention, less than 1 in sum. */
  readonly preference?: (mention: CommitmentMention) => number;
}

/**
 * The mention whose words say best what was undertaken: it needs no words around (“bring it to 2 billion” does), and has the deadline and
 * target that hold. Of equal ones the first.
 */
export function clearestMention(
  { mentions, deadlines, targets }: CommitmentRecord,
  { asOf, preference = () => 0 }: ClearestOptions = {},
): CommitmentMention | undefined {
  const [deadline, target] = [deadlines.at(-1)?.value, targets.at(-1)?.value.value];
  const clarity = (mention: CommitmentMention) =>
    (leans(mention) ? 0 : 2) +
    (deadline !== undefined && mention.deadline === deadline ? 1 : 0) +
    (target !== undefined && mention.target?.value === target ? 1 : 0) +
    preference(mention);
  const [first, ...others] = mentions.filter(({ date }) => asOf === undefined || date === undefined || date <= asOf);
  if (first === undefined) return mentions[0];
  return others.reduce((best, mention) => (clarity(mention) > clarity(best) ? mention : best), first);
}

/** Whether the words lean on concepts that only the sentences around name. */
function leans({ context }: CommitmentMention): boolean {
  return context.some((term) => term.startsWith('c:'));
}
