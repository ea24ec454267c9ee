import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../model/index.ts';
import {
  addDocuments,
  agenda,
  type CommitmentFilters,
  closeDesk,
  commitmentList,
  countStale,
  type Desk,
  decide,
  dossier,
  everyCommitment,
  exportCommitments,
  type Follow,
  follow,
  followedPairs,
  follows,
  keyOf,
  loadExamples,
  openDesk,
  pairs,
  recent,
  refresherOf,
  refresherOnThread,
  refreshStandings,
  reviewQueue,
  type SourceItem,
  unfollow,
  waiting,
} from './index.ts';

const DAYS = ['2021-03-01', '2021-03-02', '2022-06-01', '2024-06-10', '2025-01-01', '2026-11-28', '2040-01-01'];
const LIVE = ['open', 'in-progress', 'partly', 'delayed'];

const folder = mkdtempSync(join(tmpdir(), 'readout-standings-'));
const database = join(folder, 'register.sqlite');
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({ database });
  await loadExamples(desk);
  await addDocuments(desk, [LATE]);
  const { commitments } = await dossier(desk, 'KAZ-KGZ');
  const subject = commitments.find(({ status }) => status?.status === 'open')?.record.id ?? '';
  await decide(desk, {
    kind: 'set-status',
    subject,
    payload: { status: 'partly', date: '2026-02-01' },
    why: 'half of it',
  });
  await refreshStandings(desk);
}, 60_000);
afterAll(async () => {
  await closeDesk(desk);
  rmSync(folder, { recursive: true, force: true });
});

/** A text of today about talks of long ago. */
const LATE = item(
  'Presidents of Kazakhstan and Uzbekistan met in Tashkent on 5 May 2023. The sides agreed to build a bridge by the end of 2025.',
  '2025-02-01',
);

function item(text: string, publishedAt: string): SourceItem {
  return { kind: 'document', place: 'text', document: documentOf(text, { publishedAt }) };
}

async function gathered<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const one of items) all.push(one);
  return all;
}

const all = (filters: CommitmentFilters) => gathered(everyCommitment(desk, filters));

/** The status of each undertaking that the dossier of a pair shows on a day, by the id that it has now. */
async function shownIn(pair: string, asOf: string): Promise<ReadonlyMap<string, string>> {
  const current = await dossier(desk, pair, { asOf: '2060-01-01' });
  const ids = new Map(
    current.commitments.flatMap(({ record }) => record.mentions.map(({ id }) => [id, record.id] as const)),
  );
  const { commitments } = await dossier(desk, pair, { asOf });
  return new Map(
    commitments.flatMap(({ record, status }) =>
      status === undefined ? [] : [[ids.get(record.id) ?? record.id, status.status] as const],
    ),
  );
}

describe('the standings are what the dossiers show', () => {
  test.each(DAYS)('on %s', async (asOf) => {
    for (const { pair } of await pairs(desk)) {
      const stored = (await all({ pairs: [pair], asOf })).filter(({ status }) => status !== undefined);
      const statuses = new Map(stored.map(({ id, status }) => [id, status]));
      expect([...statuses].sort()).toEqual([...(await shownIn(pair, asOf))].sort());
    }
  });

  test.each(DAYS)('the agenda of %s has all that is due or overdue, each once', async (asOf) => {
    const days = await agenda(desk, { asOf, limit: 1000 });
    const live = (await all({ asOf })).filter(
      ({ status, deadline }) => deadline !== undefined && LIVE.includes(status ?? ''),
    );
    const until = (count: number) => new Date(Date.parse(asOf) + count * 86_400_000).toISOString().slice(0, 10);
    const within = (from: string, to: string) =>
      live.flatMap(({ id, deadline = '' }) => (deadline >= from && deadline <= to ? [id] : [])).sort();
    const ids = (list: typeof days.soon) => list.items.map(({ id }) => id).sort();
    expect(ids(days.soon)).toEqual(within(asOf, until(30)));
    expect(ids(days.later)).toEqual(within(until(31), until(90)));
    expect(ids(days.overdue)).toEqual(within('', until(-1)));
    for (const list of [days.soon, days.later, days.overdue]) expect(list.count).toBe(list.items.length);
    expect(new Set(live.map(({ id }) => id)).size).toBe(live.length);
  });

  test('a cut list has the count of the whole, the longest overdue first', async () => {
    const whole = await agenda(desk, { asOf: '2040-01-01', limit: 1000 });
    const { overdue } = await agenda(desk, { asOf: '2040-01-01', limit: 2 });
    expect(overdue).toEqual({ count: whole.overdue.count, items: whole.overdue.items.slice(0, 2) });
    expect(whole.overdue.count).toBeGreaterThan(2);
    const deadlines = whole.overdue.items.map(({ deadline }) => deadline);
    expect(deadlines).toEqual(deadlines.toSorted());
  });

  test('what waits is as long as the queue of each pair', async () => {
    for (const [pair, count] of await waiting(desk)) expect(await reviewQueue(desk, pair)).toHaveLength(count);
  });
});

