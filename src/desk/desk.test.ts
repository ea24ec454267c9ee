import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { documentOf, ReadoutError } from '../model/index.ts';
import {
  type AddEvent,
  addDocuments,
  backUp,
  closeDesk,
  commitment,
  commitmentList,
  type Desk,
  decide,
  decisionsAbout,
  document,
  dossier,
  exportReadings,
  exportTable,
  loadExamples,
  meeting,
  openDesk,
  pairs,
  readText,
  reread,
  resolveActor,
  restore,
  type SourceItem,
  sameText,
  savedSearches,
  saveSearch,
  search,
  undo,
} from './index.ts';

vi.mock('./read-document.ts', async (original) => {
  const room: typeof import('./read-document.ts') = await original();
  return {
    ...room,
    readDocument(given: Parameters<typeof room.readDocument>[0]) {
      if (given.text.includes('FAULT')) throw new RangeError('a fault of the reader');
      return room.readDocument(given);
    },
  };
});

const folder = mkdtempSync(join(tmpdir(), 'readout-desk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function item(text: string): SourceItem {
  return { kind: 'document', place: text.slice(0, 20), document: documentOf(text, { publishedAt: '2021-03-02' }) };
}

async function lines(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe('adding', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ database: join(folder, 'adding.sqlite') });
  });
  afterAll(() => closeDesk(desk));

  test('everything that is given is told of, in order; what cannot be read is lost to nobody', async () => {
    const refusal = new ReadoutError('empty', 'there is no text in', 'x', 'give one');
    const items: SourceItem[] = [
      item('First talks.'),
      { kind: 'refused', place: 'x', error: refusal },
      item('FAULT'),
      item('First talks.'),
      item('Second talks.'),
    ];
    const events: AddEvent[] = [];
    const summary = await addDocuments(desk, items, (event) => events.push(event));
    expect(events.map(({ kind }) => kind)).toEqual(['added', 'refused', 'refused', 'known', 'added']);
    expect(summary).toMatchObject({
      added: 2,
      known: 1,
      refused: [
        { error: refusal },
        { place: 'FAULT', error: { code: 'bad-input', message: expect.stringContaining('fault of the reader') } },
      ],
    });
    expect(await addDocuments(desk, items.slice(0, 1))).toMatchObject({ added: 0, known: 1 });
  });

  test('a text in an unknown language has no findings and is found by its words', async () => {
    const text = 'Los presidentes se reunieron en Madrid y hablaron de comercio durante la tarde del martes pasado.';
    await addDocuments(desk, [item(text)]);
    const [found] = (await search(desk, 'Madrid comercio')).results;
    expect(found?.document).toMatchObject({ language: 'other' });
  });

  test('words that look like operators or markup are only words', async () => {
    await addDocuments(desk, [item('NOT AND OR NEAR <script>alert("x")</script> * : ^')]);
    for (const words of ['NOT AND', '"script alert"', 'near(', '* : ^', '"', '<script>'])
      await expect(search(desk, words)).resolves.toBeDefined();
  });

  test.each([
    ['words', 'road '.repeat(33)],
    ['words of a phrase', `"${'road '.repeat(33)}"`],
    ['words without spaces between them', 'a.'.repeat(33)],
    ['letters', 'я'.repeat(1001)],
    ['signs', '* '.repeat(501)],
  ])('a search of too many %s is refused', async (_, words) => {
    await expect(search(desk, words)).rejects.toMatchObject({ code: 'bad-input', remedy: expect.any(String) });
    await expect(commitmentList(desk, { words })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(search(desk, 'road '.repeat(32))).resolves.toBeDefined();
  });
});

