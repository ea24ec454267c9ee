import { type Kysely, sql } from 'kysely';
import { type ActorId, type Marking, markingOfRank } from '../model/index.ts';
import type { Connection } from './dialect.ts';
import type { FindingKind } from './findings.ts';
import type { Tables } from './tables.ts';

/** A pair has a state and another state or an organization. */
export interface PairSummary {
  /** `KAZ-KGZ`, `KAZ-eaeu`: sorted, states before organizations. */
  readonly pair: string;
  readonly a: ActorId;
  readonly b: ActorId;
  readonly documents: number;
  readonly meetings: number;
  readonly commitments: number;
  readonly instruments: number;
  readonly progress: number;
  readonly firstDate: string | undefined;
  readonly lastDate: string | undefined;
  /** Another one after every change of the pair's record. */
  readonly revision: number;
  /** The highest of the documents and decisions in its record that one may see. */
  readonly marking: Marking;
}

/** The id of the pair; undefined where both are one or neither is a state. */
export function pairOf(a: ActorId, b: ActorId): string | undefined {
  const [first, second] = a < b ? [a, b] : [b, a];
  return first !== second && /^[A-Z]{3}$/.test(first) ? `${first}-${second}` : undefined;
}

/** The two of a pair; undefined where the string names none. */
export function membersOf(pair: string): readonly [ActorId, ActorId] | undefined {
  const [, a, b] = /^([A-Z]{3})-([A-Z]{3}|[a-z0-9][a-z0-9-]*)$/.exec(pair) ?? [];
  return a === undefined || b === undefined || a === b ? undefined : [a, b];
}

/** What a document adds to the counts of a pair. */
export interface PairShare {
  readonly pair: string;
  /** The rank of the document's marking. */
  readonly marking: number;
  readonly date: string;
  readonly counts: Readonly<Record<FindingKind, number>>;
}

