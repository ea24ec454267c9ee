import { type CommitmentRecord, coursesOf, type DecidedRecord, type StatusSpan } from '../ledger/index.ts';
import { FOREVER, type NewStanding, replaceStandings, stalePairs } from '../register/index.ts';
import type { Desk } from './desk.ts';
import { loadPair } from './pair-record.ts';
import { queueOf } from './review.ts';

/** Raised with every change of the ledger or of what is stored here: all standings are derived anew then. */
const VERSION = '1';

/** As many words of an undertaking as a list shows, in UTF-16 code units. */
const MOST_WORDS = 400;

/** Of so many texts that tell of an undertaking the words can be searched for: further ones say the same. */
const SEARCHED_MENTIONS = 12;

/** What was refreshed, and how many pairs are left. */
export interface RefreshSummary {
  readonly refreshed: number;
  readonly left: number;
}

/**
 * Derives the standings of all pairs whose record has changed since they were derived last, one by one, so that what is done stays done
 * however this ends. `within` bounds it, in milliseconds; the pair that is begun is finished.
 */
export async function refreshStandings(
  { register }: Desk,
  {
    tell = () => undefined,
    within = Number.POSITIVE_INFINITY,
  }: { tell?: (pair: string) => void; within?: number } = {},
): Promise<RefreshSummary> {
  const end = performance.now() + within;
  const stale = await stalePairs(register, VERSION);
  let refreshed = 0;
  for (const { pair, revision } of stale) {
    if (performance.now() > end) break;
    const record = await loadPair(register, pair, revision);
    const standings = standingsOf(record);
    const waiting = queueOf(record).length;
    await replaceStandings(register, { pair, revision, version: VERSION, waiting, standings });
    refreshed += 1;
    tell(pair);
  }
  return { refreshed, left: stale.length - refreshed };
}

/** How many pairs have standings that are not up to date. */
export async function countStale({ register }: Pick<Desk, 'register'>): Promise<number> {
  return (await stalePairs(register, VERSION)).length;
}

/** The undertakings of a record as they are stored. */
export function standingsOf(record: DecidedRecord): NewStanding[] {
  const courses = coursesOf(record);
  return record.commitments.map((one) => standingOf(one, courses.get(one.id) ?? []));
}

function standingOf({ id, mentions, ...record }: CommitmentRecord, course: readonly StatusSpan[]): NewStanding {
  const first = mentions[0];
  const { words = '', date: made, document = '' } = first ?? {};
  return {
    commitment: id,
    data: {
      words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1)}…` : words,
      parties: record.parties,
      areas: record.areas,
      strength: record.strengths.at(-1)?.value ?? first?.strength ?? 1,
      made,
      target: record.targets.at(-1)?.value,
      document,
      mentions: mentions.length,
    },
    spans: course.length > 0 || made !== undefined ? course.map(spanOf) : [UNDATED],
    words: mentions.slice(0, SEARCHED_MENTIONS).map(({ document, spans }) => ({ document, spans })),
  };
}

/** An undertaking whose day is unknown has no status, and stands in lists at all times. */
const UNDATED = { status: '', since: '', until: FOREVER } as const;

function spanOf({ until = FOREVER, ...span }: StatusSpan) {
  return { ...span, until };
}
