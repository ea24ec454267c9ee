import { sql } from 'kysely';
import { type Area, MARKINGS, type Marking, markingRank } from '../model/index.ts';
import type { Connection, LemmaQuery } from './dialect.ts';
import { DOCUMENT_COLUMNS, type DocumentSummary, toSummary } from './documents.ts';
import { unpackOffsets } from './offsets.ts';

/** How many of the newest matching documents are ranked: more would only make common words slow. */
const RANKED = 1000;

/** What narrows a search; days are ISO, both ends included. */
export interface SearchFilters {
  readonly pair?: string | undefined;
  readonly actor?: string | undefined;
  readonly area?: Area | undefined;
  readonly language?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A document that a search found, with what its snippet and marks are made from. */
export interface SearchHit {
  readonly document: DocumentSummary;
  readonly text: string;
  readonly score: number;
  readonly lemmas: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * The documents in which every term occurs, the best first; `more` says whether there are others behind.
 * Where very many match, the newest are ranked.
 */
export async function searchDocuments(
  connection: Connection,
  query: LemmaQuery,
  filters: SearchFilters,
  { offset = 0, limit = 20 }: { offset?: number; limit?: number } = {},
): Promise<{ hits: SearchHit[]; more: boolean }> {
  if (query.terms.length === 0) return { hits: [], more: false };
  const { db } = connection;
  const matching = filtered(connection, query, filters).orderBy('hits.item', 'desc').limit(RANKED);
  const best = db
    .selectFrom(matching.as('newest'))
    .select(['newest.document', 'newest.score'])
    .orderBy('newest.score', 'desc')
    .orderBy('newest.document', 'desc')
    .limit(limit + 1)
    .offset(offset);
  const rows = await db
    .selectFrom(best.as('best'))
    .innerJoin('documents', 'documents.seq', 'best.document')
    .innerJoin('lemmas', 'lemmas.document', 'documents.seq')
    .select([...DOCUMENT_COLUMNS, 'documents.text', 'lemmas.lemmas', 'lemmas.offsets', 'best.score'])
    .orderBy('best.score', 'desc')
    .orderBy('best.document', 'desc')
    .execute();
  return { hits: rows.slice(0, limit).map(toHit), more: rows.length > limit };
}

/**
 * The documents that match and pass the filters. Each is asked about by itself: to list all documents of a large pair or a long time takes
 * longer than to look at those that match.
 */
function filtered({ db, dialect, clearance }: Connection, query: LemmaQuery, filters: SearchFilters) {
  const { pair, actor, area, language, from, to } = filters;
  const conditions = [
    pair === undefined ? [] : sql`document_pairs where document = hits.item and pair = ${pair}`,
    actor === undefined ? [] : sql`document_actors where document = hits.item and actor = ${actor}`,
    area === undefined
      ? []
      : sql`findings join finding_areas on finding_areas.finding = findings.seq
          where findings.document = hits.item and finding_areas.area = ${area}`,
    language === undefined ? [] : sql`documents where seq = hits.item and language = ${language}`,
    from === undefined ? [] : sql`documents where seq = hits.item and published_at >= ${from}`,
    to === undefined ? [] : sql`documents where seq = hits.item and published_at <= ${to} and published_at <> ''`,
  ].flat();
  let hits = db
    .selectFrom(dialect.search.hits(query, ranksUpTo(clearance)).as<'hits'>(sql`hits`))
    .select(['hits.item as document', 'hits.score']);
  for (const condition of conditions) hits = hits.where(sql<boolean>`exists (select 1 from ${condition})`);
  return hits;
}

/** Of the markings that who is cleared for one may see. */
function ranksUpTo(clearance: Marking): number[] {
  return MARKINGS.map(markingRank).filter((rank) => rank <= markingRank(clearance));
}

function toHit(
  row: Parameters<typeof toSummary>[0] & { text: string; lemmas: string; offsets: Uint8Array; score: number },
): SearchHit {
  return {
    document: toSummary(row),
    text: row.text,
    score: row.score,
    lemmas: row.lemmas === '' ? [] : row.lemmas.split(' '),
    ...unpackOffsets(row.offsets),
  };
}
