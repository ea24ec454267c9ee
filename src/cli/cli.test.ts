import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sparePort } from '../desk/testing.ts';
import { Reading } from '../model/index.ts';

const BIN = fileURLToPath(new URL('../../bin/readout.mjs', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../examples/kaz-kgz', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'readout-cli-'));
const database = join(folder, 'register.sqlite');
const TALKS = join(EXAMPLES, '2021-03-02-kazinform-state-visit.txt');

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[]): ChildProcess {
  const { READOUT_DATABASE_URL: _, FORCE_COLOR: __, ...env } = process.env;
  return spawn(process.execPath, [BIN, ...args], { cwd: folder, env: { ...env, NO_COLOR: '1' } });
}

/** Runs the command to its end. */
async function readout(args: readonly string[], input = ''): Promise<Outcome> {
  const child = start(args);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin?.on('error', () => undefined).end(input);
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { code: await ended, out, err };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function linesOf(output: string): unknown[] {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('read', { timeout: 60_000 }, () => {
  test('one text gives one Reading', async () => {
    const { code, out } = await readout(['read', TALKS, '--json']);
    expect(code).toBe(0);
    const reading = Reading.parse(JSON.parse(out));
    expect(reading.document).toMatchObject({ language: 'en', publishedAt: '2021-03-02', publisher: 'Kazinform' });
  });

  test('options give what the text lacks, before the name of the file and documents.json', async () => {
    const args = ['read', TALKS, '--json', '--published', '2021-03-05', '--url', 'https://a.example/1'];
    const { out } = await readout(args);
    expect(JSON.parse(out).document).toMatchObject({ publishedAt: '2021-03-05', url: 'https://a.example/1' });
  });

  test('JSON Lines in, JSON Lines out; a bad line is told with its number and does not stop the rest', async () => {
    const input = '{"text":"The Presidents met."}\n{"text":\n{"text":"They agreed."}\n';
    const { code, out, err } = await readout(['read', '-'], input);
    expect(code).toBe(3);
    expect(linesOf(out)).toHaveLength(2);
    expect(err).toMatch(/standard input, line 2.*\[bad-json\]/);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a folder gives a line a document', async () => {
    const { out } = await readout(['read', EXAMPLES, '--json']);
    expect(linesOf(out)).toHaveLength(14);
  });

  test('a text without a headline, and one in a language that Readout does not know', async () => {
    const { code, out } = await readout(
      ['read', '-', '--json'],
      'El presidente se reunió ayer con el primer ministro.',
    );
    expect(code).toBe(0);
    expect(Reading.parse(JSON.parse(out)).document.language).toBe('other');
  });
});

describe('bad input gives one line with what, value and remedy, and an exit code', { timeout: 60_000 }, () => {
  test.for([
    ['an empty file', ['read', () => file('empty.txt', '')], 3, 'empty'],
    ['a picture', ['read', () => file('a.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex'))], 3, 'not-text'],
    ['no such file', ['read', () => join(folder, 'nowhere.txt')], 3, 'not-found'],
    ['an impossible day', ['read', () => TALKS, '--published', '2021-02-30'], 2, 'bad-date'],
    ['an unknown state', ['commitments', 'KAZ', 'KGS'], 2, 'unknown-actor'],
    ['a state twice', ['commitments', 'KAZ', 'KAZ'], 3, 'bad-input'],
    ['an unknown area', ['search', 'road', '--area', 'roads'], 2, 'unknown-area'],
    [
      'a pair without a record',
      ['commitments', 'FRA', 'DEU', '--database', () => join(folder, 'new.sqlite')],
      5,
      'not-found',
    ],
    ['an unknown language', ['parse', () => TALKS, '--language', 'fr'], 2, 'unknown-language'],
    ['a copy that is no copy', ['restore', () => join(folder, 'nowhere.sqlite')], 5, 'not-found'],
  ] as const)('%s', async ([, args, code, error]) => {
    const outcome = await readout(args.map((arg) => (typeof arg === 'string' ? arg : arg())));
    expect(outcome.code).toBe(code);
    expect(outcome.err).toMatch(new RegExp(`^readout: .+; .+ \\[${error}\\]\n$`));
  });

  test('suggestions for an unknown state', async () => {
    expect((await readout(['commitments', 'KAZ', 'KGS'])).err).toContain('did you mean KGZ');
  });

  test('an unknown command shows the way to the help', async () => {
    const { code, err } = await readout(['reed', 'x']);
    expect(code).toBe(2);
    expect(err).toMatch(/unknown command 'reed'/);
  });
});

describe('the register', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const added = await readout(['add', EXAMPLES, file('empty.txt', ''), '--database', database]);
    expect(added).toMatchObject({ code: 3, out: '14 added, 0 known already, 1 refused\n' });
  }, 120_000);

  test('the same again changes nothing', async () => {
    const { out } = await readout(['add', EXAMPLES, '--database', database, '--json']);
    expect(linesOf(out).at(-1)).toEqual({ added: 0, known: 14, refused: 0 });
  });

  test('commitments of a pair, by names as well as codes', async () => {
    const [byCode, byName] = await Promise.all([
      readout(['commitments', 'KAZ', 'KGZ', '--json', '--database', database]),
      readout(['commitments', 'Kyrgyzstan', 'Казахстан', '--json', '--database', database]),
    ]);
    expect(byCode.code).toBe(0);
    expect(linesOf(byCode.out)[0]).toMatchObject({ record: { mentions: [{ document: expect.any(String) }] } });
    expect(byName.out).toBe(byCode.out);
  });

  test('search finds words in any form', async () => {
    const { out } = await readout(['search', 'checkpoints', '--json', '--database', database]);
    const [first] = linesOf(out);
    expect(first).toMatchObject({
      document: { id: expect.any(String) },
      snippet: expect.stringMatching(/checkpoint/i),
    });
  });

  test('export as a table and as Readings', async () => {
    const [csv, jsonl] = await Promise.all([
      readout(['export', '--format', 'csv', '--database', database]),
      readout(['export', '--format', 'jsonl', '--database', database]),
    ]);
    expect(csv.out).toMatch(/^id,day,document,title,publisher,published_at,url,parties,/);
    expect(csv.out.split('\r\n').length).toBeGreaterThan(10);
    expect(linesOf(jsonl.out).map((line) => Reading.safeParse(line).success)).toEqual(Array(14).fill(true));
  });

  test('what was exported stands in the log', async () => {
    const { out } = await readout(['log', '--action', 'export', '--json', '--database', database]);
    expect(linesOf(out)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ who: 'user', subject: 'commitment.csv' }),
        expect.objectContaining({ who: 'user', subject: 'readings.jsonl' }),
      ]),
    );
  });

  test('a document is marked, and its readings say so when they are exported', async () => {
    const [, id] =
      /"id":"([0-9a-f]{16})"/.exec((await readout(['search', 'road', '--json', '--database', database])).out) ?? [];
    const marked = await readout(['mark', id ?? '', 'Delegation', '--database', database]);
    expect(marked).toMatchObject({ code: 0, out: `${id} is marked delegation\n` });
    const { out } = await readout(['export', '--format', 'jsonl', '--database', database]);
    const delegated = linesOf(out).filter((line) => Reading.parse(line).marking === 'delegation');
    expect(delegated.map((line) => Reading.parse(line).document.id)).toEqual([id]);
    expect(await readout(['mark', id ?? '', 'secret', '--database', database])).toMatchObject({ code: 3 });
    expect(await readout(['mark', 'unknown', 'public', '--database', database])).toMatchObject({ code: 5 });
  });

  test('backup, and restore in its place', async () => {
    const copy = join(folder, 'copy.sqlite');
    expect(await readout(['backup', copy, '--database', database])).toMatchObject({ code: 0 });
    expect(await readout(['backup', copy, '--database', database])).toMatchObject({ code: 3 });
    expect(await readout(['restore', copy, '--database', database])).toMatchObject({ code: 3 });
    expect(await readout(['restore', copy, '--replace', '--database', database])).toMatchObject({ code: 0 });
    const { out } = await readout(['add', TALKS, '--database', database]);
    expect(out).toBe('0 added, 1 known already, 0 refused\n');
  });
});

