import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDocuments, follows, keyOf, refreshStandings, unfollow } from '../desk/index.ts';
import { documentOf } from '../model/index.ts';
import { type ExampleSite, exampleSite } from './testing/example.ts';

const BRIDGE = documentOf(
  'Presidents of Kazakhstan and Uzbekistan met in Tashkent on 5 May 2025. The sides agreed to build a bridge by the end of 2025.',
  { publishedAt: '2025-05-06' },
);

let site: ExampleSite;
beforeAll(async () => {
  site = await exampleSite();
  await addDocuments(site.desk, [{ kind: 'document', place: 'bridge', document: BRIDGE }]);
  await refreshStandings(site.desk);
}, 120_000);
afterAll(() => site.close());
beforeEach(async () => {
  for (const what of await follows(site.desk)) await unfollow(site.desk, keyOf(what));
});

async function textOf(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await site.app.request(path, { headers });
  expect({ path, status: answer.status, faults: site.faults }).toEqual({ path, status: 200, faults: [] });
  return answer.text();
}

const post = (path: string, fields: Record<string, string>) =>
  site.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
  });

describe('what is followed', () => {
  test('nothing at first: then the first page shows everything, and says how to follow', async () => {
    const home = await textOf('/');
    expect(home).toContain('You follow nothing yet');
    expect(home).toContain('build a bridge');
    expect(home).toContain('href="/pairs/KAZ-KGZ"');
  });

  test('narrows the first page and its lists, and is taken off again', async () => {
    const followed = await post('/follow', { kind: 'pair', pair: 'KGZ-UZB', back: '/pairs/KGZ-UZB' });
    expect([followed.status, followed.headers.get('location')]).toEqual([303, '/pairs/KGZ-UZB']);
    expect(await textOf('/pairs/KGZ-UZB')).toContain('Do not follow: this pair');
    const home = await textOf('/');
    expect(home).toContain('Pairs that you follow');
    expect(home).not.toContain('build a bridge');
    expect(home).toContain('/commitments?status=overdue&amp;followed=1');
    expect(await textOf('/commitments?followed=1')).not.toContain('build a bridge');
    expect(await textOf('/?all=pairs')).toContain('href="/pairs/KAZ-KGZ"');
    await post('/unfollow', { key: 'pair KGZ-UZB', back: '//evil.example' });
    expect(await textOf('/')).toContain('You follow nothing yet');
  });

  test.each([
    [{ kind: 'group', group: 'central-asia' }, 'Central Asian countries'],
    [{ kind: 'actor', actor: 'Uzbekistan' }, 'Uzbekistan and all others'],
    [{ kind: 'states', states: 'Kazakhstan, Uzbekistan', name: 'Neighbours' }, 'Neighbours'],
    [{ kind: 'states', states: 'kaz uzb', name: '' }, 'KAZ, UZB'],
  ])('%o', async (fields, name) => {
    expect((await post('/follow', fields)).status).toBe(303);
    const home = await textOf('/');
    expect(home).toContain(`Do not follow: ${name}`);
    expect(home).toContain('build a bridge');
  });

  test.each([[{ kind: 'nonsense' }], [{ kind: 'states', states: 'KAZ' }], [{ kind: 'actor', actor: 'Atlantis' }]])(
    '%o is refused',
    async (fields) => expect((await post('/follow', fields)).status).toBe(400),
  );

  test('what is new since the last visit is of what is followed', async () => {
    const visits = { cookie: 'visits=2020-01-01T00:00:00.000Z 2020-01-01T00:00:00.000Z' };
    expect(await textOf('/', visits)).toContain('New since your last visit');
    await post('/follow', { kind: 'pair', pair: 'KAZ-UZB' });
    const home = await textOf('/', visits);
    expect(home).toContain('New since your last visit');
    expect(home).not.toContain('Ak-Jol checkpoint opens');
  });
});

describe('undertakings over all pairs', () => {
  const LIST = 'status=overdue&area=transport&actor=UZB&asOf=2026-06-01&q=bridge';

  test('as a page, with what is chosen in its form', async () => {
    const page = await textOf(`/commitments?${LIST}`);
    expect(page).toContain('1 commitment<');
    expect(page).toContain('build a bridge by the end of 2025');
    expect(page).toMatch(/<option value="overdue" selected/);
    expect(page).toContain(`/commitments.csv?${LIST.replaceAll('&', '&amp;')}`);
  });

  test('as a table', async () => {
    const [head, ...rows] = (await textOf(`/commitments.csv?${LIST}`)).trim().split('\r\n');
    expect(head).toMatch(/^id,pair,marking,status/);
    expect(rows).toEqual([expect.stringContaining('build a bridge by the end of 2025')]);
  });

  test('by the API, with the same filters', async () => {
    const list = JSON.parse(await textOf(`/api/v1/commitments?${LIST}`));
    expect(list).toMatchObject({ asOf: '2026-06-01', count: 1, more: false, stale: 0 });
    expect(list.items[0]).toMatchObject({ pair: 'KAZ-UZB', status: 'delayed', deadline: '2025-12-31' });
  });

  test('of a pair, named in either order, and of an office', async () => {
    for (const query of ['pair=UZB-KAZ', 'pair=KAZ-UZB', 'actor=KAZ%2Fpresident'])
      expect([query, JSON.parse(await textOf(`/api/v1/commitments?${query}`)).stale]).toEqual([query, 0]);
    expect(await textOf('/commitments?pair=UZB-KAZ')).toContain('build a bridge');
  });

  test('by the agenda of the API and its calendar', async () => {
    const agenda = JSON.parse(await textOf('/api/v1/agenda?asOf=2025-12-10&limit=1'));
    expect(agenda.soon).toMatchObject({ count: 1, items: [{ days: 21, words: 'build a bridge by the end of 2025' }] });
    expect(await textOf('/agenda.ics')).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\r\n$/);
  });

  test('by search: with a status, or without words', async () => {
    expect(await textOf('/search?q=bridge&status=delayed')).toContain('build a bridge');
    expect(await textOf('/search?area=transport&actor=UZB')).toContain('build a bridge');
    const beside = await textOf('/search?q=bridge');
    expect(beside).toContain('Commitments found');
    expect(beside).toContain('Texts found');
  });

  test('by the feed of such a search, and by a saved one', async () => {
    const feed = await textOf('/search.atom?q=bridge&status=delayed');
    expect(feed).toMatch(/<entry><title>build a bridge by the end of 2025<\/title>.*delayed/);
    await post('/search/save', { query: 'status=delayed&actor=UZB', name: 'Late' });
    expect(await textOf('/search')).toContain('href="/search?status=delayed&amp;actor=UZB"');
  });

  test.each(['status=nonsense', 'due=-1', 'due=soon', 'area=nonsense', 'actor=Atlantis', 'asOf=yesterday'])(
    '%s is refused with what to do',
    async (query) => {
      const answer = await site.app.request(`/api/v1/commitments?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ remedy: expect.any(String) });
    },
  );
});

test('pairs that have changed are told of until they are worked out', async () => {
  const talk = documentOf('Kazakhstan and Tajikistan held talks. They agreed to open a road.', {
    publishedAt: '2026-01-01',
  });
  await addDocuments(site.desk, [{ kind: 'document', place: 'talk', document: talk }]);
  expect(await textOf('/')).toContain('The record of 1 pair has changed');
  await expect.poll(() => textOf('/commitments'), { timeout: 20_000 }).not.toContain('The record of');
  expect(await textOf('/commitments')).toContain('open a road');
});
