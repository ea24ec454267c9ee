import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  decisionById,
  decisionsOfPair,
  documentsById,
  documentsOfPair,
  entriesOf,
  entriesOfPair,
  everyDocument,
  fileAll,
  findDocument,
  findingsOfDocument,
  findPair,
  knownIds,
  linksFrom,
  listDecisions,
  listDocuments,
  listFindings,
  openRegister,
  pairsOfDocument,
  pairsOfFinding,
  pairsWithDecisions,
  type Register,
  readByOthers,
  refile,
  searchDocuments,
  setting,
} from './index.ts';
import { linkToFirst, sampleFiling } from './testing/sample-filing.ts';
import { sqliteScans } from './testing/sqlite-plans.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-indexes-'));
const prepare = DatabaseSync.prototype.prepare;
const statements = new Set<string>();
let register: Register;

beforeAll(async () => {
  register = await openRegister(join(folder, 'register.sqlite'));
  DatabaseSync.prototype.prepare = function (sql, ...rest) {
    statements.add(sql);
    return prepare.call(this, sql, ...rest);
  };
});

afterAll(async () => {
  DatabaseSync.prototype.prepare = prepare;
  await register.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks everything that pages and commands ask. */
async function askEverything(): Promise<void> {
  const filings = [1, 2, 3].map((number) => sampleFiling(number));
  const [first] = filings;
  if (first === undefined) return;
  await fileAll(register, filings, linkToFirst, '2026-01-01T00:00:00Z');
  await refile(register, first, linkToFirst);
  const { id } = first.document;
  const finding = `${id}#c0-3`;
  const [after] = await listDocuments(register, {});
  await listDocuments(register, { after, limit: 1 });
  await listDocuments(register, { actor: 'KAZ' });
  await listFindings(register, 'commitment', { area: 'transport' });
  await listFindings(register, 'commitment', { after: { date: '2021-03-02', id: finding } });
  await findDocument(register, id);
  await knownIds(register, [id]);
  await documentsById(register, [id]);
  await documentsOfPair(register, 'KAZ-KGZ');
  await findingsOfDocument(register, id);
  await pairsOfFinding(register, 'commitment', finding);
  await pairsOfDocument(register, id);
  await entriesOf(register, [id]);
  await entriesOfPair(register, 'KAZ-KGZ');
  await linksFrom(register, [finding]);
  await findPair(register, 'KAZ-KGZ');
  await decisionsOfPair(register, 'KAZ-KGZ');
  await listDecisions(register, { subject: finding });
  await listDecisions(register, { document: id });
  await decisionById(register, id);
  await readByOthers(register, 'sample-1', '', 10);
  await pairsWithDecisions(register);
  await setting(register, 'key');
  for await (const _ of everyDocument(register, 1)) break;
  const query = { terms: [{ anyOf: [['road']] }] };
  for (const filters of [
    {},
    { pair: 'KAZ-KGZ', actor: 'KAZ', area: 'transport' as const, language: 'en', from: '2021-01-01' },
  ])
    await searchDocuments(register, query, filters);
}

test('no query goes through all rows of a large table', async () => {
  await askEverything();
  const plans = new DatabaseSync(join(folder, 'register.sqlite'));
  const asked = [...statements].filter((sql) => /^(?:select|update|delete|insert|with)\b/i.test(sql));
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.flatMap((sql) => sqliteScans(plans, sql).map((step) => `${step}: ${sql}`))).toEqual([]);
  plans.close();
});
