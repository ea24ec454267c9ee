import { sql } from 'kysely';
import type { LemmaQuery, SearchIndex } from '../dialect.ts';

/** A `tsvector` of lemmas with the `simple` configuration: PostgreSQL has no stemmer for Kazakh and Kyrgyz. */
export const postgresSearch: SearchIndex = {
  async create(db) {
    await sql`create table search_index (
      document bigint primary key references documents(seq) on delete cascade, lemmas tsvector not null)`.execute(db);
    await sql`create index search_index_lemmas on search_index using gin (lemmas) with (fastupdate = off)`.execute(db);
  },
  async put(db, document, lemmas) {
    await sql`insert into search_index values (${document}, to_tsvector('simple', ${lemmas}))`.execute(db);
  },
  async delete(db, document) {
    await sql`delete from search_index where document = ${document}`.execute(db);
  },
  hits(query) {
    const wanted = toTsquery(query);
    return sql`(select document, ts_rank(lemmas, ${wanted}, 1) as score from search_index where lemmas @@ ${wanted})`;
  },
};

function toTsquery({ terms }: LemmaQuery) {
  const parts = terms.map(({ anyOf }) => {
    const wordings = anyOf.map((lemmas) => sql`phraseto_tsquery('simple', ${lemmas.join(' ')})`);
    return sql`(${sql.join(wordings, sql` || `)})`;
  });
  return sql`(${sql.join(parts, sql` && `)})`;
}
