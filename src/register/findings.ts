import type { Kysely } from 'kysely';
import type { Mention } from '../ledger/index.ts';
import type { Area, Commitment, Instrument, Meeting, Progress, Reading } from '../model/index.ts';
import type { Connection } from './dialect.ts';
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

/** A finding to be filed, under the id that the ledger gives it. */
export interface NewFinding {
  readonly kind: FindingKind;
  /** Its index in its list of the reading. */
  readonly ordinal: number;
  readonly pairs: readonly string[];
  readonly areas: readonly Area[];
  readonly item: FindingItems[FindingKind];
  readonly mention: Mention;
}

/** A finding as it stands in the register, with the document that it comes from. */
export interface Finding<Kind extends FindingKind = FindingKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly ordinal: number;
  /** The day by which it is ordered; absent where it is unknown. */
  readonly date: string | undefined;
  readonly item: FindingItems[Kind];
  /** The same as the ledger has it, with its words. */
  readonly mention: Extract<Mention, { kind: Kind }>;
  readonly document: DocumentSummary;
}

/** More findings than any document has. */
export const FINDINGS_A_DOCUMENT = 65_536;

/** A document by its number, and the rank of its marking. */
export interface FiledDocument {
  readonly document: number;
  readonly marking: number;
}

/** Stores the findings of a document with their pairs and areas. */
export async function insertFindings(
  db: Kysely<Tables>,
  { document, marking }: FiledDocument,
  findings: readonly NewFinding[],
): Promise<void> {
  const rows = findings.map(({ kind, ordinal, item, mention }, index) => ({
    seq: document * FINDINGS_A_DOCUMENT + index,
    id: mention.id,
    document,
    marking,
    kind,
    ordinal,
    date: mention.date ?? '',
    item: JSON.stringify(item),
    mention: JSON.stringify(mention),
  }));
  for (const some of chunks(rows)) await db.insertInto('findings').values(some).execute();
  const pairs = findings.flatMap(({ pairs }, index) => pairs.map((pair) => ({ pair, ...keyOf(rows[index]) })));
  for (const some of chunks(pairs)) await db.insertInto('finding_pairs').values(some).execute();
  const areas = findings.flatMap(({ areas }, index) =>
    [...new Set(areas)].map((area) => ({ area, ...keyOf(rows[index]) })),
  );
  for (const some of chunks(areas)) await db.insertInto('finding_areas').values(some).execute();
}

function keyOf(row: { kind: FindingKind; date: string; seq: number; marking: number } | undefined) {
  if (row === undefined) throw new RangeError('a finding without a row');
  return { kind: row.kind, date: row.date, finding: row.seq, marking: row.marking };
}

/** Rows in portions that stay below the parameters that a statement may have. */
export function* chunks<Row>(rows: readonly Row[], size = 400): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

/** The pairs in whose record a finding of the kind stands. */
export async function pairsOfFinding({ db }: Connection, kind: FindingKind, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('findings')
    .innerJoin('finding_pairs', 'finding_pairs.finding', 'findings.seq')
    .where('findings.id', '=', id)
    .where('findings.kind', '=', kind)
    .select('finding_pairs.pair')
    .orderBy('finding_pairs.pair')
    .execute();
  return rows.map(({ pair }) => pair);
}

/** The findings of a document, in the order of its reading. */
export async function findingsOfDocument({ db }: Connection, documentId: string): Promise<Finding[]> {
  const rows = await selectFindings(db)
    .where('documents.id', '=', documentId)
    .orderBy('findings.kind')
    .orderBy('findings.ordinal')
    .execute();
  return rows.map((row) => toFinding(row.finding_kind, row));
}

/** Findings of a kind, the newest first, in portions: pass the last finding of one portion to get the next. */
export async function listFindings<Kind extends FindingKind>(
  { db }: Connection,
  kind: Kind,
  {
    after,
    limit = 100,
    area,
  }: { after?: { date: string | undefined; id: string } | undefined; limit?: number; area?: Area },
): Promise<Finding<Kind>[]> {
  // Of an area, only the portion is looked up among the findings: there may be very many.
  const portion =
    area === undefined
      ? db.selectFrom('findings').select(['seq', 'kind', 'date'])
      : db.selectFrom('finding_areas').where('area', '=', area).select(['finding as seq', 'kind', 'date']);
  let places = db
    .selectFrom(portion.as('places'))
    .select('seq')
    .where('kind', '=', kind)
    .orderBy('date', 'desc')
    .orderBy('seq', 'desc');
  if (after !== undefined)
    places = places.where((the) =>
      the(
        the.refTuple('date', 'seq'),
        '<',
        the.tuple(
          after.date ?? '',
          the.selectFrom('findings as last').where('last.id', '=', after.id).select('last.seq'),
        ),
      ),
    );
  const rows = await selectFindings(db)
    .where('findings.seq', 'in', places.limit(limit))
    .orderBy('findings.date', 'desc')
    .orderBy('findings.seq', 'desc')
    .execute();
  return rows.map((row) => toFinding(kind, row));
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
      'findings.item',
      'findings.mention',
      ...DOCUMENT_COLUMNS,
    ]);
}

type FindingRow = Awaited<ReturnType<ReturnType<typeof selectFindings>['executeTakeFirstOrThrow']>>;

function toFinding<Kind extends FindingKind>(kind: Kind, row: FindingRow): Finding<Kind> {
  return {
    id: row.finding_id,
    kind,
    ordinal: row.ordinal,
    date: row.finding_date === '' ? undefined : row.finding_date,
    item: JSON.parse(row.item),
    mention: JSON.parse(row.mention),
    document: toSummary(row),
  };
}
