import { sql } from 'kysely';
import type { LemmaQuery, SearchIndex } from '../dialect.ts';

/** FTS5 over lemmas, without content: the words are in the documents, and marks come from the tokens' offsets. */
export const sqliteSearch: SearchIndex = {
  async create(db) {
    await sql`create virtual table search_index using fts5(
      lemmas, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")`.execute(db);
  },
  async put(db, document, lemmas) {
    await sql`insert into search_index(rowid, lemmas) values (${document}, ${lemmas})`.execute(db);
  },
  async delete(db, document) {
    await sql`delete from search_index where rowid = ${document}`.execute(db);
  },
  hits(query) {
    return sql`(select rowid as document, -bm25(search_index) as score from search_index where search_index match ${toFts(query)})`;
  },
};

/** `("trade" OR "торговля") AND ("road" …)`; every wording is quoted, so that none of it is taken for an operator. */
function toFts({ terms }: LemmaQuery): string {
  return terms.map(({ anyOf }) => `(${anyOf.map(quote).join(' OR ')})`).join(' AND ');
}

function quote(lemmas: readonly string[]): string {
  return `"${lemmas.join(' ').replaceAll('"', '""')}"`;
}
