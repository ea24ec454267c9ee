import type { IsoDateOrInterval } from '../../model/index.ts';
import type { Undertaking, WithStatements } from '../statements/index.ts';
import { deadlineOf } from '../times/index.ts';

/**
 * The deadline within the action, else the one in front of it: between the performative and the first of the coordinated
 * actions, where it covers all of them (codebook, section 10).
 */
export function undertakingDeadline(
  { times, document }: Pick<WithStatements, 'times' | 'document'>,
  { range, deadlineIn }: Undertaking,
): IsoDateOrInterval | undefined {
  const published = document.publishedAt;
  return (
    deadlineOf(times, range.first, range.last, published) ??
    deadlineOf(times, deadlineIn.first, deadlineIn.last, published)
  );
}
