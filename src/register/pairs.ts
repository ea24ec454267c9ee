import { type Kysely, sql } from 'kysely';
import type { ActorId } from '../model/index.ts';
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
  /** Grows with every change of the pair's record. */
  readonly revision: number;
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
  readonly date: string;
  readonly counts: Readonly<Record<FindingKind, number>>;
}

/** The pairs with a record, those with most commitments first. */
export async function listPairs({ db }: Connection, { limit = 500 }: { limit?: number } = {}): Promise<PairSummary[]> {
  const rows = await db
    .selectFrom('pairs')
    .selectAll()
    .where('documents', '>', 0)
    .orderBy('commitments', 'desc')
    .orderBy('documents', 'desc')
    .orderBy('pair')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/** One pair; undefined where the register has nothing of it. */
export async function findPair({ db }: Connection, pair: string): Promise<PairSummary | undefined> {
  const row = await db.selectFrom('pairs').selectAll().where('pair', '=', pair).executeTakeFirst();
  return row === undefined || row.documents === 0 ? undefined : toSummary(row);
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
        documents: share.documents,
        meetings: share.counts.meeting,
        commitments: share.counts.commitment,
        instruments: share.counts.instrument,
        progress: share.counts.progress,
        first_date: share.first,
        last_date: share.last,
        revision: 1,
      })
      .onConflict((conflict) =>
        conflict.column('pair').doUpdateSet({
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

/** Takes a document's share out of the counts, before it is read again. */
export async function subtractShares(db: Kysely<Tables>, shares: readonly PairShare[]): Promise<void> {
  for (const { pair, counts } of shares.toSorted((a, b) => (a.pair < b.pair ? -1 : 1)))
    await db
      .updateTable('pairs')
      .set((the) => ({
        documents: the('documents', '-', 1),
        meetings: the('meetings', '-', counts.meeting),
        commitments: the('commitments', '-', counts.commitment),
        instruments: the('instruments', '-', counts.instrument),
        progress: the('progress', '-', counts.progress),
        revision: the('revision', '+', 1),
      }))
      .where('pair', '=', pair)
      .execute();
}

/** Marks the record of pairs as changed, for example by a decision. */
export async function touchPairs(db: Kysely<Tables>, pairs: readonly string[]): Promise<void> {
  for (const pair of pairs.toSorted())
    await db
      .updateTable('pairs')
      .set((the) => ({ revision: the('revision', '+', 1) }))
      .where('pair', '=', pair)
      .execute();
}

interface PairSum {
  readonly pair: string;
  documents: number;
  first: string;
  last: string;
  readonly counts: Record<FindingKind, number>;
}

function sumByPair(shares: readonly PairShare[]): PairSum[] {
  const sums = new Map<string, PairSum>();
  for (const { pair, date, counts } of shares) {
    const sum = sums.get(pair);
    if (sum === undefined) {
      sums.set(pair, { pair, documents: 1, first: date, last: date, counts: { ...counts } });
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
  return [...sums.values()].sort((a, b) => (a.pair < b.pair ? -1 : 1));
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
}): PairSummary {
  const { pair, documents, meetings, commitments, instruments, progress, first_date, last_date, revision } = row;
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
  };
}
