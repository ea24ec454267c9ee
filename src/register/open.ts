import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { HIGHEST_MARKING, type Marking, ReadoutError } from '../model/index.ts';
import type { Connection } from './dialect.ts';
import { migrate } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** The stored record, open. */
export interface Register extends Connection {
  /** The file, or the URL without its password. */
  readonly place: string;
  /**
   * The register as one of that clearance sees it; PostgreSQL shows it no more. A file has no users: there it is the register itself.
   * It is closed together with this one.
   */
  at(clearance: Marking): Register;
  /** Keeps a second server off; throws `register-locked` where one is running. Several servers may share a PostgreSQL. */
  lockForServing(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the register, brings its schema up to date and creates it where it is not there yet. All of it is seen: who can open a register can
 * read it. `place` is a file for SQLite or a URL `postgres://…`. Throws `register-unwritable`.
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
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  const register: Register = {
    db,
    dialect: sqlite,
    place: file,
    clearance: HIGHEST_MARKING,
    at: () => register,
    lockForServing: async () => void releases.push(lockForServing(file)),
    async close() {
      for (const release of releases.splice(0)) release();
      await db.destroy();
    },
  };
  return upToDate(register);
}

async function openPostgres(url: string): Promise<Register> {
  const [{ postgresDialect }, { postgres }] = await Promise.all([
    import('./postgres/client.ts'),
    import('./postgres/dialect.ts'),
  ]);
  const place = withoutPassword(url);
  const registers = new Map<Marking, Register>();
  const at = (clearance: Marking): Register => {
    const known = registers.get(clearance);
    if (known !== undefined) return known;
    const register: Register = {
      db: new Kysely<Tables>({ dialect: postgresDialect(url, clearance) }),
      dialect: postgres,
      place,
      clearance,
      at,
      lockForServing: async () => undefined,
      close: async () => void (await Promise.all([...registers.values()].map(({ db }) => db.destroy()))),
    };
    registers.set(clearance, register);
    return register;
  };
  return upToDate(at(HIGHEST_MARKING));
}

/** The address without what nobody is to read over somebody's shoulder. Throws `bad-input`, without telling it, where it is none. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url))
    throw new ReadoutError(
      'bad-input',
      'not an address of a database',
      '',
      'write it as postgres://NAME:PASSWORD@HOST/DATABASE, signs such as @ : / in the password as %40 %3A %2F',
    );
  const address = new URL(url);
  address.password = '';
  address.searchParams.delete('password');
  return address.href;
}

/** The register with the newest schema; closed where it cannot be brought to it. */
async function upToDate(register: Register): Promise<Register> {
  try {
    await migrate(register.db, register.dialect);
    return register;
  } catch (cause) {
    await register.close();
    throw unusable(register.place, cause);
  }
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
