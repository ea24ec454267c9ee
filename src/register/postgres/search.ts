import { type RawBuilder, sql } from 'kysely';
import type { LemmaQuery, SearchIndex } from '../dialect.ts';

/** The last position that a tsvector can tell. */
const LAST_POSITION = 16_383;

/**
 * A `tsvector` of lemmas: PostgreSQL has no stemmer for Kazakh and Kyrgyz. The column `key` names what is indexed, a row of the table
 * `of`.
 */
export function postgresIndex(name: string, key: string, of: string): SearchIndex {
  const [table, item, parent] = [sql.table(name), sql.ref(key), sql.table(of)];
  return {
    async create(db) {
      await sql`create table ${table} (
        ${item} bigint primary key references ${parent}(seq) on delete cascade, lemmas tsvector not null)`.execute(db);
      await sql`create index ${sql.id(`${name}_lemmas`)} on ${table} using gin (lemmas) with (fastupdate = off)`.execute(
        db,
      );
    },
    async put(db, number, lemmas) {
      await sql`insert into ${table} (${item}, lemmas) values (${number}, ${toTsvector(lemmas)}::tsvector)`.execute(db);
    },
    async delete(db, number) {
      await sql`delete from ${table} where ${item} = ${number}`.execute(db);
    },
    hits(query) {
      const wanted = toTsquery(query);
      return sql`(select ${item} as item, ts_rank(lemmas, ${wanted}, 1) as score from ${table} where lemmas @@ ${wanted})`;
    },
  };
}

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
