import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Dialect } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import type { Migration } from './index.ts';

/** The standings: what follows from the records of the pairs, so that pages need not derive them. */
export const standings: Migration = {
  name: '003-standings',
  async up(db, dialect) {
    await createPairs(db, dialect);
    await createStandings(db, dialect);
    await createSpans(db, dialect);
    await createKeys(db, dialect);
    // What is new is looked for by when it was added.
    await db.schema.createIndex('documents_added').on('documents').columns(['added_at', 'seq']).execute();
    await dialect.standingSearch.create(db);
    await dialect.standingSearch.protect(db);
    await dialect.protection.keepStandings(db);
  },
};

/** For each pair, from which state of its record its standings were derived. */
async function createPairs(db: Kysely<Tables>, { text }: Dialect): Promise<void> {
  await withClearance(db.schema.createTable('standing_pairs'))
    .addColumn('pair', text, (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addColumn('waiting', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('standing_pairs_key', ['clearance', 'pair'])
    .execute();
}

async function createStandings(db: Kysely<Tables>, { text, counter }: Dialect): Promise<void> {
  await withClearance(db.schema.createTable('standings').addColumn('seq', counter))
    .addColumn('pair', text, (column) => column.notNull())
    .addColumn('commitment', text, (column) => column.notNull())
    .addColumn('marking', 'smallint', (column) => column.notNull())
    .addColumn('data', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('standings_pair')
    .on('standings')
    .columns(['clearance', 'pair', 'commitment'])
    .unique()
    .execute();
  await db.schema
    .createIndex('standings_commitment')
    .on('standings')
    .columns(['clearance', 'commitment', 'pair'])
    .execute();
}

/** Each index has all that its lists ask for: what is looked through is the index alone. */
const SPAN_INDEXES = [
  ['lead', 'deadline', 'standing', 'status'],
  ['lead', 'made', 'standing', 'status'],
  ['lead', 'status', 'made', 'standing'],
  ['pair', 'deadline', 'standing', 'status'],
  ['pair', 'made', 'standing', 'status'],
] as const;

async function createSpans(db: Kysely<Tables>, { text }: Dialect): Promise<void> {
  await withSpan(db.schema.createTable('standing_spans'), text)
    .addPrimaryKeyConstraint('standing_spans_key', ['standing', 'since'])
    .execute();
  for (const columns of SPAN_INDEXES)
    await db.schema
      .createIndex(`standing_spans_${columns[0]}_${columns[1]}`)
      .on('standing_spans')
      .columns(['clearance', ...columns, 'since', 'until'])
      .execute();
}

/** The same spans by area and by party: a list narrowed by one of them is read from one stretch of its table. */
async function createKeys(db: Kysely<Tables>, { text, keyOnly }: Dialect): Promise<void> {
  for (const [table, key] of [
    ['standing_areas', 'area'],
    ['standing_parties', 'party'],
  ] as const) {
    await withSpan(db.schema.createTable(table), text)
      .addColumn(key, text, (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['clearance', key, 'lead', 'made', 'standing', 'since'])
      .modifyEnd(keyOnly)
      .execute();
    await db.schema.createIndex(`${table}_standing`).on(table).columns(['standing', key]).execute();
  }
}

function withSpan<Name extends string>(table: CreateTableBuilder<Name>, text: Dialect['text']) {
  return withClearance(table)
    .addColumn('standing', 'bigint', (column) => column.notNull().references('standings.seq').onDelete('cascade'))
    .addColumn('pair', text, (column) => column.notNull())
    .addColumn('lead', 'smallint', (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .addColumn('until', text, (column) => column.notNull())
    .addColumn('deadline', text, (column) => column.notNull())
    .addColumn('made', text, (column) => column.notNull());
}

function withClearance<Name extends string, Column extends string>(table: CreateTableBuilder<Name, Column>) {
  return table.addColumn('clearance', 'smallint', (column) => column.notNull());
}
