import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL of the tests' own, on a spare port, with its data in a temporary folder. */
export interface PostgresServer {
  /** The URL of a new, empty database, for a role that owns it and may do nothing else. */
  newDatabase(): Promise<string>;
  /** The URL of the same database for the server's superuser. */
  asSuperuser(database: string): string;
  stop(): Promise<void>;
}

/** What makes a server quicker whose data are thrown away: it need not survive a crash of the machine. */
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB'];

/**
 * Starts the server; undefined where no PostgreSQL is installed. It refuses to run as root: there it runs as user `postgres`. Where it is
 * `durable`, a commit is on disk as it would be in earnest.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer | undefined> {
  const binaries = postgresBinaries();
  if (binaries === undefined) return undefined;
  const user = runningUser();
  const folder = mkdtempSync(join(tmpdir(), 'readout-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), options, { ...user, cwd: folder, stdio: 'pipe' });
  const port = await sparePort();
  const settings = ['max_connections=100', ...(durable ? [] : CARELESS)];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', ...settings.flatMap((one) => ['-c', one])],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);
  const url = (database: string, role = 'postgres'): string => `postgres://${role}@127.0.0.1:${port}/${database}`;
  await untilReady(url('postgres'), server);
  await run(url('postgres'), 'create role readout login');
  return {
    async newDatabase() {
      const name = `readout_${randomBytes(6).toString('hex')}`;
      await run(url('postgres'), `create database ${name} owner readout`);
      return url(name, 'readout');
    },
    asSuperuser: (database) => database.replace('//readout@', '//postgres@'),
    async stop() {
      process.off('exit', kill);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // Without a last checkpoint: the data are thrown away.
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresBinaries(): string | undefined {
  const [newest] = globSync('/usr/lib/postgresql/*/bin/postgres').sort((a, b) =>
    b.localeCompare(a, 'en', { numeric: true }),
  );
  if (newest !== undefined) return dirname(newest);
  const inPath = (process.env.PATH ?? '').split(':').find((folder) => existsSync(join(folder, 'postgres')));
  return inPath;
}

function runningUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string): number => Number(spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** A port on which nothing listens. */
export function sparePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run(url, 'select 1');
    } catch (error) {
      if (attempt > 300 || server.exitCode !== null) throw error;
      await sleep(100);
    }
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}
