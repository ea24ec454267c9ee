import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dossier } from '../desk/index.ts';
import { ROUTES } from './api/routes.ts';
import { commitmentHref, documentHref, meetingHref } from './hrefs.ts';
import { type ExampleSite, exampleSite, HOSTILE } from './testing/example.ts';

let site: ExampleSite;
let paths: Readonly<Record<string, string>>;

beforeAll(async () => {
  site = await exampleSite();
  const { commitments, meetings } = await dossier(site.desk, 'KAZ-KGZ');
  paths = {
    commitment: commitmentHref(commitments[0]?.record.id ?? ''),
    meeting: meetingHref(meetings.find(({ mentions }) => mentions.length > 1)?.id ?? ''),
    hostile: documentHref(HOSTILE.id),
  };
}, 120_000);
afterAll(() => site.close());

const get = (path: string, headers: Record<string, string> = {}) => site.app.request(path, { headers });
const pathOf = (path: string) => path.replace(/^\$(\w+)/, (_, name: string) => paths[name] ?? '');
const post = (path: string, fields: Record<string, string>) =>
  site.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
  });

const JSON_TYPE = { 'content-type': 'application/json' };

const PAGES = [
  '/',
  '/pairs/KAZ-KGZ',
  '/pairs/KGZ-KAZ?area=water&status=open&side=joint&from=2021-01-01&to=2025-01-01&asOf=2024-06-01',
  '$commitment',
  '$commitment?asOf=2021-04-01',
  '$meeting',
  '$hostile',
  '/documents',
  '/search',
  '/search?q=border+crossing&actor=KAZ&area=border&from=2021-01-01',
  '/areas',
  '/areas/water',
  '/instruments',
  '/actors',
  '/actors/KAZ/president',
  '/review',
  '/review?pair=KAZ-KGZ&at=1',
  '/brief?pair=KAZ-KGZ&for=KAZ',
  '/compare?pair=KAZ-KGZ',
  '/add',
  '/help',
  '/help/codebook',
];

describe('pages', () => {
  test.each(PAGES)('%s is a whole page with its headers', async (path) => {
    const answer = await get(pathOf(path));
    const body = await answer.text();
    expect({ status: answer.status, faults: site.faults }).toEqual({ status: 200, faults: [] });
    expect(body).toMatch(/^<!DOCTYPE html>\s*<html lang="en">[\s\S]*<h1[\s\S]*<\/html>$/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('etag')).toBeTruthy();
    expect(body).not.toMatch(/ style="|<style|<script>|\son\w+="|undefined|\[object Object\]|NaN/);
  });

  test('all of them are there in every language of the interface', async () => {
    for (const language of ['ru', 'kk', 'ky'])
      for (const path of ['/', '/pairs/KAZ-KGZ', '$commitment', '$meeting', '$hostile', '/review?pair=KAZ-KGZ']) {
        const answer = await get(pathOf(path), { 'accept-language': language });
        expect(await answer.text()).toContain(`<html lang="${language}">`);
      }
  });

  test('what did not change is not sent again', async () => {
    const etag = (await get('/areas')).headers.get('etag') ?? '';
    expect((await get('/areas', { 'if-none-match': etag })).status).toBe(304);
  });

  test.each(['/export/meetings.csv', '/export/readings.jsonl', '/commitments.csv'])(
    '%s is sent as it is made, without the digest that would have to be waited for',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('etag'), answer.headers.get('content-length')]).toEqual([
        200,
        null,
        null,
      ]);
      expect((await answer.text()).length).toBeGreaterThan(0);
    },
  );

  test.each([
    ['/nowhere', 404],
    ['/pairs/KAZ-FRA', 404],
    ['/pairs/nonsense', 404],
    ['/documents/none', 404],
    ['/commitments/none', 404],
    ['/areas/astrology', 400],
    ['/pairs/KAZ-KGZ?asOf=2021-13-01', 400],
    ['/pairs/KAZ-KGZ?status=happy', 400],
    ['/search?q=x&actor=Atlantis', 400],
    ['/help/..%2Fsecret', 404],
    ['/export/all.zip', 404],
  ])('%s is answered with %i and words that help', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('<h1');
  });
});

