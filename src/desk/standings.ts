import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CommitmentRecord,
  clearestMention,
  coursesOf,
  type DecidedRecord,
  type StatusSpan,
} from '../ledger/index.ts';
import { FOREVER, type NewStanding, type Register, replaceStandings, stalePairs } from '../register/index.ts';
import type { Desk } from './desk.ts';
import { loadPair } from './pair-record.ts';
import { queueOf } from './review.ts';

/** Raised with every change of the ledger or of what is stored here: all standings are derived anew then. */
const VERSION = '2';

/** As many words of an undertaking as a list shows, in UTF-16 code units. */
const MOST_WORDS = 400;

/** Of so many texts that tell of an undertaking the words can be searched for: further ones say the same. */
const SEARCHED_MENTIONS = 12;

interface RefreshOptions {
  /** Is told each pair that is done. */
  readonly tell?: (pair: string) => void;
  /** Is given what broke; the pair is left as it was. */
  readonly failed?: (error: unknown) => void;
  /** Ends the work before the next pair. */
  readonly signal?: AbortSignal;
}

/**
 * Derives the standings of all pairs whose record has changed since they were derived last, one by one, so that what is done stays done
 * however this ends. Gives the number of pairs that are left.
 */
export async function refreshStandings(
  { register }: Desk,
  { tell = () => undefined, failed = rethrow, signal }: RefreshOptions = {},
): Promise<number> {
  const stale = await stalePairs(register, VERSION);
  let left = stale.length;
  for (const { pair, revision } of stale) {
    if (signal?.aborted === true) break;
    try {
      await refreshPair(register, pair, revision);
      left -= 1;
      tell(pair);
    } catch (error) {
      failed(error);
    }
    // Others wait for this thread, too.
    await nextTurn();
  }
  return left;
}

async function refreshPair(register: Register, pair: string, revision: number): Promise<void> {
  const record = await loadPair(register, pair, revision);
  const standings = standingsOf(record);
  await replaceStandings(register, { pair, revision, version: VERSION, waiting: queueOf(record).length, standings });
}

function rethrow(error: unknown): never {
  throw error;
}

/** How many pairs have standings that are not up to date. */
export async function countStale({ register }: Pick<Desk, 'register'>): Promise<number> {
  return (await stalePairs(register, VERSION)).length;
}

/** The undertakings of a record as they are stored. */
function standingsOf(record: DecidedRecord): NewStanding[] {
  const courses = coursesOf(record);
  return record.commitments.map((one) => standingOf(one, courses.get(one.id) ?? []));
}

function standingOf(commitment: CommitmentRecord, course: readonly StatusSpan[]): NewStanding {
  const { id, mentions, evidence, ...record } = commitment;
  const first = mentions[0];
  const { date: made, document = '' } = first ?? {};
  const words = clearestMention(commitment)?.words ?? '';
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
    documents: [...new Set([...mentions, ...evidence.map(({ mention }) => mention)].map(({ document }) => document))],
    words: mentions.slice(0, SEARCHED_MENTIONS).map(({ document, spans }) => ({ document, spans })),
  };
}

/** An undertaking whose day is unknown has no status, and stands in lists at all times. */
const UNDATED = { status: '', since: '', until: FOREVER } as const;

function spanOf({ until = FOREVER, ...span }: StatusSpan) {
  return { ...span, until };
}