describe('a list of undertakings', () => {
  test('narrowed in every way at once', async () => {
    const { items, count, more } = await commitmentList(desk, {
      overdue: true,
      areas: ['transport', 'trade'],
      actor: 'UZB',
      from: '2021-01-01',
      asOf: '2026-11-28',
      words: 'bridges build',
    });
    expect(items).toHaveLength(count);
    expect(more).toBe(false);
    expect(items[0]).toMatchObject({ pair: 'KAZ-UZB', status: 'delayed', words: 'build a bridge by the end of 2025' });
  });

  test('words in quotation marks stand together, and signs alone are no words', async () => {
    expect((await commitmentList(desk, { words: '"build a bridge"' })).count).toBe(1);
    expect((await commitmentList(desk, { words: '"bridge build"' })).count).toBe(0);
    expect((await commitmentList(desk, { words: '…' })).count).toBe(0);
  });

  test('in pages', async () => {
    const first = await commitmentList(desk, {}, { limit: 3 });
    const second = await commitmentList(desk, {}, { page: 2, limit: 3 });
    expect(first.more).toBe(true);
    expect([...first.items, ...second.items]).toEqual((await commitmentList(desk, {}, { limit: 6 })).items);
  });

  test('as a table', async () => {
    const lines = await gathered(exportCommitments(desk, { overdue: true, asOf: '2026-11-28' }));
    expect(lines[0]).toMatch(/^id,pair,marking,status,since,/);
    expect(lines).toHaveLength((await agenda(desk, { asOf: '2026-11-28' })).overdue.count + 1);
  });
});

describe('following', () => {
  test('nothing is followed at first, then what was chosen, once', async () => {
    expect(await followedPairs(desk)).toBeUndefined();
    await follow(desk, { kind: 'pair', pair: 'KAZ-UZB' });
    await follow(desk, { kind: 'pair', pair: 'KAZ-UZB' });
    expect(await follows(desk)).toHaveLength(1);
    expect(await followedPairs(desk)).toEqual(['KAZ-UZB']);
    const own = await agenda(desk, { asOf: '2026-11-28', pairs: await followedPairs(desk) });
    expect(own.overdue.items.map(({ words }) => words)).toEqual(['build a bridge by the end of 2025']);
  });

  test.each([
    [{ kind: 'group', group: 'central-asia' }, ['KAZ-KGZ', 'KAZ-UZB', 'KGZ-UZB']],
    [{ kind: 'group', group: 'eaeu' }, ['KAZ-KGZ']],
    [{ kind: 'actor', actor: 'KGZ' }, ['KAZ-KGZ', 'KGZ-UZB']],
    [{ kind: 'states', name: 'neighbours', states: ['UZB', 'KGZ'] }, ['KGZ-UZB']],
  ] as const)('%o', async (what, expected) => {
    const other = { ...desk, owner: keyOf(what as Follow) };
    await follow(other, what as Follow);
    expect([...((await followedPairs(other)) ?? [])].sort()).toEqual(expected);
    await unfollow(other, keyOf(what as Follow));
    expect(await followedPairs(other)).toBeUndefined();
  });

  test.each([
    { kind: 'pair', pair: 'nonsense' },
    { kind: 'group', group: 'un' },
    { kind: 'states', name: '', states: ['KAZ'] },
    { kind: 'states', name: 'too many', states: Array.from({ length: 61 }, (_, index) => `S${index}`) },
  ] as const)('%o cannot be followed', async (what) => {
    await expect(follow(desk, what as Follow)).rejects.toMatchObject({ code: 'bad-input' });
  });

  test('what is new is what was added since, of what is followed', async () => {
    const { documents, fresh } = await recent(desk, { since: '2000-01-01', pairs: ['KAZ-UZB'] });
    expect(fresh).toBe(documents.length);
    expect(documents[0]?.publishedAt).toBe('2025-02-01');
    expect(await recent(desk, { since: '2100-01-01' })).toMatchObject({ fresh: 0 });
  });
});

describe('a refresher', () => {
  const change = (number: number) =>
    addDocuments(desk, [
      item(
        `Talk ${number} of Kazakhstan and Tajikistan. They agreed to open a road in ${2030 + number}.`,
        '2026-01-01',
      ),
    ]);
  const untilFresh = () => expect.poll(() => countStale(desk), { timeout: 20_000, interval: 50 }).toBe(0);

  test('between other work brings up to date what has changed', async () => {
    const faults: unknown[] = [];
    const refresher = refresherOf([desk], (fault) => faults.push(fault));
    await change(1);
    expect(await countStale(desk)).toBe(1);
    refresher.soon();
    refresher.soon();
    await untilFresh();
    await refresher.close();
    expect(faults).toEqual([]);
    expect((await commitmentList(desk, { pairs: ['KAZ-TJK'] })).count).toBe(1);
  });

  test('on a thread does the same, and ends when it is told', async () => {
    const faults: unknown[] = [];
    const refresher = refresherOnThread({ database, clearances: ['principals'] }, (fault) => faults.push(fault));
    await change(2);
    refresher.soon();
    await untilFresh();
    await refresher.close();
    expect(faults).toEqual([]);
  });

  test('on a thread that cannot work tells so', async () => {
    const faults: unknown[] = [];
    const nowhere = join(folder, 'register.sqlite', 'nowhere', 'register.sqlite');
    const refresher = refresherOnThread({ database: nowhere, clearances: [] }, (fault) => faults.push(fault));
    refresher.soon();
    await expect.poll(() => faults, { timeout: 20_000 }).toHaveLength(1);
    await refresher.close();
    expect(faults[0]).toMatchObject({ message: expect.stringContaining('cannot be opened') });
  });

  test('that is broken off leaves what it has done', async () => {
    await change(3);
    const signal = AbortSignal.abort();
    expect(await refreshStandings(desk, { signal })).toBe(1);
    expect(await countStale(desk)).toBe(1);
    expect(await refreshStandings(desk)).toBe(0);
  });
});
