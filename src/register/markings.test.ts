import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Link } from '../ledger/index.ts';
import {
  changeMarking,
  type FindLinks,
  fileAll,
  findDocument,
  findPair,
  insertAudit,
  listAudit,
  listDecisions,
  listDocuments,
  openRegister,
  type Register,
  recordDecision,
  refile,
  setSetting,
  setting,
} from './index.ts';
import { linkToFirst, sampleFiling } from './testing/sample-filing.ts';
import { describeOnStores } from './testing/stores.ts';

const NOW = '2026-01-01T00:00:00Z';
const [OPEN, CLOSED] = [sampleFiling(1), sampleFiling(2, { date: '2023-05-01' })];
const NOTE = { kind: 'note', payload: { text: 'n' }, who: 'analyst', why: '', undoes: undefined } as const;

await describeOnStores('markings', (store) => {
  let register: Register;

  beforeEach(async () => {
    register = await openRegister(await store.newPlace());
    await fileAll(register, [OPEN], linkToFirst, NOW);
    await fileAll(register, [CLOSED], linkToFirst, NOW, {
      marking: 'delegation',
      by: { who: 'anna', address: '10.0.0.1' },
    });
  });
  afterEach(() => register.close());

  async function rowsOf(table: 'finding_pairs' | 'lemmas'): Promise<number[]> {
    const rows = await register.db.selectFrom(table).select('marking').execute();
    return rows.map(({ marking }) => marking).sort();
  }

  /** The markings of the links between the two texts. */
  async function linkMarkings(): Promise<Set<number>> {
    const rows = await register.db.selectFrom('links').select(['a', 'b', 'marking']).execute();
    return new Set(rows.filter(({ a, b }) => a.slice(0, 16) !== b.slice(0, 16)).map(({ marking }) => marking));
  }

  test('a document keeps its marking when it is read again', async () => {
    await refile(register, CLOSED, linkToFirst);
    const documents = await listDocuments(register);
    expect(documents.map(({ title, marking }) => [title, marking])).toEqual([
      ['Talk 2', 'delegation'],
      ['Talk 1', 'public'],
    ]);
    expect(await rowsOf('finding_pairs')).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test('a link has the higher marking of both ends, and follows', async () => {
    expect(await linkMarkings()).toEqual(new Set([1]));
    await changeMarking(register, OPEN.document.id, 'principals');
    expect(await linkMarkings()).toEqual(new Set([2]));
    await changeMarking(register, OPEN.document.id, 'public');
    await changeMarking(register, CLOSED.document.id, 'public');
    expect(await linkMarkings()).toEqual(new Set([0]));
    expect(await rowsOf('finding_pairs')).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('a pair is the sum over the markings that one sees, and every change changes its revision', async () => {
    const pair = async () => (await findPair(register, 'KAZ-KGZ')) ?? expect.fail('no pair');
    const revisions = new Set([(await pair()).revision]);
    expect(await pair()).toMatchObject({
      documents: 2,
      commitments: 4,
      firstDate: '2021-03-02',
      lastDate: '2023-05-01',
    });
    const changes = [
      () => changeMarking(register, CLOSED.document.id, 'principals'),
      () => changeMarking(register, OPEN.document.id, 'delegation'),
      () => recordDecision(register, { ...NOTE, subject: OPEN.document.id, marking: 'principals' }, ['KAZ-KGZ']),
      () => changeMarking(register, OPEN.document.id, 'public'),
      () => changeMarking(register, CLOSED.document.id, 'public'),
    ];
    for (const [index, change] of changes.entries()) {
      await change();
      const after = await pair();
      expect(after).toMatchObject({ documents: 2, commitments: 4, firstDate: '2021-03-02', lastDate: '2023-05-01' });
      expect(revisions.add(after.revision).size).toBe(index + 2);
    }
    const rows = await register.db
      .selectFrom('pairs')
      .select(['marking', 'documents', 'first_date', 'last_date'])
      .execute();
    expect(rows).toEqual([{ marking: 0, documents: 2, first_date: '2021-03-02', last_date: '2023-05-01' }]);
  });

  test('a decision has the highest marking of what it names, and its own', async () => {
    const { id } = OPEN.document;
    const other = `${CLOSED.document.id}#c0-3`;
    const decisions = [
      await recordDecision(register, { ...NOTE, subject: `${id}#c0-3` }),
      await recordDecision(register, { ...NOTE, subject: id, marking: 'principals' }),
      await recordDecision(register, { ...NOTE, kind: 'merge', subject: `${id}#c0-3`, payload: { with: other } }),
    ];
    expect(decisions.map(({ marking }) => marking)).toEqual(['public', 'principals', 'delegation']);
    const markings = async () => (await listDecisions(register)).map(({ marking }) => marking);
    await changeMarking(register, id, 'delegation');
    expect(await markings()).toEqual(['delegation', 'principals', 'delegation']);
    await changeMarking(register, CLOSED.document.id, 'public');
    await changeMarking(register, id, 'public');
    expect(await markings()).toEqual(['public', 'principals', 'public']);
  });

  test('what takes a decision back has its marking whatever becomes of the documents, and so have their rows of the log', async () => {
    const { id } = OPEN.document;
    const subject = `${id}#c0-3`;
    const merge = { ...NOTE, kind: 'merge', subject, payload: { with: `${CLOSED.document.id}#c0-3` } } as const;
    const { id: undoes, marking } = await recordDecision(register, merge);
    const undo = { ...NOTE, kind: 'undo', subject, payload: {}, undoes, marking } as const;
    expect((await recordDecision(register, undo)).marking).toBe('delegation');
    const markings = async () => [
      ...(await listDecisions(register)).map((one) => one.marking),
      ...(await listAudit(register)).filter((one) => one.subject === subject).map((one) => one.marking),
    ];
    for (const next of ['principals', 'public', 'delegation'] as const) {
      await changeMarking(register, CLOSED.document.id, next);
      expect(await markings()).toEqual([next, next, next, next]);
    }
  });

  test('a reprint does not leave its links to a text of a higher marking', async () => {
    const met: number[] = [];
    const asReprints: FindLinks = ({ document, findings: [finding] }, { mentions }) => {
      const others = new Set((mentions.get(finding?.mention.id ?? '') ?? []).map((mention) => mention.document));
      others.delete(document.id);
      met.push(others.size);
      return [...others].map((id): Link => {
        const [a = '', b = ''] = [id, document.id].sort();
        return { kind: 'reprint', a, b, outcome: 'same', score: 1, reasons: [] };
      });
    };
    const parties = ['KAZ', 'TJK'];
    await fileAll(register, [sampleFiling(11, { parties })], asReprints, NOW, { marking: 'principals' });
    await fileAll(
      register,
      [12, 13].map((number) => sampleFiling(number, { parties })),
      asReprints,
      NOW,
    );
    await fileAll(register, [sampleFiling(14, { parties })], asReprints, NOW);
    // The first of the public ones goes on waiting, beside the secret one that it copies.
    expect(met).toEqual([0, 1, 2, 2]);
  });

  test('the log tells who did what, the newest first, and is only added to', async () => {
    const { id } = OPEN.document;
    await changeMarking(register, id, 'principals', { who: 'berik' });
    const ruling = await recordDecision(register, { ...NOTE, subject: id }, [], { address: '10.0.0.2' });
    await recordDecision(register, { ...NOTE, kind: 'undo', subject: id, payload: {}, undoes: ruling.id });
    const log = await listAudit(register);
    expect(log.map(({ action, who, address }) => [action, who, address])).toEqual([
      ['undo', 'analyst', undefined],
      ['decision', 'analyst', '10.0.0.2'],
      ['marking-changed', 'berik', undefined],
      ['document-added', 'anna', '10.0.0.1'],
      ['document-added', 'user', undefined],
    ]);
    expect(log[2]).toMatchObject({ subject: id, detail: { from: 'public', to: 'principals' }, marking: 'principals' });
    expect(log.at(-1)).toMatchObject({ subject: id, marking: 'principals' });
    expect(await listAudit(register, { who: 'anna' })).toHaveLength(1);
    expect(await listAudit(register, { action: 'document-added', limit: 1 })).toEqual([log[3]]);
    expect(await listAudit(register, { before: log[3]?.place ?? '' })).toEqual([log[4]]);
    expect(await listAudit(register, { before: log.at(-1)?.at ?? '' })).toEqual([]);
    for (const before of ['', '17', '2026-01-01~', "2026-01-01' or"])
      await expect(listAudit(register, { before })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(register.db.updateTable('audit_log').set({ who: 'x' }).execute()).rejects.toThrow(/only added/);
    await expect(register.db.deleteFrom('audit_log').execute()).rejects.toThrow(/only added/);
  });

  test('the log is listed in portions by time, whatever stands between, and without the numbers of its rows', async () => {
    const notes = Array.from({ length: 7 }, (_, index) => ({
      who: 'dana',
      action: 'export' as const,
      subject: `/${index}`,
    }));
    await insertAudit(register.db, notes);
    const subjects: (string | undefined)[] = [];
    let before: string | undefined;
    for (let portion = 0; portion < 4; portion++) {
      const entries = await listAudit(register, { who: 'dana', limit: 3, before });
      for (const entry of entries) expect(Object.keys(entry)).not.toContain('seq');
      subjects.push(...entries.map(({ subject }) => subject));
      before = entries.at(-1)?.place ?? before;
    }
    expect(subjects).toEqual(notes.map(({ subject }) => subject).reverse());
  });

  test('settings of persons stay apart', async () => {
    await setSetting(register, 'key', 'of all');
    await setSetting(register, 'key', 'of anna', 'anna');
    expect([
      await setting(register, 'key'),
      await setting(register, 'key', 'anna'),
      await setting(register, 'key', 'b'),
    ]).toEqual(['of all', 'of anna', undefined]);
  });

  test('a document that is not there has no marking to change', async () => {
    expect(await changeMarking(register, 'unknown', 'public')).toBe(false);
    expect((await findDocument(register, CLOSED.document.id))?.summary.marking).toBe('delegation');
  });
});