describe('a document full of markup and script', () => {
  test.each([
    '$hostile',
    '/documents',
    '/search?q=road+school',
    '/pairs/KAZ-KGZ',
    '/compare?pair=KAZ-KGZ',
    '/review?pair=KAZ-KGZ',
  ])('is shown as words only: %s', async (path) => {
    const body = await (await get(pathOf(path))).text();
    expect(body).not.toMatch(/<script>window|<img src=x|<svg onload|href="javascript:/);
  });

  test('and its words are all there', async () => {
    const body = await (await get(pathOf('$hostile'))).text();
    expect(body).toContain('&lt;script&gt;window.ran = 1&lt;/script&gt;');
    expect(body).toContain('{{7*7}}');
  });

  test('feeds and calendars hold it as words too', async () => {
    const feed = await (await get('/search.atom?q=road')).text();
    expect(feed).not.toContain('<script>');
    const calendar = await (await get('/pairs/KAZ-KGZ/calendar.ics')).text();
    expect(calendar.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  });
});

/** Values for the parameters of the routes. */
const SAMPLES: Readonly<Record<string, () => string>> = {
  getDossier: () => '/pairs/KAZ-KGZ?area=water,trade',
  getBrief: () => '/pairs/KAZ-KGZ/brief?for=KAZ',
  getReviewQueue: () => '/pairs/KAZ-KGZ/review',
  getCommitment: () => paths.commitment ?? '',
  getMeeting: () => paths.meeting ?? '',
  getDocument: () => paths.hostile ?? '',
  search: () => '/search?q=border',
};

describe('the API', () => {
  test.each(ROUTES.filter(({ method }) => method === 'get').map(({ id, path }) => [id, path]))(
    '%s answers what its document says',
    async (id, path) => {
      const { paths: described } = JSON.parse(await (await get('/api/v1/openapi.json')).text());
      const { schema } = described[path].get.responses[200].content['application/json'];
      const answer = await get(`/api/v1${SAMPLES[id]?.() ?? path}`);
      expect(answer.status).toBe(200);
      const parsed = z.fromJSONSchema(schema).safeParse(await answer.json());
      expect(parsed.error?.issues.slice(0, 3)).toBeUndefined();
    },
  );

  test('a text is read without being filed', async () => {
    const body = JSON.stringify({
      text: 'Kazakhstan and Kyrgyzstan agreed to build a road.',
      publishedAt: '2026-01-15',
    });
    const answer = await site.app.request('/api/v1/read', { method: 'POST', body, headers: JSON_TYPE });
    expect(await answer.json()).toMatchObject({ document: { language: 'en', publishedAt: '2026-01-15' } });
  });

  test.each([
    ['GET', '/pairs/KAZ-KGZ?asOf=yesterday', undefined, 400, 'bad-date'],
    ['GET', `/search?q=${'road+'.repeat(33)}`, undefined, 400, 'bad-input'],
    ['GET', `/commitments?q=${'road+'.repeat(33)}`, undefined, 400, 'bad-input'],
    ['POST', '/read', JSON.stringify({ text: 'a '.repeat(100_001) }), 413, 'too-large'],
    ['GET', '/pairs/KAZ-FRA', undefined, 404, 'not-found'],
    ['GET', '/commitments?limit=9999', undefined, 400, 'bad-input'],
    ['GET', '/nothing', undefined, 404, 'not-found'],
    ['POST', '/read', '{', 400, 'bad-json'],
    ['POST', '/read', '{"text": ""}', 400, 'bad-input'],
    ['POST', '/decisions', '{"kind": "bless", "subject": "x", "who": "y"}', 400, 'bad-input'],
  ])('%s %s is refused as a problem', async (method, path, body, status, code) => {
    const sent = body === undefined ? {} : { body, headers: JSON_TYPE };
    const answer = await site.app.request(`/api/v1${path}`, { method, ...sent });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, code });
  });
});

