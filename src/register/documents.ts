import type { Kysely } from 'kysely';
import { type Document, type Marking, markingOfRank, type Reading } from '../model/index.ts';
import type { Connection } from './dialect.ts';
import type { DocumentRow, Tables } from './tables.ts';

/** What a list shows of a document. Absent means unknown. */
export interface DocumentSummary {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly language: string;
  readonly publisher?: string;
  readonly citedSource?: string;
  readonly side?: string;
  readonly publishedAt?: string;
  readonly url?: string;
  readonly addedAt: string;
  readonly marking: Marking;
}

/** A document with its current reading. */
export interface StoredDocument {
  readonly summary: DocumentSummary;
  readonly document: Document;
  readonly reading: Reading;
}

export const DOCUMENT_COLUMNS = [
  'documents.id',
  'documents.title',
  'documents.kind',
  'documents.language',
  'documents.publisher',
  'documents.cited_source',
  'documents.side',
  'documents.published_at',
  'documents.url',
  'documents.added_at',
  'documents.marking',
] as const;

/** The row of a document as a summary, without what is unknown. */
export function toSummary(row: Omit<DocumentRow, 'seq' | 'text'>): DocumentSummary {
  const { id, title, kind, language, publisher, cited_source, side, published_at, url, added_at, marking } = row;
  return {
    id,
    title,
    kind,
    language,
    ...(publisher === null ? {} : { publisher }),
    ...(cited_source === null ? {} : { citedSource: cited_source }),
    ...(side === null ? {} : { side }),
    ...(published_at === '' ? {} : { publishedAt: published_at }),
    ...(url === null ? {} : { url }),
    addedAt: added_at,
    marking: markingOfRank(marking),
  };
}

/** One document; undefined where the register has none of this id. */
export async function findDocument({ db }: Connection, id: string): Promise<StoredDocument | undefined> {
  const row = await selectStored(db).where('documents.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toStored(row);
}

/** Which of the ids the register has. */
export async function knownIds({ db }: Connection, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('documents').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** The number of documents. */
export async function countDocuments({ db }: Connection): Promise<number> {
  const { count } = await db
    .selectFrom('documents')
    .select((the) => the.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The documents in the record of a pair, the newest first. */
export async function documentsOfPair({ db }: Connection, pair: string): Promise<DocumentSummary[]> {
  const rows = await db
    .selectFrom('document_pairs')
    .innerJoin('documents', 'documents.seq', 'document_pairs.document')
    .where('document_pairs.pair', '=', pair)
    .select(DOCUMENT_COLUMNS)
    .orderBy('document_pairs.date', 'desc')
    .orderBy('document_pairs.document', 'desc')
    .execute();
  return rows.map(toSummary);
}

/** The documents of these ids, the oldest first; unknown ids are passed over. */
export async function documentsById({ db }: Connection, ids: readonly string[]): Promise<DocumentSummary[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('documents')
    .select(DOCUMENT_COLUMNS)
    .where('id', 'in', ids)
    .orderBy('published_at')
    .orderBy('seq')
    .execute();
  return rows.map(toSummary);
}

/** The documents, the newest first, in portions: pass the last one of a portion to get the next. */
export async function listDocuments(
  { db }: Connection,
  {
    after,
    limit = 100,
    actor,
  }: { after?: DocumentSummary | undefined; limit?: number; actor?: string | undefined } = {},
): Promise<DocumentSummary[]> {
  // Of an actor, only the portion is looked up among the documents: there may be very many.
  const portion =
    actor === undefined
      ? db.selectFrom('documents').select(['seq', 'published_at as date'])
      : db.selectFrom('document_actors').where('actor', '=', actor).select(['document as seq', 'date']);
  let places = db.selectFrom(portion.as('places')).select('seq').orderBy('date', 'desc').orderBy('seq', 'desc');
  if (after !== undefined)
    places = places.where((the) =>
      the(
        the.refTuple('date', 'seq'),
        '<',
        the.tuple(
          after.publishedAt ?? '',
          the.selectFrom('documents as last').where('last.id', '=', after.id).select('last.seq'),
        ),
      ),
    );
  const rows = await db
    .selectFrom('documents')
    .select(DOCUMENT_COLUMNS)
    .where('seq', 'in', places.limit(limit))
    .orderBy('published_at', 'desc')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(toSummary);
}

/** Every document with its reading in the order of adding; holds one portion at a time in memory. */
export async function* everyDocument({ db }: Connection, portion = 200): AsyncGenerator<StoredDocument> {
  for (let last = 0; ; ) {
    const rows = await selectStored(db)
      .select('documents.seq')
      .where('documents.seq', '>', last)
      .orderBy('documents.seq')
      .limit(portion)
      .execute();
    for (const row of rows) yield toStored(row);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.seq;
  }
}

/** The ids of documents that another version of the reader read, at most `limit` of them. */
export async function readByOthers(
  { db }: Connection,
  reader: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('documents')
    .innerJoin('readings', 'readings.document', 'documents.seq')
    .where('readings.reader', '!=', reader)
    .where('documents.id', '>', after)
    .select('documents.id')
    .orderBy('documents.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

function selectStored(db: Kysely<Tables>) {
  return db
    .selectFrom('documents')
    .innerJoin('readings', 'readings.document', 'documents.seq')
    .select([...DOCUMENT_COLUMNS, 'documents.text', 'readings.data']);
}

type StoredRow = Awaited<ReturnType<ReturnType<typeof selectStored>['executeTakeFirstOrThrow']>>;

function toStored(row: StoredRow): StoredDocument {
  const summary = toSummary(row);
  const { id, publisher, publishedAt, url } = summary;
  return { summary, document: { id, text: row.text, publisher, publishedAt, url }, reading: JSON.parse(row.data) };
}
