import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import {
  closeDesk,
  type Desk,
  dossier,
  follow,
  loadExamples,
  openDesk,
  refreshStandings,
} from '../../src/desk/index.ts';
import { markingRank } from '../../src/model/index.ts';
import { startPostgres } from '../../src/register/testing/postgres-server.ts';
import { sqliteScans } from '../../src/register/testing/sqlite-plans.ts';
import { commitmentHref, documentHref, meetingHref } from '../../src/server/hrefs.ts';
import { createApp } from '../../src/server/index.ts';
import { enlarge } from './enlarge.ts';
import { postgresScans } from './postgres-plans.ts';
import { recordStatements, type Statement } from './statements.ts';

const PAIR = 'KAZ-KGZ';
const FILTERS = 'area=water&status=open&side=KAZ&from=2021-01-01&to=2025-01-01&asOf=2024-06-01';
const LIST = 'status=overdue&area=water&actor=KAZ&from=2021-01-01&to=2025-01-01&asOf=2024-06-01&q=border';
const SEARCH = 'q=border+crossing&actor=KAZ&area=border&language=en&from=2021-01-01&to=2025-12-31';

/** Ids that the examples have. */
interface Known {
  readonly commitment: string;
  readonly meeting: string;
  readonly document: string;
}

/** Of every route that is asked with GET, addresses that together ask all that it can ask of the register. */
const ADDRESSES: Readonly<Record<string, (known: Known) => readonly string[]>> = {
  '/': () => ['/'],
  '/actors': () => ['/actors'],
  '/actors/:principal/:office?': () => ['/actors/KAZ', '/actors/KAZ/president'],
  '/add': () => ['/add'],
  '/areas': () => ['/areas'],
  '/areas/:area': ({ commitment }) => ['/areas/water', `/areas/water?after=2024-01-01~${commitment.replace('#', '.')}`],
  '/assets/:name': () => [],
  '/brief': () => ['/brief', `/brief?pair=${PAIR}&for=KAZ`],
  '/agenda.ics': () => ['/agenda.ics', '/agenda.ics?followed=1'],
  '/commitments': () => [
    '/commitments',
    `/commitments?${LIST}`,
    '/commitments?due=90&followed=1',
    '/commitments?area=water&q=border',
  ],
  '/commitments.csv': () => [`/commitments.csv?${LIST}`],
  '/commitments/:id': ({ commitment }) => [commitmentHref(commitment), `${commitmentHref(commitment)}?asOf=2021-04-01`],
  '/compare': () => ['/compare', `/compare?pair=${PAIR}`],
  '/documents': ({ document }) => ['/documents', `/documents?after=${document}`],
  '/documents/:id': ({ document }) => [documentHref(document)],
  '/export/:file': () =>
    ['commitments.csv', 'meetings.csv', 'instruments.csv', 'progress.csv', 'readings.jsonl', 'plover.jsonl'].map(
      (file) => `/export/${file}`,
    ),
  '/favicon.ico': () => [],
  '/health': () => ['/health'],
  '/log': () => ['/log'],
  '/help': () => ['/help'],
  '/help/:name': () => ['/help/codebook'],
  '/instruments': ({ commitment }) => ['/instruments', `/instruments?after=2024-01-01~${commitment.replace('#', '.')}`],
  '/meetings/:id': ({ meeting }) => [meetingHref(meeting)],
  '/pairs/:pair': () => [`/pairs/${PAIR}`, `/pairs/${PAIR}?${FILTERS}`],
  '/pairs/:pair/brief/:format': () => [`/pairs/${PAIR}/brief/md`],
  '/pairs/:pair/calendar.ics': () => [`/pairs/${PAIR}/calendar.ics`],
  '/review': () => ['/review', `/review?pair=${PAIR}`, `/review?pair=${PAIR}&at=1`],
  '/search': () => ['/search', '/search?q=border+crossing', `/search?${SEARCH}`],
  '/search.atom': () => [`/search.atom?${SEARCH}`],
  '/api/v1': () => [],
  '/api/v1/agenda': () => ['/api/v1/agenda', '/api/v1/agenda?asOf=2024-06-01&followed=true'],
  '/api/v1/codebook': () => ['/api/v1/codebook'],
  '/api/v1/commitments': () => ['/api/v1/commitments', '/api/v1/commitments?area=water'],
  '/api/v1/commitments/:id': ({ commitment }) => [`/api/v1${commitmentHref(commitment)}`],
  '/api/v1/documents': ({ document }) => [
    '/api/v1/documents',
    '/api/v1/documents?actor=KAZ',
    `/api/v1/documents?after=${document}`,
  ],
  '/api/v1/documents/:id': ({ document }) => [`/api/v1${documentHref(document)}`],
  '/api/v1/instruments': () => ['/api/v1/instruments', '/api/v1/instruments?area=water'],
  '/api/v1/meetings': () => ['/api/v1/meetings'],
  '/api/v1/meetings/:id': ({ meeting }) => [`/api/v1${meetingHref(meeting)}`],
  '/api/v1/openapi.json': () => ['/api/v1/openapi.json'],
  '/api/v1/pairs': () => ['/api/v1/pairs'],
  '/api/v1/pairs/:pair': () => [`/api/v1/pairs/${PAIR}?${FILTERS}`],
  '/api/v1/pairs/:pair/brief': () => [`/api/v1/pairs/${PAIR}/brief`],
  '/api/v1/pairs/:pair/review': () => [`/api/v1/pairs/${PAIR}/review`],
  '/api/v1/progress': () => ['/api/v1/progress', '/api/v1/progress?area=water'],
  '/api/v1/search': () => [`/api/v1/search?${SEARCH}`],
};

