import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Dialect } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import type { Migration } from './index.ts';

export const first: Migration = {
  name: '001-first',
  async up(db, dialect) {
    await createDocuments(db, dialect);
    await createFindings(db, dialect);
    await createLinks(db, dialect);
    await createPairs(db, dialect);
    await createDecisions(db, dialect);
    await dialect.search.create(db);
  },
};

async function createDocuments(db: Kysely<Tables>, { text, bytes, counter, keyOnly }: Dialect): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('seq', counter)
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('language', text, (column) => column.notNull())
    .addColumn('publisher', text)
    .addColumn('cited_source', text)
    .addColumn('side', text)
    .addColumn('published_at', text, (column) => column.notNull())
    .addColumn('url', text)
    .addColumn('added_at', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('documents_date').on('documents').columns(['published_at', 'seq']).execute();
  await ofDocument(db.schema.createTable('readings'))
    .addColumn('reader', text, (column) => column.notNull())
    .addColumn('data', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('readings_key', ['document'])
    .execute();
  await db.schema.createIndex('readings_reader').on('readings').columns(['reader', 'document']).execute();
  await ofDocument(db.schema.createTable('entries'))
    .addColumn('data', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('entries_key', ['document'])
    .execute();
  await ofDocument(db.schema.createTable('lemmas'))
    .addColumn('lemmas', text, (column) => column.notNull())
    .addColumn('offsets', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('lemmas_key', ['document'])
    .execute();
  await ofDocument(db.schema.createTable('document_actors'))
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('date', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('document_actors_key', ['actor', 'date', 'document'])
    .modifyEnd(keyOnly)
    .execute();
  await db.schema.createIndex('document_actors_document').on('document_actors').column('document').execute();
}

async function createFindings(db: Kysely<Tables>, { text, keyOnly }: Dialect): Promise<void> {
  await ofDocument(db.schema.createTable('findings'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('date', text, (column) => column.notNull())
    .addColumn('item', text, (column) => column.notNull())
    .addColumn('mention', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('findings_key', ['seq'])
    .execute();
  await db.schema.createIndex('findings_document').on('findings').columns(['document', 'kind', 'ordinal']).execute();
  await db.schema.createIndex('findings_date').on('findings').columns(['kind', 'date', 'seq']).execute();
  for (const by of ['pair', 'area'] as const) {
    const table = `finding_${by}s`;
    await db.schema
      .createTable(table)
      .addColumn(by, text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('date', text, (column) => column.notNull())
      .addColumn('finding', 'bigint', (column) => column.notNull().references('findings.seq').onDelete('cascade'))
      .addPrimaryKeyConstraint(`${table}_key`, [by, 'kind', 'date', 'finding'])
      .modifyEnd(keyOnly)
      .execute();
    await db.schema.createIndex(`${table}_finding`).on(table).column('finding').execute();
  }
}

async function createLinks(db: Kysely<Tables>, { text, keyOnly }: Dialect): Promise<void> {
  for (const item of ['finding', 'document'] as const) {
    const table = `${item}_blocks`;
    await db.schema
      .createTable(table)
      .addColumn(item, 'bigint', (column) => column.notNull().references(`${item}s.seq`).onDelete('cascade'))
      .addColumn('block', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, [item, 'block'])
      .modifyEnd(keyOnly)
      .execute();
    await db.schema.createIndex(`${table}_block`).on(table).columns(['block', item]).execute();
  }
  await db.schema
    .createTable('links')
    .addColumn('a', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('b', text, (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('score', 'double precision', (column) => column.notNull())
    .addColumn('reasons', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('links_key', ['a', 'kind', 'b'])
    .execute();
  await db.schema.createIndex('links_b').on('links').column('b').execute();
}

async function createPairs(db: Kysely<Tables>, { text, keyOnly }: Dialect): Promise<void> {
  await ofDocument(db.schema.createTable('document_pairs'))
    .addColumn('pair', text, (column) => column.notNull())
    .addColumn('date', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('document_pairs_key', ['pair', 'date', 'document'])
    .modifyEnd(keyOnly)
    .execute();
  await db.schema.createIndex('document_pairs_document').on('document_pairs').column('document').execute();
  let pairs = db.schema.createTable('pairs').addColumn('pair', text, (column) => column.primaryKey());
  for (const count of ['documents', 'meetings', 'commitments', 'instruments', 'progress', 'revision'] as const)
    pairs = pairs.addColumn(count, 'integer', (column) => column.notNull());
  await pairs
    .addColumn('first_date', text, (column) => column.notNull())
    .addColumn('last_date', text, (column) => column.notNull())
    .execute();
}

async function createDecisions(db: Kysely<Tables>, { text, counter }: Dialect): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('seq', counter)
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('document', text)
    .addColumn('payload', text, (column) => column.notNull())
    .addColumn('who', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('why', text, (column) => column.notNull())
    .addColumn('undoes', text, (column) => column.references('decisions.id'))
    .execute();
  await db.schema.createIndex('decisions_subject').on('decisions').columns(['subject', 'seq']).execute();
  await db.schema.createIndex('decisions_document').on('decisions').columns(['document', 'seq']).execute();
  await db.schema.createIndex('decisions_undoes').on('decisions').column('undoes').unique().execute();
  await db.schema
    .createTable('settings')
    .addColumn('key', text, (column) => column.primaryKey())
    .addColumn('value', text, (column) => column.notNull())
    .execute();
}

/** A column that ties the table's rows to a document and removes them with it. */
function ofDocument<Name extends string>(table: CreateTableBuilder<Name>) {
  return table.addColumn('document', 'bigint', (column) =>
    column.notNull().references('documents.seq').onDelete('cascade'),
  );
}
