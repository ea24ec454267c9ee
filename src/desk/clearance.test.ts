import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BriefWords } from '../ledger/index.ts';
import { documentOf, type Marking } from '../model/index.ts';
import {
  type AddEvent,
  addDocuments,
  auditLog,
  BRIEF_FORMATS,
  brief,
  closeDesk,
  type Desk,
  decide,
  decisionsAbout,
  deskOf,
  document,
  documents,
  dossier,
  exportReadings,
  exportTable,
  openDesk,
  pairs,
  recordAudit,
  type SourceItem,
  sameText,
  savedSearches,
  saveSearch,
  search,
  setMarking,
  undo,
} from './index.ts';
import { type PostgresServer, startPostgres } from './testing.ts';

const OPEN = `Talks in Astana

ASTANA. The Presidents of Kazakhstan and Kyrgyzstan agreed to build a road by 2027. Kazakhstan will supply wheat in 2026.`;
const CLOSED = `Closed talks

ASTANA. The Presidents of Kazakhstan and Kyrgyzstan agreed to build a quarrystone dam by 2028.`;

/** Words for a brief that stand for themselves. */
const WRITING: { words: BriefWords } = {
  words: {
    language: 'en',
    t: (code) => code,
    of: (_, value) => value,
    when: String,
    day: String,
    number: String,
    figure: ({ value }) => String(value),
    measure: String,
    actor: (id) => id,
    list: (items) => items.join(),
  },
};

const server = await startPostgres();
if (server === undefined) console.warn('desks of persons: no PostgreSQL is installed; its tests are skipped');

