import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Status } from '../ledger/index.ts';
import {
  changeMarking,
  countStandings,
  FOREVER,
  fileAll,
  findPair,
  listStandings,
  type NewStanding,
  openRegister,
  type Register,
  recentDocuments,
  replaceStandings,
  type Standing,
  type StandingFilters,
  stalePairs,
  waitingByPair,
} from './index.ts';
import { linkToFirst, sampleFiling } from './testing/sample-filing.ts';
import { describeOnStores } from './testing/stores.ts';

const NOW = '2026-01-01T00:00:00Z';
const VERSION = '1';
const DAY = '2022-01-01';

const [road, school, summit] = [
  sampleFiling(1, { words: 'they agreed to build a road' }),
  sampleFiling(2, { words: 'they agreed to open a school', parties: ['KGZ', 'UZB'], areas: ['education'] }),
  sampleFiling(3, { words: 'they agreed to share water', parties: ['KAZ', 'KGZ', 'UZB'], areas: ['water'] }),
];

type Filing = typeof road;
type Change = readonly [since: string, status: Status, deadline?: string];

/** The first undertaking of a filing, with the statuses that it had. */
function standingOf({ findings }: Filing, changes: readonly Change[]): NewStanding {
  const found = findings.find(({ kind }) => kind === 'commitment');
  if (found === undefined || found.mention.kind !== 'commitment') throw new Error('a filing without undertakings');
  const { id, document, parties, areas, date: made } = found.mention;
  return {
    commitment: id,
    data: { words: 'words', parties, areas, strength: 3, made, document, mentions: 1 },
    spans: changes.map(([since, status, deadline], index) => ({
      since,
      status,
      deadline,
      until: changes[index + 1]?.[0] ?? FOREVER,
    })),
    documents: [document],
    words: [{ document, spans: [[0, 100]] }],
  };
}

const OPEN_ROAD = standingOf(road, [
  ['2021-03-02', 'open', '2021-12-31'],
  ['2022-01-01', 'delayed', '2021-12-31'],
  ['2022-06-01', 'fulfilled', '2021-12-31'],
]);
const OPEN_SCHOOL = standingOf(school, [['2021-03-02', 'in-progress', '2022-02-01']]);
const WATER = standingOf(summit, [['2021-03-02', 'open']]);

