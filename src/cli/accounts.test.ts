import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PostgresServer, sparePort, startPostgres } from '../desk/testing.ts';
import { oidcSettings, requireSafe } from './serving/settings.ts';

const BIN = fileURLToPath(new URL('../../bin/readout.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'readout-cli-accounts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SERVING = { port: 1, database: 'x', examples: true };

describe('what the server may be reached by', () => {
  test.for([
    [{ host: '127.0.0.1', accounts: false }, true],
    [{ host: '::1', accounts: false }, true],
    [{ host: '0.0.0.0', accounts: false }, false],
    [{ host: '127.0.0.1.example', accounts: false }, false],
    [{ host: '192.0.2.1', accounts: false, url: 'https://desk.example' }, false],
    [{ host: '127.0.0.1', accounts: true }, true],
    [{ host: '0.0.0.0', accounts: true }, false],
    [{ host: '0.0.0.0', accounts: true, url: 'https://desk.example' }, true],
    [{ host: '0.0.0.0', accounts: true, url: 'http://desk.example' }, false],
    [{ host: '0.0.0.0', accounts: true, url: 'https://desk.example/readout' }, false],
    [{ host: '127.0.0.1', accounts: true, url: 'http://localhost:8470' }, true],
    [{ host: '127.0.0.1', accounts: true, url: 'desk.example' }, false],
  ] as const)('%j: %s', ([given, isSafe]) => {
    const check = () => requireSafe({ ...SERVING, ...given });
    if (isSafe) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'unsupported' }));
  });

  test('a provider of log-ins is named whole or not at all', () => {
    const issuer = 'https://id.example';
    expect(oidcSettings({})).toBeUndefined();
    expect(oidcSettings({ READOUT_OIDC_ISSUER: issuer, READOUT_OIDC_CLIENT_ID: 'desk' })).toEqual({
      issuer,
      clientId: 'desk',
    });
    expect(() => oidcSettings({ READOUT_OIDC_ISSUER: issuer })).toThrow(
      expect.objectContaining({ code: 'unsupported' }),
    );
  });
});

const server = await startPostgres();
if (server === undefined)
  console.warn('accounts on the command line: no PostgreSQL is installed; its tests are skipped');

describe.skipIf(server === undefined)('accounts on the command line', { timeout: 120_000 }, () => {
  let database: string;

  beforeAll(async () => {
    database = await (server as PostgresServer).newDatabase();
  });
  afterAll(() => server?.stop());

  function start(args: readonly string[], place = database): ChildProcess {
    const env = { ...process.env, NO_COLOR: '1', READOUT_DATABASE_URL: place };
    return spawn(process.execPath, [BIN, ...args], { cwd: folder, env });
  }

  async function readout(args: readonly string[], input = '', place = database) {
    const child = start(args, place);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.stdin?.on('error', () => undefined).end(input);
    const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
    return { code: await ended, out, err };
  }

  test('are made, changed and listed, and the log tells of it', async () => {
    const rights = ['--role', 'administrator', '--clearance', 'principals'];
    const added = await readout(['accounts', 'add', 'Aida', ...rights], 'a long enough password\n');
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^aida {2}administrator · sees principals · never/),
    });
    expect(await readout(['accounts', 'add', 'aida'], 'a long enough password\n')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/\[conflict\]\n$/),
    });
    expect(await readout(['accounts', 'add', 'berik'], 'short\n')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/too short.*\[bad-input\]\n$/),
    });
    expect(await readout(['accounts', 'change', 'aida', '--inactive'])).toMatchObject({ code: 3 });
    expect(await readout(['accounts', 'password', 'aida'], 'another long password\n')).toMatchObject({ code: 0 });
    expect(await readout(['accounts', 'change', 'nobody', '--role', 'reader'])).toMatchObject({ code: 5 });
    const { out } = await readout(['accounts', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      name: 'aida',
      role: 'administrator',
      clearance: 'principals',
      active: true,
    });
    const log = (await readout(['log', '--json'])).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log.map(({ who, action }) => [who, action])).toEqual([
      ['user', 'password-changed'],
      ['user', 'account-added'],
    ]);
    expect(JSON.stringify(log)).not.toContain('password\\n');
  });

  test('a server with accounts says for whom it is, and asks who comes', async () => {
    const port = String(await sparePort());
    const child = start(['serve', '--accounts', '--port', port, '--no-examples']);
    let printed = '';
    child.stderr!.on('data', (chunk) => {
      printed += chunk;
    });
    for await (const chunk of child.stdout!) {
      printed += chunk;
      if (printed.includes('stop with')) break;
    }
    expect(printed).toContain(`listening on 127.0.0.1:${port}, for those who log in`);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      const asPage = { redirect: 'manual', headers: { accept: 'text/html' } } as const;
      expect((await fetch(`http://127.0.0.1:${port}/`, asPage)).headers.get('location')).toMatch(/^\/login/);
      expect((await fetch(`http://127.0.0.1:${port}/api/v1/pairs`)).status).toBe(401);
    } finally {
      child.kill('SIGINT');
      await ended;
    }
  });

  test('a superuser of the database, and a file, are refused', async () => {
    const superuser = (server as PostgresServer).asSuperuser(database);
    for (const [place, reason] of [
      [superuser, /superuser or has BYPASSRLS; .*create role readout login.*\[unsupported\]\n$/],
      [join(folder, 'register.sqlite'), /need a register in PostgreSQL.*\[unsupported\]\n$/],
    ] as const)
      for (const args of [['accounts'], ['serve', '--accounts', '--port', '18472']])
        expect(await readout(args, '', place)).toMatchObject({ code: 2, err: expect.stringMatching(reason) });
  });
});