describe.skipIf(server === undefined)('the desk of a person', { timeout: 120_000 }, () => {
  let whole: Desk;
  let reader: Desk;
  let closed: string;
  let open: string;

  function item(text: string): SourceItem {
    return { kind: 'document', place: 'x', document: documentOf(text, { publishedAt: '2025-03-02' }) };
  }

  async function add(desk: Desk, text: string, marking: Marking = 'public'): Promise<string> {
    const events: AddEvent[] = [];
    await addDocuments(desk, [item(text)], (event) => events.push(event), { marking });
    return events.map((event) => (event.kind === 'refused' ? event.error.code : event.kind)).join();
  }

  async function lines(pieces: AsyncIterable<string>): Promise<string> {
    let all = '';
    for await (const piece of pieces) all += piece;
    return all;
  }

  beforeAll(async () => {
    whole = await openDesk({ database: await (server as PostgresServer).newDatabase() });
    reader = deskOf(whole, { id: '1', name: 'reader', clearance: 'public', address: '192.0.2.1' });
    [open, closed] = [documentOf(OPEN).id, documentOf(CLOSED).id];
    expect([await add(reader, OPEN), await add(whole, CLOSED, 'principals')]).toEqual(['added', 'added']);
  });
  afterAll(async () => {
    if (whole !== undefined) await closeDesk(whole);
    await server?.stop();
  });

  test('shows what they are cleared for', async () => {
    expect((await documents(reader)).map(({ id }) => id)).toEqual([open]);
    await expect(document(reader, closed)).rejects.toMatchObject({ code: 'not-found' });
    expect((await search(reader, 'quarrystone')).results).toEqual([]);
    expect((await search(whole, 'quarrystone')).results).toHaveLength(1);
    expect((await dossier(reader, 'KAZ-KGZ')).commitments.length).toBeLessThan(
      (await dossier(whole, 'KAZ-KGZ')).commitments.length,
    );
    expect((await pairs(reader))[0]).toMatchObject({ documents: 1, marking: 'public' });
    expect((await pairs(whole))[0]).toMatchObject({ documents: 2, marking: 'principals' });
  });

  test('what leaves the desk carries the highest marking in it', async () => {
    const [ofReader, ofAll] = await Promise.all(
      [reader, whole].map(async (desk) => BRIEF_FORMATS.md.write(await brief(desk, 'KAZ-KGZ', WRITING), WRITING)),
    );
    expect(ofReader).toMatch(/^# /);
    expect(ofAll).toMatch(/^\*\*marking\.label: principals\*\*\n\n# /);
    expect(await lines(exportTable(whole, 'commitment'))).toMatch(/^id,.*,marking\r\n(?:.*\r\n)*.*,principals\r\n/);
    const readings = (await lines(exportReadings(whole)))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(readings.map(({ marking }) => marking)).toEqual(['public', 'principals']);
    expect(await lines(exportReadings(reader))).not.toContain('quarrystone');
  });

  test('a text that is there under a marking above theirs stays so, and they are told what they would be told of any', async () => {
    expect(await add(reader, CLOSED)).toBe('added');
    await expect(document(reader, closed)).rejects.toMatchObject({ code: 'not-found' });
    expect((await document(whole, closed)).summary.marking).toBe('principals');
    expect(await add(reader, OPEN)).toBe('known');
    const tried = { action: 'document-added', who: 'reader', subject: closed, detail: { reason: 'above-clearance' } };
    expect((await auditLog(whole))[0]).toMatchObject({ ...tried, marking: 'principals' });
    expect(JSON.stringify(await auditLog(reader))).not.toContain(closed);
  });

  test('nobody gives a marking above their own, or changes one that they may not see', async () => {
    await expect(add(reader, 'Another text.', 'delegation')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(setMarking(reader, open, 'delegation')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(setMarking(reader, closed, 'public')).rejects.toMatchObject({ code: 'not-found' });
    const note = { kind: 'note', subject: open, payload: { text: 'n' }, why: '' } as const;
    await expect(decide(reader, { ...note, marking: 'delegation' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decide(reader, { ...note, subject: closed })).rejects.toMatchObject({ code: 'not-found' });
    await expect(decide(reader, { ...note, kind: 'merge', payload: { with: `${closed}#c1-2` } })).rejects.toMatchObject(
      { code: 'not-found' },
    );
  });

  test('decisions are under the name of the account, and a note may be for few', async () => {
    const delegate = deskOf(whole, { id: '2', name: 'delegate', clearance: 'delegation' });
    const subject = (await document(reader, open)).findings[0]?.id ?? '';
    const given = await decide(reader, { kind: 'accept', subject, payload: {}, why: '', who: 'somebody else' });
    expect(given).toMatchObject({ who: 'reader', marking: 'public' });
    const note = await decide(delegate, {
      kind: 'note',
      subject,
      payload: { text: 'n' },
      why: '',
      marking: 'delegation',
    });
    expect((await decisionsAbout(reader, subject)).all.map(({ id }) => id)).toEqual([given.id]);
    await expect(undo(reader, note.id, { why: '' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await undo(delegate, note.id, { why: '' })).toMatchObject({ marking: 'delegation', who: 'delegate' });
    expect((await decisionsAbout(reader, subject)).all).toHaveLength(1);
  });

  test('a reprint of a text that is raised stands for itself', async () => {
    const text =
      'Talks on power lines\n\nBISHKEK. The Presidents of Kyrgyzstan and Uzbekistan agreed to build a power line by 2027 and to trade electricity in summer.';
    const copy = `${text} (Agency)`;
    await add(whole, text);
    await add(whole, copy);
    const [head, reprint] = [documentOf(text).id, documentOf(copy).id];
    expect(await sameText(reader, head)).toMatchObject([{ document: { id: reprint } }]);
    const blocksOf = (id: string) =>
      whole.register.db
        .selectFrom('finding_blocks')
        .innerJoin('findings', 'findings.seq', 'finding_blocks.finding')
        .where('findings.id', 'like', `${id}%`)
        .select('block')
        .execute();
    const waiting = await Promise.all([blocksOf(head), blocksOf(reprint)]);
    expect(waiting.filter((blocks) => blocks.length > 0)).toHaveLength(1);
    const first = waiting[0]?.length === 0 ? reprint : head;
    const second = first === head ? reprint : head;
    await setMarking(whole, first, 'principals');
    expect((await blocksOf(second)).length).toBeGreaterThan(0);
    expect(await sameText(reader, second)).toEqual([]);
    await setMarking(whole, first, 'public');
    expect(await sameText(reader, second)).toMatchObject([{ document: { id: first } }]);
  });

  test('the log shows each as much as they may know of', async () => {
    await recordAudit(reader, { action: 'export', subject: '/pairs/KAZ-KGZ.csv' });
    await recordAudit(whole, { action: 'export', subject: '/pairs/KAZ-TON.csv' });
    const seen = await auditLog(reader);
    expect(seen[0]).toMatchObject({ action: 'export', who: 'reader', address: '192.0.2.1', marking: 'public' });
    expect(JSON.stringify(seen)).not.toContain(closed);
    expect(JSON.stringify(seen)).not.toContain('KAZ-TON');
    expect((await auditLog(whole))[0]).toMatchObject({ subject: '/pairs/KAZ-TON.csv', marking: 'principals' });
    expect(JSON.stringify(await auditLog(whole))).not.toContain('quarrystone');
  });

  test('saved searches are each person’s own', async () => {
    await saveSearch(reader, { name: 'roads', query: 'q=road' });
    expect(await savedSearches(reader)).toHaveLength(1);
    expect(await savedSearches(whole)).toEqual([]);
    expect(await savedSearches(deskOf(whole, { id: '2', name: 'x', clearance: 'principals' }))).toEqual([]);
  });
});
