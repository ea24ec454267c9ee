import { sql } from 'kysely';
import type { LemmaQuery, SearchIndex } from '../dialect.ts';

/** FTS5 over lemmas, without content: the words are in the documents, and marks come from the tokens' offsets. */
export function sqliteIndex(name: string): SearchIndex {
  const table = sql.table(name);
  return {
    async create(db) {
      await sql`create virtual table ${table} using fts5(
        lemmas, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")`.execute(db);
    },
    async protect() {
      // A file has no users.
    },
    async put(db, item, lemmas) {
      await sql`insert into ${table}(rowid, lemmas) values (${item}, ${lemmas})`.execute(db);
    },
    async delete(db, item) {
      await sql`delete from ${table} where rowid = ${item}`.execute(db);
    },
    hits(query) {
      return sql`(select rowid as item, -bm25(${table}) as score from ${table} where ${table} match ${toFts(query)})`;
    },
  };
}

/** `("trade" OR "торговля") AND ("road" …)`; every wording is quoted, so that none of it is taken for an operator. */
function toFts({ terms }: LemmaQuery): string {
  return terms.map(({ anyOf }) => `(${anyOf.map(quote).join(' OR ')})`).join(' AND ');
}

function quote(lemmas: readonly string[]): string {
  return `"${lemmas.join(' ').replaceAll('"', '""')}"`;
}
