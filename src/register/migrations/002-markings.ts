import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { OF_DOCUMENT, OF_FINDING } from '../marked-tables.ts';
import type { Tables } from '../tables.ts';
import type { Migration } from './index.ts';

/** Markings of documents and all that comes from them, settings of persons, the log, and accounts. */
export const markings: Migration = {
  name: '002-markings',
  async up(db, dialect) {
    for (const table of MARKED) await addMarking(db, table);
    await addMarking(db, 'decisions', 'own_marking');
    await addKeys(db);
    await splitPairs(db, dialect);
    await ownSettings(db, dialect);
    await createLog(db, dialect);
    await createAccounts(db, dialect);
    await dialect.protection.followMarkings(db);
    await dialect.protection.keepLog(db);
    await dialect.search.protect(db);
  },
};

const MARKED = ['documents', ...OF_DOCUMENT, ...OF_FINDING, 'links', 'decisions'] as const;

/** What is in the register is public: nobody could say otherwise before. */
async function addMarking(db: Kysely<Tables>, table: (typeof MARKED)[number], column = 'marking'): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn(column, sql`smallint`, (the) => the.notNull().defaultTo(0))
    .execute();
}

/** Keys with the marking, to which the rows of a document or a finding can refer. */
async function addKeys(db: Kysely<Tables>): Promise<void> {
  for (const table of ['documents', 'findings'] as const)
    await db.schema.createIndex(`${table}_marking`).on(table).columns(['seq', 'marking']).unique().execute();
}

async function splitPairs(db: Kysely<Tables>, { text, keyOnly }: Dialect): Promise<void> {
  let pairs = db.schema
    .createTable('pairs_by_marking')
    .addColumn('pair', text, (column) => column.notNull())
    .addColumn('marking', sql`smallint`, (column) => column.notNull());
  const counts = ['documents', 'meetings', 'commitments', 'instruments', 'progress'] as const;
  for (const count of counts) pairs = pairs.addColumn(count, 'integer', (column) => column.notNull());
  await pairs
    .addColumn('first_date', text, (column) => column.notNull())
    .addColumn('last_date', text, (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pairs_key', ['pair', 'marking'])
    .modifyEnd(keyOnly)
    .execute();
  await sql`insert into pairs_by_marking
    (pair, marking, documents, meetings, commitments, instruments, progress, first_date, last_date, revision)
    select pair, 0, documents, meetings, commitments, instruments, progress, first_date, last_date, revision
    from pairs`.execute(db);
  await db.schema.dropTable('pairs').execute();
  await db.schema.alterTable('pairs_by_marking').renameTo('pairs').execute();
}

async function ownSettings(db: Kysely<Tables>, { text }: Dialect): Promise<void> {
  await db.schema
    .createTable('settings_by_owner')
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_key', ['owner', 'key'])
    .execute();
  await sql`insert into settings_by_owner (owner, key, value) select '', key, value from settings`.execute(db);
  await db.schema.dropTable('settings').execute();
  await db.schema.alterTable('settings_by_owner').renameTo('settings').execute();
}

async function createLog(db: Kysely<Tables>, { text, counter }: Dialect): Promise<void> {
  await db.schema
    .createTable('audit_log')
    .addColumn('seq', counter)
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('who', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('subject', text)
    .addColumn('detail', text, (column) => column.notNull())
    .addColumn('address', text)
    .addColumn('marking', sql`smallint`, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_log_at').on('audit_log').columns(['at', 'seq']).execute();
  for (const column of ['who', 'action', 'subject'])
    await db.schema.createIndex(`audit_log_${column}`).on('audit_log').columns([column, 'at', 'seq']).execute();
}

async function createAccounts(db: Kysely<Tables>, { text }: Dialect): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull().unique())
    .addColumn('full_name', text)
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('clearance', sql`smallint`, (column) => column.notNull())
    .addColumn('active', sql`smallint`, (column) => column.notNull())
    .addColumn('password', text)
    .addColumn('oidc_issuer', text)
    .addColumn('oidc_subject', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('last_log_in', text)
    .addUniqueConstraint('accounts_oidc', ['oidc_issuer', 'oidc_subject'])
    .execute();
  const ofAccount = (table: 'sessions' | 'tokens') =>
    db.schema
      .createTable(table)
      .addColumn('id', text, (column) => column.primaryKey())
      .addColumn('account', text, (column) => column.notNull().references('accounts.id').onDelete('cascade'))
      .addColumn('created_at', text, (column) => column.notNull());
  await ofAccount('sessions')
    .addColumn('seen_at', text, (column) => column.notNull())
    .execute();
  await ofAccount('tokens')
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull().unique())
    .addColumn('scopes', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  for (const table of ['sessions', 'tokens'])
    await db.schema.createIndex(`${table}_account`).on(table).column('account').execute();
  await db.schema
    .createTable('log_in_limits')
    .addColumn('key', text, (column) => column.primaryKey())
    .addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('expire', 'bigint')
    .execute();
}