/** The pairs with a record, those with most commitments first. */
export async function listPairs({ db }: Connection, { limit = 500 }: { limit?: number } = {}): Promise<PairSummary[]> {
  const rows = await selectSums(db)
    .having((the) => the.fn.sum('documents'), '>', 0)
    .orderBy('commitments', 'desc')
    .orderBy('documents', 'desc')
    .orderBy('pair')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/** One pair; undefined where the register has nothing of it. */
export async function findPair({ db }: Connection, pair: string): Promise<PairSummary | undefined> {
  const row = await selectSums(db).where('pair', '=', pair).executeTakeFirst();
  return row === undefined || row.documents === 0 ? undefined : toSummary(row);
}

/** The counts of each pair over the markings that one may see. */
function selectSums(db: Kysely<Tables>) {
  return db
    .selectFrom('pairs')
    .groupBy('pair')
    .select(({ fn }) => [
      'pair',
      fn.sum<number>('documents').as('documents'),
      fn.sum<number>('meetings').as('meetings'),
      fn.sum<number>('commitments').as('commitments'),
      fn.sum<number>('instruments').as('instruments'),
      fn.sum<number>('progress').as('progress'),
      fn.sum<number>('revision').as('revision'),
      sql<string>`coalesce(min(nullif(first_date, '')), '')`.as('first_date'),
      fn.max('last_date').as('last_date'),
      fn.max('marking').as('marking'),
    ]);
}

/** The pairs in whose record a document stands; undefined where the register has no such document. */
export async function pairsOfDocument({ db }: Connection, documentId: string): Promise<string[] | undefined> {
  const document = await db.selectFrom('documents').select('seq').where('id', '=', documentId).executeTakeFirst();
  if (document === undefined) return undefined;
  const rows = await db.selectFrom('document_pairs').select('pair').where('document', '=', document.seq).execute();
  return rows.map(({ pair }) => pair);
}

/** Adds the shares to the counts; in the order of the pairs, so that two writers cannot wait for each other. */
export async function addShares(db: Kysely<Tables>, shares: readonly PairShare[]): Promise<void> {
  for (const share of sumByPair(shares))
    await db
      .insertInto('pairs')
      .values({
        pair: share.pair,
        marking: share.marking,
        documents: share.documents,
        meetings: share.counts.meeting,
        commitments: share.counts.commitment,
        instruments: share.counts.instrument,
        progress: share.counts.progress,
        first_date: share.first,
        last_date: share.last,
        revision: firstRevision(),
      })
      .onConflict((conflict) =>
        conflict.columns(['pair', 'marking']).doUpdateSet({
          documents: sql`pairs.documents + excluded.documents`,
          meetings: sql`pairs.meetings + excluded.meetings`,
          commitments: sql`pairs.commitments + excluded.commitments`,
          instruments: sql`pairs.instruments + excluded.instruments`,
          progress: sql`pairs.progress + excluded.progress`,
          first_date: sql`case when excluded.first_date <> '' and (pairs.first_date = '' or excluded.first_date < pairs.first_date)
            then excluded.first_date else pairs.first_date end`,
          last_date: sql`case when excluded.last_date > pairs.last_date then excluded.last_date else pairs.last_date end`,
          revision: sql`pairs.revision + 1`,
        }),
      )
      .execute();
}

/**
 * Takes a document's shares out of the counts, once its rows are gone or have another marking. Rows without documents go, so that
 * they do not tell of a pair whose documents may no longer be seen.
 */
export async function subtractShares(db: Kysely<Tables>, shares: readonly PairShare[]): Promise<void> {
  for (const { pair, marking, counts } of shares.toSorted(byPair)) {
    const days = db.selectFrom('document_pairs').where('pair', '=', pair).where('marking', '=', marking);
    const { first, last } = await days
      .where('date', '!=', '')
      .select(({ fn }) => [fn.min('date').as('first'), fn.max('date').as('last')])
      .executeTakeFirstOrThrow();
    await db
      .updateTable('pairs')
      .set((the) => ({
        documents: the('documents', '-', 1),
        meetings: the('meetings', '-', counts.meeting),
        commitments: the('commitments', '-', counts.commitment),
        instruments: the('instruments', '-', counts.instrument),
        progress: the('progress', '-', counts.progress),
        first_date: first ?? '',
        last_date: last ?? '',
        revision: the('revision', '+', 1),
      }))
      .where('pair', '=', pair)
      .where('marking', '=', marking)
      .execute();
    await db.deleteFrom('pairs').where('pair', '=', pair).where('documents', '=', 0).execute();
  }
}

/** Marks the record of pairs as changed for those who may see the marking, for example by a decision. */
export async function touchPairs(db: Kysely<Tables>, pairs: readonly string[], marking: number): Promise<void> {
  const none = {
    documents: 0,
    meetings: 0,
    commitments: 0,
    instruments: 0,
    progress: 0,
    first_date: '',
    last_date: '',
  };
  for (const pair of pairs.toSorted())
    await db
      .insertInto('pairs')
      .values({ pair, marking, ...none, revision: firstRevision() })
      .onConflict((conflict) =>
        conflict.columns(['pair', 'marking']).doUpdateSet({ revision: sql`pairs.revision + 1` }),
      )
      .execute();
}

/** A row that went and comes again must not repeat a revision: the clock is ahead of any count of changes. */
function firstRevision(): number {
  return Date.now();
}

function byPair(a: { pair: string; marking: number }, b: { pair: string; marking: number }): number {
  return a.pair < b.pair ? -1 : a.pair > b.pair ? 1 : a.marking - b.marking;
}

interface PairSum {
  readonly pair: string;
  readonly marking: number;
  documents: number;
  first: string;
  last: string;
  readonly counts: Record<FindingKind, number>;
}

function sumByPair(shares: readonly PairShare[]): PairSum[] {
  const sums = new Map<string, PairSum>();
  for (const { pair, marking, date, counts } of shares) {
    const key = `${pair} ${marking}`;
    const sum = sums.get(key);
    if (sum === undefined) {
      sums.set(key, { pair, marking, documents: 1, first: date, last: date, counts: { ...counts } });
      continue;
    }
    sum.documents += 1;
    if (date !== '' && (sum.first === '' || date < sum.first)) sum.first = date;
    if (date > sum.last) sum.last = date;
    sum.counts.meeting += counts.meeting;
    sum.counts.commitment += counts.commitment;
    sum.counts.instrument += counts.instrument;
    sum.counts.progress += counts.progress;
  }
  return [...sums.values()].sort(byPair);
}

function toSummary(row: {
  pair: string;
  documents: number;
  meetings: number;
  commitments: number;
  instruments: number;
  progress: number;
  first_date: string;
  last_date: string;
  revision: number;
  marking: number;
}): PairSummary {
  const { pair, documents, meetings, commitments, instruments, progress, first_date, last_date, revision, marking } =
    row;
  const [a, b] = membersOf(pair) ?? [pair, ''];
  return {
    pair,
    a,
    b,
    documents,
    meetings,
    commitments,
    instruments,
    progress,
    firstDate: first_date === '' ? undefined : first_date,
    lastDate: last_date === '' ? undefined : last_date,
    revision,
    marking: markingOfRank(marking),
  };
}