/** Asks a new register of the examples for every address; gives the statements that this took, the writing of the examples left out. */
async function statementsOfPages(database: string): Promise<readonly Statement[]> {
  const filled = await openDesk({ database });
  await loadExamples(filled);
  await refreshStandings(filled);
  await closeDesk(filled);
  const recorder = recordStatements();
  const desk = await openDesk({ database });
  try {
    const app = createApp(desk);
    const routes = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    expect([...routes].sort()).toEqual(Object.keys(ADDRESSES).sort());
    const known = await knownIn(desk);
    // The first page as it is before anything is followed; all others are asked by somebody who follows a group.
    await (await app.request('/')).arrayBuffer();
    await follow(desk, { kind: 'group', group: 'central-asia' });
    for (const path of Object.values(ADDRESSES).flatMap((addresses) => addresses(known))) {
      const answer = await app.request(path);
      await answer.arrayBuffer();
      expect(`${path} ${answer.status}`).toBe(`${path} 200`);
    }
    return recorder.statements;
  } finally {
    recorder.stop();
    await closeDesk(desk);
  }
}

async function knownIn(desk: Desk): Promise<Known> {
  const { commitments, meetings, documents } = await dossier(desk, PAIR);
  return {
    commitment: commitments[0]?.record.id ?? '',
    meeting: meetings.find(({ mentions }) => mentions.length > 1)?.id ?? '',
    document: documents[1]?.id ?? '',
  };
}

const folder = mkdtempSync(join(tmpdir(), 'readout-plans-'));
const server = await startPostgres();
if (server === undefined) console.warn('no PostgreSQL is installed; the plans of its queries are not looked at');

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('no page reads a large table from end to end on SQLite', { timeout: 120_000 }, async () => {
  const database = join(folder, 'register.sqlite');
  const statements = await statementsOfPages(database);
  const plans = new DatabaseSync(database);
  expect(statements.length).toBeGreaterThan(25);
  expect(statements.flatMap((one) => sqliteScans(plans, one.sql).map((step) => `${step}: ${one.sql}`))).toEqual([]);
  plans.close();
});

test.skipIf(server === undefined)(
  'no page reads a large table from end to end on PostgreSQL',
  { timeout: 180_000 },
  async () => {
    const database = (await server?.newDatabase()) ?? '';
    const statements = await statementsOfPages(database);
    const superuser = new pg.Client(server?.asSuperuser(database));
    const client = new pg.Client({
      connectionString: database,
      options: `-c readout.clearance=${markingRank('principals')}`,
    });
    await Promise.all([superuser.connect(), client.connect()]);
    try {
      await enlarge(superuser);
      // As it is set for disks without moving parts: to read here and there costs little more than one after the other.
      await client.query('set random_page_cost = 1.1');
      const faults: string[] = [];
      for (const one of statements)
        faults.push(...(await postgresScans(client, one)).map((step) => `${step}: ${one.sql}`));
      expect(faults).toEqual([]);
    } finally {
      await Promise.all([superuser.end(), client.end()]);
    }
  },
);
