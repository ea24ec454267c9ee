import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely, type Dialect as KyselyDialect } from 'kysely';
import { ReadoutError } from '../model/index.ts';
import type { Dialect } from './dialect.ts';
import { migrate } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** The stored record, open. */
export interface Register {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  /** The file, or the URL without its password. */
  readonly place: string;
  /** Keeps a second server off; throws `register-locked` where one is running. Several servers may share a PostgreSQL. */
  lockForServing(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the register, brings its schema up to date and creates it where it is not there yet.
 * `place` is a file for SQLite or a URL `postgres://…`. Throws `register-unwritable`.
 */
export async function openRegister(place: string): Promise<Register> {
  return isPostgres(place) ? openPostgres(place) : openSqlite(resolve(place));
}

export function isPostgres(place: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(place);
}

async function openSqlite(file: string): Promise<Register> {
  requireWritable(file);
  // Loaded here, so that a register in one database does not wait for the driver of the other.
  const [{ sqliteDialect }, { sqlite }, { lockForServing }] = await Promise.all([
    import('./sqlite/client.ts'),
    import('./sqlite/dialect.ts'),
    import('./sqlite/serving-lock.ts'),
  ]);
  const releases: (() => void)[] = [];
  return opened(sqliteDialect(file), sqlite, file, {
    lock: async () => void releases.push(lockForServing(file)),
    release: () => {
      for (const release of releases.splice(0)) release();
    },
  });
}

async function openPostgres(url: string): Promise<Register> {
  const [{ postgresDialect }, { postgres }] = await Promise.all([
    import('./postgres/client.ts'),
    import('./postgres/dialect.ts'),
  ]);
  return opened(postgresDialect(url), postgres, url.replace(/:[^:@/]*@/, ':…@'), {
    lock: async () => undefined,
    release: () => undefined,
  });
}

interface ServingLock {
  readonly lock: () => Promise<void>;
  readonly release: () => void;
}

async function opened(client: KyselyDialect, dialect: Dialect, place: string, serving: ServingLock): Promise<Register> {
  const db = new Kysely<Tables>({ dialect: client });
  const close = async (): Promise<void> => {
    serving.release();
    await db.destroy();
  };
  try {
    await migrate(db, dialect);
  } catch (cause) {
    await close();
    throw unusable(place, cause);
  }
  return { db, dialect, place, lockForServing: serving.lock, close };
}

function requireWritable(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function unusable(place: string, cause: unknown): ReadoutError {
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  return new ReadoutError(
    'register-unwritable',
    `the register cannot be opened for writing${reason}:`,
    place,
    'choose another place with --database, or mend the permissions of this one',
    { cause },
  );
}
