import type { Connection } from './dialect.ts';
import { DOCUMENT_COLUMNS, type DocumentSummary, toSummary } from './documents.ts';

/** Which documents are new. */
export interface RecentFilters {
  /** Those added after this moment, an ISO time. */
  readonly since?: string | undefined;
  /** Only those of these pairs. */
  readonly pairs?: readonly string[] | undefined;
}

/** The documents that were added last, the last first. */
export async function recentDocuments(
  connection: Connection,
  filters: RecentFilters,
  limit: number,
): Promise<DocumentSummary[]> {
  const rows = await selectRecent(connection, filters)
    .select(DOCUMENT_COLUMNS)
    .orderBy('documents.added_at', 'desc')
    .orderBy('documents.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/** How many documents were added since a moment. */
export async function countRecent(connection: Connection, filters: RecentFilters): Promise<number> {
  const { count } = await selectRecent(connection, filters)
    .select((the) => the.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function selectRecent({ db }: Connection, { since, pairs }: RecentFilters) {
  let query = db.selectFrom('documents');
  if (since !== undefined) query = query.where('documents.added_at', '>', since);
  if (pairs !== undefined)
    query = query.where('documents.seq', 'in', (the) =>
      the
        .selectFrom('document_pairs')
        .where('pair', 'in', pairs.length > 0 ? pairs : [''])
        .select('document'),
    );
  return query;
}
