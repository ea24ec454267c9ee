import type { Desk } from '../desk/index.ts';
import { messageOf } from './failures.ts';
import { showProgress } from './progress.ts';

/** No command goes on with it for longer, in milliseconds: a server, or the next command, goes on where this one ends. */
const LONGEST = 120_000;

/** Derives the standings of the pairs that a command has changed, so that lists over all pairs are up to date. */
export async function bringUpToDate(desk: Desk, showsProgress = true): Promise<void> {
  const { refreshStandings } = await import('../desk/index.ts');
  const progress = showProgress('pairs', showsProgress);
  const left = await refreshStandings(desk, {
    tell: () => progress.step(),
    failed: (error) => progress.note(messageOf(error) ?? ''),
    signal: AbortSignal.timeout(LONGEST),
  });
  progress.end();
  if (left > 0)
    console.error(`readout: lists are behind by the records of ${left} pairs; readout serve brings them up to date`);
}
