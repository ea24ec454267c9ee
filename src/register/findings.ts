import type { Kysely } from 'kysely';
import type { Area, Commitment, Instrument, Meeting, Progress, Reading } from '../model/index.ts';
import type { Dialect } from './dialect.ts';
import { DOCUMENT_COLUMNS, type DocumentSummary, toSummary } from './documents.ts';
import type { Tables } from './tables.ts';

/** The items of a reading that the register keeps one by one, and their type. */
export interface FindingItems {
  meeting: Meeting;
  commitment: Commitment;
  instrument: Instrument;
  progress: Progress;
}
export type FindingKind = keyof FindingItems;

/** Which list of a Reading holds the items of a kind. */
export const LISTS = {
  meeting: 'meetings',
  commitment: 'commitments',
  instrument: 'instruments',
  progress: 'progress',
} as const satisfies Record<FindingKind, keyof Reading>;

export const FINDING_KINDS: readonly FindingKind[] = ['meeting', 'commitment', 'instrument', 'progress'];

/** A finding to be filed, under the id that the ledger gives it; `words` are those of its spans. */
export interface NewFinding<Kind extends FindingKind = FindingKind> {
  readonly id: string;
  readonly kind: Kind;
  /** Its index in its list of the reading. */
  readonly ordinal: number;
  readonly date: string;
  readonly pairs: readonly string[];
  readonly areas: readonly Area[];
  readonly item: FindingItems[Kind];
  readonly words: string;
}

/** A finding as it stands in the register, with the document that it comes from. */
export interface Finding<Kind extends FindingKind = FindingKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly ordinal: number;
  /** The day by which it is ordered; absent where it is unknown. */
  readonly date: string | undefined;
  readonly item: FindingItems[Kind];
  readonly words: string;
  readonly document: DocumentSummary;
}

/** Which findings are asked for; days are ISO, both ends included. */
export interface FindingFilters {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly areas?: readonly Area[] | undefined;
}

/** What a finding is stored as. */
interface FindingData {
  readonly item: unknown;
  readonly words: string;
}

/** Stores the findings of a document with their pairs and areas. */
export async function insertFindings(
  db: Kysely<Tables>,
  document: number,
  findings: readonly NewFinding[],
): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map(({ id, kind, ordinal, date, item, words }) => ({
    id,
    document,
    kind,
    ordinal,
    date,
    data: JSON.stringify({ item, words } satisfies FindingData),
  }));
  for (const some of chunks(rows)) await db.insertInto('findings').values(some).execute();
  const pairs = findings.flatMap(({ id, kind, date, pairs }) =>
    pairs.map((pair) => ({ pair, kind, date, finding: id })),
  );
  for (const some of chunks(pairs)) await db.insertInto('finding_pairs').values(some).execute();
  const areas = findings.flatMap(({ id, kind, date, areas }) =>
    [...new Set(areas)].map((area) => ({ area, kind, date, finding: id })),
  );
  for (const some of chunks(areas)) await db.insertInto('finding_areas').values(some).execute();
}

/** Rows in portions that stay below the parameters that a statement may have. */
export function* chunks<Row>(rows: readonly Row[], size = 400): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

interface HasFindings {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

/** One finding of the kind; undefined where the register has none of this id. */
export async function findFinding<Kind extends FindingKind>(
  { db }: HasFindings,
  kind: Kind,
  id: string,
): Promise<Finding<Kind> | undefined> {
  const row = await selectFindings(db)
    .where('findings.id', '=', id)
    .where('findings.kind', '=', kind)
    .executeTakeFirst();
  return row === undefined ? undefined : toFinding(kind, row);
}

/** All findings of a kind in the record of a pair, the newest first. */
export async function findingsOfPair<Kind extends FindingKind>(
  { db }: HasFindings,
  kind: Kind,
  pair: string,
  filters: FindingFilters = {},
): Promise<Finding<Kind>[]> {
  let query = selectFindings(db)
    .innerJoin('finding_pairs as of_pair', 'of_pair.finding', 'findings.id')
    .where('of_pair.pair', '=', pair)
    .where('of_pair.kind', '=', kind)
    .orderBy('of_pair.date', 'desc')
    .orderBy('of_pair.finding', 'desc');
  if (filters.from !== undefined) query = query.where('of_pair.date', '>=', filters.from);
  if (filters.to !== undefined) query = query.where('of_pair.date', '<=', filters.to);
  const { areas } = filters;
  if (areas !== undefined && areas.length > 0)
    query = query.where('findings.id', 'in', (the) =>
      the
        .selectFrom('finding_areas')
        .innerJoin('finding_pairs as also', 'also.finding', 'finding_areas.finding')
        .where('also.pair', '=', pair)
        .where('finding_areas.area', 'in', areas)
        .select('finding_areas.finding'),
    );
  const rows = await query.execute();
  return rows.map((row) => toFinding(kind, row));
}

/** The findings of a document, in the order of its reading. */
export async function findingsOfDocument({ db }: HasFindings, documentId: string): Promise<Finding[]> {
  const rows = await selectFindings(db)
    .where('documents.id', '=', documentId)
    .orderBy('findings.kind')
    .orderBy('findings.ordinal')
    .execute();
  return rows.map((row) => toFinding(row.finding_kind, row));
}

/** Findings of a kind, the newest first, in portions: pass the last finding of one portion to get the next. */
export async function listFindings<Kind extends FindingKind>(
  { db }: HasFindings,
  kind: Kind,
  {
    after,
    limit = 100,
    area,
  }: { after?: { date: string | undefined; id: string } | undefined; limit?: number; area?: Area },
): Promise<Finding<Kind>[]> {
  let query = selectFindings(db)
    .where('findings.kind', '=', kind)
    .orderBy('findings.date', 'desc')
    .orderBy('findings.id', 'desc')
    .limit(limit);
  if (area !== undefined)
    query = query.where('findings.id', 'in', (the) =>
      the.selectFrom('finding_areas').where('area', '=', area).where('kind', '=', kind).select('finding'),
    );
  if (after !== undefined)
    query = query.where((the) =>
      the(the.refTuple('findings.date', 'findings.id'), '<', the.tuple(after.date ?? '', after.id)),
    );
  return (await query.execute()).map((row) => toFinding(kind, row));
}

function selectFindings(db: Kysely<Tables>) {
  return db
    .selectFrom('findings')
    .innerJoin('documents', 'documents.seq', 'findings.document')
    .select([
      'findings.id as finding_id',
      'findings.kind as finding_kind',
      'findings.ordinal',
      'findings.date as finding_date',
      'findings.data',
      ...DOCUMENT_COLUMNS,
    ]);
}

type FindingRow = Awaited<ReturnType<ReturnType<typeof selectFindings>['executeTakeFirstOrThrow']>>;

function toFinding<Kind extends FindingKind>(kind: Kind, row: FindingRow): Finding<Kind> {
  const { item, words } = JSON.parse(row.data);
  return {
    id: row.finding_id,
    kind,
    ordinal: row.ordinal,
    date: row.finding_date === '' ? undefined : row.finding_date,
    item,
    words,
    document: toSummary(row),
  };
}