await describeOnStores('standings', ({ name, newPlace }) => {
  let register: Register;

  async function fill(): Promise<void> {
    register = await openRegister(await newPlace());
    await fileAll(register, [road, school, summit], linkToFirst, NOW);
    await store('KAZ-KGZ', [OPEN_ROAD, WATER], 2);
    await store('KGZ-UZB', [OPEN_SCHOOL, WATER]);
    await store('KAZ-UZB', [WATER]);
  }

  async function store(pair: string, standings: readonly NewStanding[], waiting = 0, into = register) {
    const revision = (await findPair(into, pair))?.revision ?? 0;
    return replaceStandings(into, { pair, revision, version: VERSION, waiting, standings });
  }

  async function listed(filters: Partial<StandingFilters>, order: 'made' | 'deadline' = 'deadline'): Promise<string[]> {
    const found = await listStandings(register, { asOf: DAY, ...filters }, { order });
    expect(await countStandings(register, { asOf: DAY, ...filters })).toBe(found.length);
    return found.map(({ id }) => names.get(id) ?? id).sort();
  }
  const names = new Map([
    [OPEN_ROAD.commitment, 'road'],
    [OPEN_SCHOOL.commitment, 'school'],
    [WATER.commitment, 'water'],
  ]);

  describe('lists', () => {
    beforeAll(fill);
    afterAll(() => register.close());

    test.each<[string, Partial<StandingFilters>, string[]]>([
      ['all, each once', {}, ['road', 'school', 'water']],
      ['none before they were made', { asOf: '2021-03-01' }, []],
      ['by status', { statuses: ['delayed'] }, ['road']],
      ['by status on another day', { statuses: ['open'], asOf: '2021-06-01' }, ['road', 'water']],
      ['by no status', { statuses: [] }, []],
      ['by several statuses', { statuses: ['delayed', 'in-progress'] }, ['road', 'school']],
      ['by deadline from a day on', { deadlineFrom: DAY, deadlineTo: '2022-03-01' }, ['school']],
      ['by deadline until a day', { deadlineTo: '2021-12-31' }, ['road']],
      ['by area', { areas: ['water'] }, ['water']],
      ['by several areas', { areas: ['water', 'education'] }, ['school', 'water']],
      ['by party', { party: 'UZB' }, ['school', 'water']],
      ['by party and area', { party: 'UZB', areas: ['water'] }, ['water']],
      ['by pairs, each once', { pairs: ['KAZ-UZB', 'KGZ-UZB'] }, ['school', 'water']],
      ['by no pairs', { pairs: [] }, []],
      ['by when they were made', { from: '2021-03-02', to: '2021-03-02' }, ['road', 'school', 'water']],
      ['by when they were made, another day', { from: '2021-03-03' }, []],
      ['by words', { words: { terms: [{ anyOf: [['school'], ['road']] }] } }, ['road', 'school']],
      ['by words that stand together', { words: { terms: [{ anyOf: [['build', 'a', 'road']] }] } }, ['road']],
      ['by words and party', { words: { terms: [{ anyOf: [['agreed']] }] }, party: 'UZB' }, ['school', 'water']],
    ])('lists %s', async (_, filters, expected) => expect(await listed(filters)).toEqual(expected));

    test('a list goes by deadline or by when a thing was made, in portions', async () => {
      const filters = { asOf: DAY, deadlineTo: '2030-01-01' };
      const byDeadline = await listStandings(register, filters, { order: 'deadline' });
      expect(byDeadline.map(({ id }) => names.get(id))).toEqual(['road', 'school']);
      const portions: Standing[] = [];
      for (const offset of [0, 1, 2])
        portions.push(...(await listStandings(register, { asOf: DAY }, { offset, limit: 1 })));
      expect(portions).toEqual(await listStandings(register, { asOf: DAY }));
      expect(await countStandings(register, { asOf: DAY }, 2)).toBe(2);
    });

    test('an undertaking is told with its status, as the first of the pairs has it', async () => {
      const [found] = await listStandings(register, { asOf: DAY, areas: ['water'] });
      expect(found).toEqual({
        id: WATER.commitment,
        pair: 'KAZ-KGZ',
        marking: 'public',
        status: 'open',
        since: '2021-03-02',
        words: 'words',
        parties: ['KAZ', 'KGZ', 'UZB'],
        areas: ['water'],
        strength: 3,
        made: '2021-03-02',
        document: summit.document.id,
        mentions: 1,
      });
      const among = await listStandings(register, { asOf: DAY, areas: ['water'], pairs: ['KAZ-UZB', 'KGZ-UZB'] });
      expect(among.map(({ pair }) => pair)).toEqual(['KAZ-UZB']);
    });
  });

  describe('changes', () => {
    beforeEach(fill);
    afterEach(() => register.close());

    test('one whose day is unknown is there on every day, without a status', async () => {
      const { made: _, ...data } = OPEN_ROAD.data;
      const undated = { ...OPEN_ROAD, data, spans: [{ status: '', since: '', until: FOREVER }] } as const;
      await store('KAZ-KGZ', [undated]);
      const [found] = await listStandings(register, { asOf: '1999-01-01' });
      expect(found).toMatchObject({ id: OPEN_ROAD.commitment });
      expect(found).not.toHaveProperty('status');
    });

    test('a pair whose record has changed is stale, and so is what another version derived', async () => {
      expect(await stalePairs(register, VERSION)).toEqual([]);
      expect((await stalePairs(register, '2')).map(({ pair }) => pair)).toEqual(['KAZ-KGZ', 'KAZ-UZB', 'KGZ-UZB']);
      await fileAll(register, [sampleFiling(4)], linkToFirst, NOW);
      expect((await stalePairs(register, VERSION)).map(({ pair }) => pair)).toEqual(['KAZ-KGZ']);
    });

    test('what is replaced is gone, with its words', async () => {
      await store('KAZ-KGZ', [{ ...OPEN_ROAD, spans: OPEN_SCHOOL.spans }]);
      expect(await listed({ statuses: ['in-progress'] })).toEqual(['road', 'school']);
      await store('KAZ-KGZ', []);
      await store('KGZ-UZB', []);
      expect(await listed({})).toEqual([]);
      expect(await listed({ words: { terms: [{ anyOf: [['road']] }] } })).toEqual([]);
      expect(await listed({ pairs: ['KAZ-UZB'] })).toEqual(['water']);
    });

    test('what was derived before the record changed is not stored', async () => {
      const revision = (await findPair(register, 'KAZ-KGZ'))?.revision ?? 0;
      await fileAll(register, [sampleFiling(5)], linkToFirst, NOW);
      const old = { pair: 'KAZ-KGZ', revision, version: VERSION, waiting: 0, standings: [] };
      expect(await replaceStandings(register, old)).toBe(false);
      expect(await listed({ statuses: ['delayed'] })).toEqual(['road']);
    });

    test('what waits is counted by pair', async () => {
      expect([...(await waitingByPair(register))]).toEqual([['KAZ-KGZ', 2]]);
    });

    test('the documents that were added last', async () => {
      await fileAll(register, [sampleFiling(6)], linkToFirst, '2026-02-01T00:00:00Z');
      const since = await recentDocuments(register, { since: NOW }, 5);
      expect(since.map(({ title }) => title)).toEqual(['Talk 6']);
      const ofPair = await recentDocuments(register, { pairs: ['KGZ-UZB'] }, 5);
      expect(ofPair.map(({ title }) => title)).toEqual(['Talk 3', 'Talk 2']);
    });

    test.skipIf(name === 'SQLite')(
      'each clearance has its own, and loses those that a raised marking stands behind',
      async () => {
        const open = register.at('public');
        expect(await listStandings(open, { asOf: DAY })).toEqual([]);
        await store('KAZ-KGZ', [OPEN_ROAD], 0, open);
        await store('KGZ-UZB', [OPEN_SCHOOL], 0, open);
        expect(await countStandings(open, { asOf: DAY })).toBe(2);
        expect(await countStandings(register, { asOf: DAY })).toBe(3);
        await changeMarking(register, road.document.id, 'delegation');
        expect((await listStandings(open, { asOf: DAY })).map(({ id }) => names.get(id))).toEqual(['school']);
        expect(await countStandings(open, { asOf: DAY, words: { terms: [{ anyOf: [['road']] }] } })).toBe(0);
        expect((await stalePairs(open, VERSION)).map(({ pair }) => pair)).toContain('KAZ-KGZ');
        expect(await listStandings(register, { asOf: DAY, statuses: ['delayed'] })).toHaveLength(1);
      },
    );

    test.skipIf(name === 'SQLite')('an undertaking has the highest marking of its documents', async () => {
      await changeMarking(register, road.document.id, 'delegation');
      await store('KAZ-KGZ', [OPEN_ROAD]);
      const [found] = await listStandings(register, { asOf: DAY, statuses: ['delayed'] });
      expect(found?.marking).toBe('delegation');
    });
  });
});
