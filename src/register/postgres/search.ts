import { type Kysely, type RawBuilder, sql } from 'kysely';
import { MARKINGS } from '../../model/index.ts';
import type { LemmaQuery, SearchIndex } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import { CLEARANCE, permit } from './policies.ts';

/** The last position that a tsvector can tell. */
const LAST_POSITION = 16_383;

/** What an index is of: rows of the table `of`, which its column `key` names. */
interface Indexed {
  readonly name: string;
  readonly key: string;
  readonly of: string;
  /** Whether the rows of that table have a marking, which the index follows when it changes. */
  readonly follows: boolean;
}

/** A `tsvector` of lemmas: PostgreSQL has no stemmer for Kazakh and Kyrgyz. */
export function postgresIndex(indexed: Indexed): SearchIndex {
  const { name, key, of } = indexed;
  const [table, item, parent] = [sql.table(name), sql.ref(key), sql.table(of)];
  const parts = partsOf(name);
  return {
    async create(db) {
      await sql`create table ${table} (
        ${item} bigint primary key references ${parent}(seq) on delete cascade, lemmas tsvector not null)`.execute(db);
      await sql`create index ${sql.id(`${name}_lemmas`)} on ${table} using gin (lemmas) with (fastupdate = off)`.execute(
        db,
      );
    },
    protect: (db) => protect(db, indexed),
    async put(db, number, lemmas, rank) {
      const marking = rank === undefined ? sql`readout_clearance()` : sql`${rank}::smallint`;
      await sql`insert into ${table} (${item}, marking, lemmas)
        values (${number}, ${marking}, ${toTsvector(lemmas)}::tsvector)`.execute(db);
    },
    async delete(db, number) {
      await sql`delete from ${table} where ${item} = ${number}`.execute(db);
    },
    hits(query, ranks) {
      const wanted = toTsquery(query);
      // Only parts that may be seen are asked: one that may not is empty to who asks, but would be gone through.
      const asked = parts.filter((_, rank) => ranks.includes(rank)).map((part) => sql.table(part));
      // Each part in its order: who wants the newest only has no others ranked, which for a common word would be most of all.
      const selects = asked.map(
        (part) =>
          sql`(select ${item} as item, ts_rank(lemmas, ${wanted}, 1) as score from ${part}
            where lemmas @@ ${wanted} order by ${item} desc)`,
      );
      return sql`(${sql.join(selects, sql` union all `)})`;
    },
  };
}

/** The parts of an index, one a marking. */
function partsOf(name: string): string[] {
  return MARKINGS.map((marking) => `${name}_${marking}`);
}

/**
 * The search of words is not leakproof: under a policy that compares a column, PostgreSQL would not ask the index for words before it had
 * looked at every row. Each marking therefore has a part of its own, whose policy compares no column. `readout_clearance` calls itself
 * immutable so that the planner settles that policy before it plans the rest; a connection that changed its clearance while it kept
 * prepared statements would deceive it, and Readout's never do. What is hit is joined with tables that have policies of their own.
 */
async function protect(db: Kysely<Tables>, { name, key, of, follows }: Indexed): Promise<void> {
  const reference = follows
    ? `foreign key (${key}, marking) references ${of} (seq, marking) on update cascade on delete cascade`
    : `foreign key (${key}) references ${of} (seq) on delete cascade`;
  const statements = [
    `alter table ${name} rename to ${name}_before`,
    `create table ${name} (${key} bigint not null, marking smallint not null, lemmas tsvector not null,
      constraint ${name}_key primary key (${key}, marking), constraint ${name}_marking ${reference})
      partition by list (marking)`,
    ...partsOf(name).flatMap((part, rank) => [
      `create table ${part} partition of ${name} for values in (${rank})`,
      `create index ${part}_lemmas on ${part} using gin (lemmas) with (fastupdate = off)`,
    ]),
    `insert into ${name} (${key}, marking, lemmas) select ${key}, 0, lemmas from ${name}_before`,
    `drop table ${name}_before`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await permit(db, name, `marking <= ${CLEARANCE}`);
  for (const [rank, part] of partsOf(name).entries()) await permit(db, part, `${rank} <= readout_clearance()`);
}

/** Lemmas with their positions, as PostgreSQL writes a tsvector; its own parser would cut words otherwise than FTS5 does. */
function toTsvector(lemmas: string): string {
  if (lemmas === '') return '';
  return lemmas
    .split(' ')
    .flatMap((lemma, index) => (lemma === '' ? [] : `${quote(lemma)}:${Math.min(index + 1, LAST_POSITION)}`))
    .join(' ');
}

function toTsquery({ terms }: LemmaQuery): RawBuilder<unknown> {
  const parts = terms.map(({ anyOf }) => `(${anyOf.map((lemmas) => lemmas.map(quote).join(' <-> ')).join(' | ')})`);
  return sql`${parts.join(' & ')}::tsquery`;
}

function quote(lemma: string): string {
  return `'${lemma.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
