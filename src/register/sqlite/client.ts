import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Connections of one process: while one is within a transaction, the others read what was there before it. */
const MOST_CONNECTIONS = 4;
/** How many prepared statements a connection keeps; the register has about a hundred queries, some in several lengths. */
const KEPT_STATEMENTS = 300;
/** How long a writer waits for another to finish, in milliseconds. */
const PATIENCE = 15_000;

/** A Kysely dialect on `node:sqlite`. */
export function sqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => driverOf(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

interface Connection extends DatabaseConnection {
  /** Runs a statement by itself, such as `commit`. */
  run(sql: string): Promise<void>;
  close(): void;
}

/** Connections that are opened when they are first needed; who finds all of them taken waits. */
function driverOf(file: string): Driver {
  const all: Connection[] = [];
  const free: Connection[] = [];
  const waiting: ((connection: Connection) => void)[] = [];
  const opened = (): Connection => {
    const connection = connectionTo(file);
    all.push(connection);
    return connection;
  };
  const own = (given: DatabaseConnection): Connection => {
    const connection = all.find((one) => one === given);
    if (connection === undefined) throw new TypeError('a connection of another database');
    return connection;
  };
  return {
    // The first is opened at once, so that a file that cannot be used is told of at once.
    init: async () => void free.push(opened()),
    async acquireConnection() {
      const known = free.pop();
      if (known !== undefined) return known;
      if (all.length < MOST_CONNECTIONS) return opened();
      return new Promise((resolve) => waiting.push(resolve));
    },
    async releaseConnection(given) {
      const next = waiting.shift();
      if (next === undefined) free.push(own(given));
      else next(own(given));
    },
    // A transaction that reads before it writes could not wait for another writer: it takes the write lock at once.
    beginTransaction: (given) => own(given).run('begin immediate'),
    commitTransaction: (given) => own(given).run('commit'),
    rollbackTransaction: (given) => own(given).run('rollback'),
    async destroy() {
      for (const connection of all) connection.close();
    },
  };
}

function connectionTo(file: string): Connection {
  const database = openFile(file);
  const statement = keeping((sql) => database.prepare(sql));
  return {
    executeQuery: <Row>({ sql, parameters }: CompiledQuery) =>
      patiently((): QueryResult<Row> => resultOf(statement(sql), bindable(parameters))),
    streamQuery() {
      throw new TypeError('rows are not streamed: read them in portions');
    },
    run: (sql) => patiently(() => database.exec(sql)),
    close: () => database.close(),
  };
}

/** The file with the settings that durability and foreign keys need. */
function openFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: PATIENCE });
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA cache_size = -65536');
  database.exec('PRAGMA temp_store = MEMORY');
  database.exec('PRAGMA mmap_size = 268435456');
  // From here on nobody waits within SQLite: that would hold up the whole process.
  database.exec('PRAGMA busy_timeout = 0');
  return database;
}

/** Does what waits for another writer again until it can be done, and lets others work meanwhile. */
async function patiently<Result>(work: () => Result): Promise<Result> {
  for (const end = performance.now() + PATIENCE; ; ) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
    await sleep(2 + 10 * Math.random());
  }
}

/** The code of SQLite for a lock that another holds; the upper bits say which. */
const BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;
}

/** Remembers what is made for the last few keys. */
function keeping<Value>(make: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const known = kept.get(key) ?? make(key);
    kept.set(key, known);
    if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value ?? '');
    return known;
  };
}

function resultOf<Row>(statement: StatementSync, values: SQLInputValue[]): QueryResult<Row> {
  // The rows are what the query says that they are.
  if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
  const { changes, lastInsertRowid } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
      return value;
    if (value instanceof Uint8Array) return value;
    if (typeof value === 'boolean') return value ? 1 : 0;
    throw new TypeError(`SQLite cannot store a ${typeof value}`);
  });
}
