import type { Kysely } from 'kysely';
import type { Dialect } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import { first } from './001-first.ts';
import { markings } from './002-markings.ts';
import { standings } from './003-standings.ts';
import { keptRecords } from './004-kept-records.ts';

/** One step of the schema; steps are added at the end and never changed once published. */
export interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<Tables>, dialect: Dialect) => Promise<void>;
}

const MIGRATIONS: readonly Migration[] = [first, markings, standings, keptRecords];

/** Brings the schema to the newest step, all of it or nothing; gives the names of the steps that were taken. */
export async function migrate(db: Kysely<Tables>, dialect: Dialect): Promise<readonly string[]> {
  if ((await stepsTaken(db)) >= MIGRATIONS.length) return [];
  return db.transaction().execute(async (transaction) => {
    await dialect.lockSchema(transaction);
    await createMigrationsTable(transaction, dialect);
    const taken = await stepsTaken(transaction);
    const missing = MIGRATIONS.slice(taken);
    for (const [index, migration] of missing.entries()) {
      await migration.up(transaction, dialect);
      await transaction
        .insertInto('schema_migrations')
        .values({ version: taken + index + 1, name: migration.name, applied_at: new Date().toISOString() })
        .execute();
    }
    return missing.map(({ name }) => name);
  });
}

async function createMigrationsTable(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', dialect.text, (column) => column.notNull())
    .addColumn('applied_at', dialect.text, (column) => column.notNull())
    .execute();
}

async function stepsTaken(db: Kysely<Tables>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'schema_migrations')) return 0;
  const { version } = await db
    .selectFrom('schema_migrations')
    .select((the) => the.fn.max('version').as('version'))
    .executeTakeFirstOrThrow();
  return version ?? 0;
}
