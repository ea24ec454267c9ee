import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** Makes places for empty registers in one of the two databases. */
export interface Store {
  readonly name: 'SQLite' | 'PostgreSQL';
  newPlace(): Promise<string>;
}

/** Runs the same tests on both databases; those on PostgreSQL are skipped where it is not installed. */
export async function describeOnStores(name: string, tests: (store: Store) => void): Promise<void> {
  describe(`${name} on SQLite`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'readout-register-'));
    let count = 0;
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    tests({ name: 'SQLite', newPlace: async () => join(folder, String(count++), 'register.sqlite') });
  });
  const server = await startPostgres();
  if (server === undefined) console.warn(`${name}: no PostgreSQL is installed; its tests are skipped`);
  describe.skipIf(server === undefined)(`${name} on PostgreSQL`, () => {
    afterAll(() => server?.stop());
    tests({ name: 'PostgreSQL', newPlace: () => newDatabase(server) });
  });
}

async function newDatabase(server: PostgresServer | undefined): Promise<string> {
  if (server === undefined) throw new Error('no PostgreSQL');
  return server.newDatabase();
}