describe('the example dossier', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ database: join(folder, 'examples.sqlite') });
    expect(await loadExamples(desk)).toMatchObject({ added: 14, refused: [] });
  });
  afterAll(() => closeDesk(desk));

  test('is loaded once', async () => {
    expect(await loadExamples(desk)).toBeUndefined();
  });

  test('has one pair first, and a dossier in either order', async () => {
    const [first] = await pairs(desk);
    expect(first).toMatchObject({ pair: 'KAZ-KGZ', a: 'KAZ', b: 'KGZ' });
    const [there, back] = await Promise.all([dossier(desk, 'KAZ-KGZ'), dossier(desk, 'KGZ-KAZ')]);
    expect(there.commitments.length).toBeGreaterThan(20);
    expect(there.documents.length).toBeGreaterThan(10);
    expect(back).toEqual(there);
  });

  test('finds the reprint', async () => {
    const { reprints } = await dossier(desk, 'KAZ-KGZ');
    expect(reprints).toHaveLength(1);
  });

  test('tells what the reprint changed', async () => {
    const [cluster] = (await dossier(desk, 'KAZ-KGZ')).reprints;
    const [reprint] = await sameText(desk, cluster!.head);
    expect(reprint).toMatchObject({ relation: 'reprint', document: { id: cluster!.reprints[0]!.document } });
    expect(reprint!.changes.length).toBeGreaterThan(0);
    const [source] = await sameText(desk, reprint!.document.id);
    expect(source).toMatchObject({ relation: 'source', document: { id: cluster!.head }, changes: reprint!.changes });
  });

  test('every mention leads to its words', async () => {
    const { commitments } = await dossier(desk, 'KAZ-KGZ');
    for (const { record } of commitments.slice(0, 10))
      for (const { document: id, words, spans } of record.mentions) {
        const { text } = (await document(desk, id)).document;
        expect(spans.map(([start, end]) => text.slice(start, end)).join(' … ')).toBe(words);
      }
  });

  test('shows only what was there on an earlier day', async () => {
    const early = await dossier(desk, 'KAZ-KGZ', { asOf: '2022-01-01' });
    expect(early.documents.every(({ publishedAt = '' }) => publishedAt <= '2022-01-01')).toBe(true);
    expect(early.commitments.every(({ status }) => status === undefined || status.since <= '2022-01-01')).toBe(true);
    expect(early.commitments.length).toBeLessThan((await dossier(desk, 'KAZ-KGZ')).commitments.length);
  });

  test.for([
    ['areas', { areas: ['transport'] }, ({ record }) => record.areas.includes('transport')],
    ['side', { side: 'KAZ' }, ({ record }) => record.parties.join() === 'KAZ'],
    ['joint', { side: 'joint' }, ({ record }) => record.parties.length > 1],
    ['status', { statuses: ['open'] }, ({ status }) => status?.status === 'open'],
    ['days', { from: '2022-01-01', to: '2022-12-31' }, ({ record }) => record.mentions[0]?.date?.startsWith('2022')],
  ] as [
    string,
    Parameters<typeof dossier>[2],
    (view: Awaited<ReturnType<typeof dossier>>['commitments'][number]) => unknown,
  ][])('narrowed by %s', async ([, filters, holds]) => {
    const { commitments } = await dossier(desk, 'KAZ-KGZ', filters);
    expect(commitments.length).toBeGreaterThan(0);
    expect(commitments.every((view) => holds(view))).toBe(true);
  });

  test('a commitment by any of its mentions, with the documents that tell of it', async () => {
    const { commitments } = await dossier(desk, 'KAZ-KGZ');
    const several = commitments.find(({ record }) => record.mentions.length > 1);
    const last = several?.record.mentions.at(-1);
    const page = await commitment(desk, last?.id ?? '');
    expect(page.record.id).toBe(several?.record.id);
    expect(page.documents.map(({ id }) => id)).toContain(last?.document);
    await expect(commitment(desk, 'unknown')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a meeting that both sides tell of is compared', async () => {
    const { meetings } = await dossier(desk, 'KAZ-KGZ');
    const pages = await Promise.all(meetings.map(({ id }) => meeting(desk, id)));
    const comparisons = pages.flatMap((page) => page.comparisons);
    expect(comparisons.some(({ sides }) => sides.a !== sides.b)).toBe(true);
  });

  test.for([
    ['road', 'en'],
    ['roads', 'en'],
    ['товарооборот', 'ru'],
    ['товарооборота', 'ru'],
    ['"Issyk-Kul"', 'en'],
  ] as const)('search for %s finds texts in %s and marks the words', async ([words, language]) => {
    const { results } = await search(desk, words);
    const found = results.find(({ document: { language: of } }) => of === language);
    expect(found?.marks.length).toBeGreaterThan(0);
    for (const [start, end] of found?.marks ?? [])
      expect(found?.snippet.slice(start, end)).toMatch(/road|товарооборот|Issyk/i);
  });

  test('exports: a Reading a line, and a table that no spreadsheet takes for formulas', async () => {
    expect(await lines(exportReadings(desk))).toHaveLength(14);
    const [header, ...rows] = await lines(exportTable(desk, 'commitment'));
    expect(header).toMatch(/^id,day,document,/);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.join('')).not.toMatch(/(?:^|,)[=+@]/m);
  });

  test('a search is saved that fits in an address', async () => {
    await saveSearch(desk, { name: 'road', query: 'q=road' });
    for (const search of [
      { name: 'long', query: `q=${'road+'.repeat(500)}` },
      { name: 'road'.repeat(600), query: 'q=road' },
    ])
      await expect(saveSearch(desk, search)).rejects.toMatchObject({ code: 'bad-input' });
    expect(await savedSearches(desk)).toMatchObject([{ name: 'road', query: 'q=road' }]);
  });

  test('nothing is read again where the reader is the same', async () => {
    expect(await reread(desk)).toEqual({ reread: 0, failed: [], unattached: [] });
  });

  test('a rejected commitment leaves the record until that is taken back, and everything is kept', async () => {
    const { commitments } = await dossier(desk, 'KAZ-KGZ');
    const subject = commitments.find(({ record }) => record.mentions.length === 1)?.record.id ?? '';
    const ids = async () => (await dossier(desk, 'KAZ-KGZ')).commitments.map(({ record }) => record.id);
    const by = { who: 'analyst', why: 'a forecast' };
    const { id } = await decide(desk, { kind: 'reject', subject, payload: {}, ...by });
    expect(await ids()).not.toContain(subject);
    await undo(desk, id, by);
    expect(await ids()).toContain(subject);
    expect((await decisionsAbout(desk, subject)).all).toHaveLength(2);
    for (const party of ['Ruritania', 'KAZ/\ud800', '']) {
      const payload = { fields: { parties: [party] } };
      await expect(decide(desk, { kind: 'correct', subject, payload, ...by })).rejects.toMatchObject({
        code: 'unknown-actor',
      });
    }
    for (const kind of ['merge', 'undo'] as const)
      await expect(decide(desk, { kind, subject, payload: {}, ...by })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(
      decide(desk, { kind: 'note', subject: 'x#c1-2', payload: { text: 'n' }, ...by }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('reading again gives the same record, and leaves decisions alone', async () => {
    const before = await dossier(desk, 'KAZ-KGZ');
    const [first, second] = before.commitments.filter(({ record }) => record.mentions.length === 1);
    const by = { who: 'analyst', why: 'a forecast' };
    await decide(desk, { kind: 'reject', subject: first?.record.id ?? '', payload: {}, ...by });
    const lost = `${second?.record.id.split('#')[0]}#c0-1`;
    const { id } = await decide(desk, { kind: 'accept', subject: lost, payload: {}, ...by });
    await desk.register.db.updateTable('readings').set({ reader: '0.0.1' }).execute();
    const summary = await reread(desk);
    expect(summary).toMatchObject({ reread: 14, failed: [], unattached: [{ id }] });
    const ids = (await dossier(desk, 'KAZ-KGZ')).commitments.map(({ record }) => record.id);
    expect(ids).toEqual(before.commitments.map(({ record }) => record.id).filter((one) => one !== first?.record.id));
  });

  test('a copy is the same register', async () => {
    const copy = join(folder, 'copy.sqlite');
    const restored = join(folder, 'restored', 'register.sqlite');
    await backUp(desk, copy);
    await restore(copy, restored);
    const again = await openDesk({ database: restored });
    expect(await dossier(again, 'KAZ-KGZ')).toEqual(await dossier(desk, 'KAZ-KGZ'));
    await closeDesk(again);
    expect(existsSync(`${restored}.restoring`)).toBe(false);
    await expect(restore(join(import.meta.dirname, 'desk.ts'), restored, { replace: true })).rejects.toMatchObject({
      code: 'register-unwritable',
    });
    expect(existsSync(restored)).toBe(true);
  });
});

test.for([
  ['KAZ', 'KAZ'],
  ['kaz', 'KAZ'],
  ['Kazakhstan', 'KAZ'],
  ['Кыргызстан', 'KGZ'],
  ['the Kyrgyz Republic', 'KGZ'],
  ['EAEU', 'eaeu'],
] as const)('%s is %s', ([words, id]) => {
  expect(resolveActor(words)).toBe(id);
});

test('reading the same text twice gives the same', () => {
  const text = 'Talks held\n\nASTANA. The Presidents of Kazakhstan and Kyrgyzstan agreed to build a road.';
  expect(readText(text).reading).toEqual(readText(text).reading);
});
