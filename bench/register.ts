import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brief, closeDesk, type Desk, dossier, openDesk, pairs, search } from '../src/desk/index.ts';
import type { Filing } from '../src/register/index.ts';
import { locale } from '../src/server/index.ts';
import { BATCH, fileNext, fill, generateFilings } from './filings.ts';

/** Documents filed one by one to measure what one costs. */
const SINGLE = 200;

/**
 * Fills a register to each of the sizes and prints, at each, what one more document costs with its commit, and how long a search, the
 * dossier of the largest pair and its brief take. `place` is a `postgres://` URL; a temporary SQLite file where it is left out.
 */
export async function benchRegister(sizes: readonly number[], place?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const file = join(folder, 'register.sqlite');
  const desk = await openDesk({ database: place ?? file });
  const filings = generateFilings((sizes.at(-1) ?? 0) + SINGLE * sizes.length);
  try {
    for (let count = 0, at = 0; at < sizes.length; at++) {
      count = await measureFilling(desk, filings, count, sizes[at] ?? 0);
      count += await measureAdding(desk, filings, count);
      await measureAsking(desk);
      if (place === undefined) console.log(`  size on disk ${(statSync(file).size / 1e6).toFixed(0)} MB`);
    }
  } finally {
    await closeDesk(desk);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureFilling(desk: Desk, filings: Iterator<Filing>, from: number, to: number): Promise<number> {
  const time = await timeOf(() => fill(desk, filings, to - from));
  console.log(
    `${to} documents (filled at ${(time / Math.max(1, to - from)).toFixed(2)} ms a document, ${BATCH} a commit)`,
  );
  return to;
}

async function measureAdding(desk: Desk, filings: Iterator<Filing>, count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < SINGLE; index++) times.push(await timeOf(() => fileNext(desk, filings)));
  report(`add one document to ${count}, durably`, times);
  return SINGLE;
}

async function measureAsking(desk: Desk): Promise<void> {
  const words = ['word1', 'word20', 'word300', 'word4000', 'word1 word2', 'word20 word300', '"word1 word2"'];
  const times: number[] = [];
  for (const query of [...words, ...words, ...words]) times.push(await timeOf(() => search(desk, query)));
  report('search with snippets', times);
  const filters = [{ pair: 'KAZ-RUS' }, { actor: 'KAZ' }, { from: '2010-01-01', to: '2012-01-01' }, { language: 'ru' }];
  const filtered: number[] = [];
  for (const filter of filters) filtered.push(await timeOf(() => search(desk, 'word20', filter)));
  report('search narrowed by pair, actor, days, language', filtered);
  const [largest] = await pairs(desk);
  if (largest === undefined) return;
  report(`dossier of ${largest.pair}, ${largest.commitments} mentions of commitments, first`, [
    await timeOf(() => dossier(desk, largest.pair)),
  ]);
  report('  the same again', [await timeOf(() => dossier(desk, largest.pair))]);
  report('  its brief', [await timeOf(() => brief(desk, largest.pair, { words: locale('en') }))]);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1).padStart(8);
  console.log(`  ${what.padEnd(64)} median ${at(0.5)} ms   p95 ${at(0.95)} ms`);
}
