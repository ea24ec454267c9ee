import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Link } from '../ledger/index.ts';
import {
  countDocuments,
  type DocumentSummary,
  decisionsOfPair,
  documentsById,
  documentsOfPair,
  entriesOf,
  entriesOfPair,
  everyDocument,
  type Finding,
  type FindLinks,
  fileAll,
  findDocument,
  findingsOfDocument,
  findPair,
  linksFrom,
  listDecisions,
  listDocuments,
  listFindings,
  listPairs,
  openRegister,
  pairsOfFinding,
  type Register,
  readByOthers,
  recordDecision,
  refile,
  setSetting,
  setting,
} from './index.ts';
import { linkToFirst, sampleFiling } from './testing/sample-filing.ts';
import { describeOnStores } from './testing/stores.ts';

const NOW = '2026-01-01T00:00:00Z';

await describeOnStores('register', (store) => {
  let place: string;
  let register: Register;

  beforeEach(async () => {
    place = await store.newPlace();
    register = await openRegister(place);
  });
  afterEach(() => register.close());

  test('a document is filed once, and is the same after opening again', async () => {
    const filing = sampleFiling(1);
    expect(await fileAll(register, [filing, sampleFiling(2)], linkToFirst, NOW)).toEqual(['added', 'added']);
    expect(await fileAll(register, [filing], linkToFirst, NOW)).toEqual(['known']);
    await register.close();
    register = await openRegister(place);
    expect(await countDocuments(register)).toBe(2);
    expect(await findDocument(register, filing.document.id)).toMatchObject({
      summary: { title: 'Talk 1', publishedAt: '2021-03-02', addedAt: NOW },
      document: filing.document,
      reading: filing.reading,
    });
    expect(await findDocument(register, 'unknown')).toBeUndefined();
  });

  test('a transaction that fails leaves nothing', async () => {
    const filing = sampleFiling(1);
    const broken = { ...sampleFiling(2), findings: [...sampleFiling(2).findings, ...sampleFiling(2).findings] };
    await expect(fileAll(register, [filing, broken], linkToFirst, NOW)).rejects.toThrow();
    expect(await countDocuments(register)).toBe(0);
    expect(await listPairs(register)).toEqual([]);
  });

  test('pairs are counted, also when documents are read again', async () => {
    await fileAll(
      register,
      [sampleFiling(1), sampleFiling(2, { date: '2022-05-26', parties: ['KAZ', 'KGZ', 'UZB'] })],
      linkToFirst,
      NOW,
    );
    expect(await findPair(register, 'KAZ-KGZ')).toMatchObject({
      a: 'KAZ',
      b: 'KGZ',
      documents: 2,
      meetings: 2,
      commitments: 4,
      firstDate: '2021-03-02',
      lastDate: '2022-05-26',
    });
    expect((await listPairs(register)).map(({ pair }) => pair)).toEqual(['KAZ-KGZ', 'KAZ-UZB', 'KGZ-UZB']);
    await refile(
      register,
      sampleFiling(2, { date: '2022-05-26', parties: ['KAZ', 'UZB'], reader: 'sample-2' }),
      linkToFirst,
    );
    expect(await findPair(register, 'KAZ-KGZ')).toMatchObject({ documents: 1, commitments: 2 });
    expect(await findPair(register, 'KGZ-UZB')).toBeUndefined();
  });

  test('the findings of a document, and the pairs of a finding', async () => {
    const filing = sampleFiling(1);
    await fileAll(register, [filing], linkToFirst, NOW);
    const ids = (await findingsOfDocument(register, filing.document.id)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(filing.findings.map(({ mention }) => mention.id).toSorted());
    expect(await pairsOfFinding(register, 'commitment', `${filing.document.id}#c1-4`)).toEqual(['KAZ-KGZ']);
    expect(await pairsOfFinding(register, 'meeting', `${filing.document.id}#c1-4`)).toEqual([]);
    expect((await documentsById(register, [filing.document.id, 'unknown'])).map(({ title }) => title)).toEqual([
      'Talk 1',
    ]);
  });

  test('lists go on behind the last of a portion, unknown days last', async () => {
    const dates = ['2021-03-02', '2022-05-26', '', '2021-03-02', '2020-01-01'];
    await fileAll(
      register,
      dates.map((date, number) => sampleFiling(number, { date })),
      linkToFirst,
      NOW,
    );
    const documents: DocumentSummary[] = [];
    for (let after: DocumentSummary | undefined; ; after = documents.at(-1)) {
      const portion = await listDocuments(register, { after, limit: 2 });
      documents.push(...portion);
      if (portion.length < 2) break;
    }
    expect(documents.map(({ title }) => title)).toEqual(['Talk 1', 'Talk 3', 'Talk 0', 'Talk 4', 'Talk 2']);
    const findings: Finding<'commitment'>[] = [];
    for (let after: Finding<'commitment'> | undefined; ; after = findings.at(-1)) {
      const portion = await listFindings(register, 'commitment', { after, limit: 3 });
      findings.push(...portion);
      if (portion.length < 3) break;
    }
    expect(new Set(findings.map(({ id }) => id)).size).toBe(10);
    expect(findings.at(-1)?.date).toBeUndefined();
  });

  test('documents of a pair and of an actor, and all in the order of adding', async () => {
    await fileAll(register, [sampleFiling(1), sampleFiling(2, { parties: ['KAZ', 'UZB'] })], linkToFirst, NOW);
    expect((await documentsOfPair(register, 'KAZ-UZB')).map(({ title }) => title)).toEqual(['Talk 2']);
    expect((await listDocuments(register, { actor: 'KGZ' })).map(({ title }) => title)).toEqual(['Talk 1']);
    const titles: string[] = [];
    for await (const { summary } of everyDocument(register, 1)) titles.push(summary.title);
    expect(titles).toEqual(['Talk 1', 'Talk 2']);
  });

  test('which documents an older reader read', async () => {
    const old = sampleFiling(1, { reader: 'sample-0' });
    await fileAll(register, [old, sampleFiling(2)], linkToFirst, NOW);
    expect(await readByOthers(register, 'sample-1', '', 10)).toEqual([old.document.id]);
  });

  test('decisions are added, taken back once, and outlive a new reading', async () => {
    const filing = sampleFiling(1);
    await fileAll(register, [filing], linkToFirst, NOW);
    const subject = `${filing.document.id}#c0-3`;
    const base = {
      subject,
      document: filing.document.id,
      payload: { spans: [[0, 3]] },
      who: 'analyst',
      undoes: undefined,
    };
    const rejected = await recordDecision(register, { ...base, kind: 'reject', why: 'a forecast' }, ['KAZ-KGZ']);
    await recordDecision(register, { ...base, kind: 'note', why: 'see the treaty' });
    await refile(register, filing, linkToFirst);
    const undo = { ...base, kind: 'undo', why: 'it is one', undoes: rejected.id } as const;
    await recordDecision(register, undo);
    await expect(recordDecision(register, undo)).rejects.toMatchObject({ code: 'conflict' });
    await expect(recordDecision(register, { ...undo, undoes: 'unknown' })).rejects.toMatchObject({ code: 'not-found' });
    const decisions = await listDecisions(register, { subject });
    expect(decisions.map(({ kind }) => kind)).toEqual(['reject', 'note', 'undo']);
    expect(await decisionsOfPair(register, 'KAZ-KGZ')).toEqual(decisions);
    expect(await listDecisions(register, { document: filing.document.id })).toEqual(decisions);
  });

  test('links are found within blocks, and go with the reading that they come from', async () => {
    const [first, second, other] = [sampleFiling(1), sampleFiling(2), sampleFiling(3, { parties: ['KAZ', 'UZB'] })];
    await fileAll(register, [first, second, other], linkToFirst, NOW);
    const ids = [first, second, other].map(({ findings }) => findings.map(({ mention }) => mention.id));
    const links = await linksFrom(register, ids.flat());
    expect(links.length).toBeGreaterThan(0);
    expect(links.every(({ kind, reasons }) => kind === 'same-commitment' && reasons[0] === 'sample')).toBe(true);
    expect((await linksFrom(register, ids[2] ?? [])).every(({ a }) => a.startsWith(other.document.id))).toBe(true);
    await refile(register, { ...second, blocks: [] }, () => []);
    const rest = await linksFrom(register, ids.flat());
    expect(rest.some(({ a, b }) => `${a} ${b}`.includes(second.document.id))).toBe(false);
  });

  test('a reprint is compared with what it copies, and no later text with the reprint', async () => {
    const met: (readonly string[])[] = [];
    const asReprints: FindLinks = ({ document, findings: [finding] }, { mentions }) => {
      const others = mentions.get(finding?.mention.id ?? '') ?? [];
      met.push([...new Set(others.map((other) => other.document).filter((id) => id !== document.id))]);
      return (met.at(-1) ?? []).map((id): Link => {
        const [a = '', b = ''] = [id, document.id].sort();
        return { kind: 'reprint', a, b, outcome: 'same', score: 1, reasons: [] };
      });
    };
    const filings = [1, 2, 3].map((number) => sampleFiling(number));
    await fileAll(register, filings, asReprints, NOW);
    const [first] = filings;
    expect(met).toEqual([[], [first?.document.id], [first?.document.id]]);
  });

  test('the entries of a pair have what stands between the two', async () => {
    const filing = sampleFiling(1);
    await fileAll(register, [filing, sampleFiling(2, { parties: ['KAZ', 'UZB'] })], linkToFirst, NOW);
    const [entry, ...others] = await entriesOfPair(register, 'KAZ-KGZ');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ document: { id: filing.document.id }, meetings: [{ kind: 'meeting' }] });
    expect(entry?.commitments.map(({ id }) => id)).toEqual(
      [0, 1].map((at) => `${filing.document.id}#c${at}-${at + 3}`),
    );
    expect(await entriesOf(register, [filing.document.id])).toEqual([entry]);
  });

  test('a text with what cannot be written in one is kept at its length, and looked for without a fault', async () => {
    await setSetting(register, 'odd', 'a\0b');
    expect(await setting(register, 'odd')).toHaveLength(3);
    expect(await setting(register, 'none\0')).toBeUndefined();
    expect(await findDocument(register, '\0')).toBeUndefined();
  });

  test('settings', async () => {
    expect(await setting(register, 'key')).toBeUndefined();
    await setSetting(register, 'key', 'one');
    await setSetting(register, 'key', 'two');
    expect(await setting(register, 'key')).toBe('two');
  });
});