describe('serve', { timeout: 120_000 }, () => {
  const place = join(folder, 'served', 'register.sqlite');
  const servers: ChildProcess[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) server.kill('SIGKILL');
  });

  /** Starts a server and waits until it says how to stop it; gives what it printed. */
  async function serve(port: number): Promise<{ server: ChildProcess; printed: string }> {
    const server = start(['serve', '--port', String(port), '--database', place]);
    servers.push(server);
    let printed = '';
    for await (const chunk of server.stdout!) {
      printed += chunk;
      if (printed.includes('stop with')) break;
    }
    return { server, printed };
  }

  async function stop(server: ChildProcess): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    return ended;
  }

  test('loads the example once, answers, and keeps others off its register and port', async () => {
    const port = await sparePort();
    const { server, printed } = await serve(port);
    expect(printed).toMatch(/loaded .*14 documents/);
    expect(printed).toContain(`http://localhost:${port}`);
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(200);
    const [samePort, sameRegister, added] = await Promise.all([
      readout(['serve', '--port', String(port), '--database', join(folder, 'other.sqlite')]),
      readout(['serve', '--port', String(await sparePort()), '--database', place]),
      readout(['add', TALKS, '--database', place]),
    ]);
    expect(samePort).toMatchObject({ code: 4, err: expect.stringMatching(/^readout: .*\[port-taken\]\n$/) });
    expect(sameRegister).toMatchObject({ code: 4, err: expect.stringMatching(/^readout: .*\[register-locked\]\n$/) });
    expect(added).toMatchObject({ code: 0, out: '0 added, 1 known already, 0 refused\n' });
    expect(await stop(server)).toBe(0);
  });

  test('a second start loads nothing, after a stop and after a kill', async () => {
    const port = await sparePort();
    const first = await serve(port);
    expect(first.printed).not.toContain('loaded');
    first.server.kill('SIGKILL');
    await new Promise((resolve) => first.server.once('close', resolve));
    const second = await serve(port);
    expect(second.printed).not.toContain('loaded');
    expect(await stop(second.server)).toBe(0);
  });

  test('a place that cannot be written', async () => {
    const inAFile = join(file('a-file', 'text'), 'register.sqlite');
    const { code, err } = await readout(['serve', '--port', String(await sparePort()), '--database', inAFile]);
    expect(code).toBe(4);
    expect(err).toMatch(/^readout: .*\[register-unwritable\]\n$/);
  });

  test('a file that is no register', async () => {
    const other = file('no-register.sqlite', 'this is a text, not a database, and long enough to be read as one');
    const { code, err } = await readout(['add', TALKS, '--database', other]);
    expect(code).toBe(4);
    expect(err).toMatch(/not a database.*\[register-unwritable\]\n$/);
  });
});