describe('deciding', () => {
  test('an answer of the review takes an item off the queue, undo brings it back', async () => {
    const queue = async () =>
      (await (await get('/api/v1/pairs/KAZ-KGZ/review')).json()) as {
        id: string;
        kind: string;
        mentions: { id: string }[];
      }[];
    const before = await queue();
    const item = before.find(({ kind }) => kind === 'finding');
    const answered = await post('/review/decide', {
      kind: 'accept',
      subject: item?.id ?? '',
      pair: 'KAZ-KGZ',
      at: '0',
    });
    expect(answered.status).toBe(303);
    expect((await queue()).map(({ id }) => id)).not.toContain(item?.id);
    const done = new URL(answered.headers.get('location') ?? '', 'http://localhost').searchParams.get('done') ?? '';
    await post('/review/undo', { id: done, pair: 'KAZ-KGZ', at: '0' });
    expect((await queue()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  test('a note stands on the page of its commitment', async () => {
    const path = pathOf('$commitment');
    const subject = decodeURIComponent(path.slice('/commitments/'.length)).replace('~', '#');
    const answered = await post('/decisions', { kind: 'note', subject, text: 'asked on <Monday>', back: path });
    expect(answered.headers.get('location')).toBe(path);
    expect(await (await get(path)).text()).toContain('asked on &lt;Monday&gt;');
  });

  test('a site whose name leads to this machine is not answered', async () => {
    expect((await site.app.request('http://rebound.example/pairs/KAZ-KGZ')).status).toBe(403);
    expect((await site.app.request('http://127.0.0.1:8470/pairs/KAZ-KGZ')).status).toBe(200);
  });

  test('a form of another site is refused, and no form leads elsewhere', async () => {
    const foreign = await site.app.request('/decisions', {
      method: 'POST',
      body: new URLSearchParams({ kind: 'note' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
    for (const back of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
      expect((await post('/settings', { theme: 'dark', back })).headers.get('location')).toBe('/');
  });
});

test('a search whose words break lines is saved as an address', async () => {
  const saved = await post('/search/save', { query: 'q=a\r\nx-header: y' });
  expect(saved.status).toBe(303);
  expect(saved.headers.get('location')).not.toMatch(/[\r\n]/);
  await post('/search/forget', { query: new URLSearchParams('q=a\r\nx-header: y').toString() });
});

describe('what is sent', () => {
  const inPieces = (megabytes: number) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let count = 0; count < megabytes; count++) controller.enqueue(new Uint8Array(1_000_000).fill(97));
        controller.close();
      },
    });

  test.each(['/settings', '/add/preview', '/api/v1/read'])(
    'to %s ends somewhere, told in advance or not',
    async (path) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' };
      const told = { ...headers, 'content-length': '3000000' };
      const answers = [
        await site.app.request(path, { method: 'POST', headers: told, body: 'theme=dark' }),
        await site.app.request(path, { method: 'POST', headers, body: inPieces(3), duplex: 'half' } as RequestInit),
      ];
      expect(answers.map(({ status }) => status)).toEqual([413, 413]);
    },
  );

  test('as files may be more, and ends as well', async () => {
    const body = new FormData();
    body.append('files', new File(['a '.repeat(1_500_000)], 'long.txt'));
    const headers = { origin: 'http://localhost', 'content-length': '260000000' };
    expect((await site.app.request('/add/files', { method: 'POST', headers, body })).status).toBe(413);
  });
});

test('a brief as a page of its own is a file: its style is not that of the site', async () => {
  const answer = await get('/pairs/KAZ-KGZ/brief/html');
  expect(answer.headers.get('content-disposition')).toContain('attachment');
});

test.each(['nothing.csv', 'constructor', '__proto__'])('no export is called %s', async (name) => {
  expect((await get(`/export/${name}`)).status).toBe(404);
});

test('a search is saved under its words, and forgotten', async () => {
  await post('/search/save', { query: 'q=border+crossing&area=border', name: 'border crossing' });
  expect(await (await get('/search')).text()).toContain('/search.atom?q=border+crossing&amp;area=border');
  await post('/search/forget', { query: 'q=border+crossing&area=border' });
  expect(await (await get('/search')).text()).not.toContain('border crossing');
});

describe('adding', () => {
  const text = 'Ministers of Ruritania meet\n\nKazakhstan and Kyrgyzstan agreed to open a bridge by the end of 2031.';

  test('a pasted text is shown as read, then filed', async () => {
    const shown = await (await post('/add/preview', { text, publishedAt: '2030-01-15' })).text();
    expect(shown).toContain('open a bridge');
    const filed = await post('/add/text', { text, publishedAt: '2030-01-15' });
    expect((await get(filed.headers.get('location') ?? '')).status).toBe(200);
  });

  test('files are read one after another, and a bad one does not stop the rest', async () => {
    const body = new FormData();
    body.append('files', new File(['A headline\n\nKazakhstan met Kyrgyzstan.'], 'a.txt'));
    body.append('files', new File([new Uint8Array([0, 1, 2, 3, 0, 0])], 'b.bin'));
    body.append('files', new File([text], 'c.txt'));
    const headers = { accept: 'text/event-stream', origin: 'http://localhost' };
    const told = await (await site.app.request('/add/files', { method: 'POST', body, headers })).text();
    expect([...told.matchAll(/event: (\w+)/g)].map(([, kind]) => kind)).toEqual(['added', 'refused', 'known', 'end']);
  });

  test('an address within this machine is not asked', async () => {
    expect((await post('/add/address', { address: 'http://localhost:8470/' })).status).toBe(403);
    expect((await post('/add/address', { address: 'http://169.254.169.254/latest' })).status).toBe(403);
  });

  test('a text that is too long to be shown as read says so', async () => {
    expect((await post('/add/preview', { text: 'a '.repeat(100_001) })).status).toBe(413);
  });

  test('nothing is asked for again', async () => {
    expect((await post('/add/text', { text: ' ' })).status).toBe(400);
  });
});

test.each([
  ['/export/commitments.csv', 'text/csv'],
  ['/export/readings.jsonl', 'application/jsonl'],
  ['/search.atom?q=border', 'application/atom+xml'],
  ['/pairs/KAZ-KGZ/calendar.ics', 'text/calendar'],
  ['/pairs/KAZ-KGZ/brief/md', 'text/markdown'],
  ['/pairs/KAZ-KGZ/brief/docx', 'application/vnd.openxmlformats'],
])('%s is a file', async (path, type) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain(type);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
});
