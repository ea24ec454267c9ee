import { type RawBuilder, sql } from 'kysely';
import type { LemmaQuery, SearchIndex } from '../dialect.ts';

/** The last position that a tsvector can tell. */
const LAST_POSITION = 16_383;

/** A `tsvector` of lemmas: PostgreSQL has no stemmer for Kazakh and Kyrgyz. */
export const postgresSearch: SearchIndex = {
  async create(db) {
    await sql`create table search_index (
      document bigint primary key references documents(seq) on delete cascade, lemmas tsvector not null)`.execute(db);
    await sql`create index search_index_lemmas on search_index using gin (lemmas) with (fastupdate = off)`.execute(db);
  },
  async put(db, document, lemmas) {
    await sql`insert into search_index values (${document}, ${toTsvector(lemmas)}::tsvector)`.execute(db);
  },
  async delete(db, document) {
    await sql`delete from search_index where document = ${document}`.execute(db);
  },
  hits(query) {
    const wanted = toTsquery(query);
    return sql`(select document, ts_rank(lemmas, ${wanted}, 1) as score from search_index where lemmas @@ ${wanted})`;
  },
};

/** Lemmas with their positions, as PostgreSQL writes a tsvector; its own parser would cut words otherwise than FTS5 does. */
function toTsvector(lemmas: string): string {
  if (lemmas === '') return '';
  return lemmas
    .split(' ')
    .map((lemma, index) => `${quote(lemma)}:${Math.min(index + 1, LAST_POSITION)}`)
    .join(' ');
}

function toTsquery({ terms }: LemmaQuery): RawBuilder<unknown> {
  const parts = terms.map(({ anyOf }) => `(${anyOf.map((lemmas) => lemmas.map(quote).join(' <-> ')).join(' | ')})`);
  return sql`${parts.join(' & ')}::tsquery`;
}

function quote(lemma: string): string {
  return `'${lemma.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
