import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filingFrom } from '../src/desk/filing.ts';
import { findLinks } from '../src/desk/find-links.ts';
import { brief, closeDesk, type Desk, dossier, openDesk, pairs, search } from '../src/desk/index.ts';
import type { LedgerEntry, Mention } from '../src/ledger/index.ts';
import type { Document, Reading } from '../src/model/index.ts';
import { type Filing, fileAll } from '../src/register/index.ts';
import { generateEntries, randomBy } from './generate.ts';

/** Documents filed in one transaction while the register is filled. */
const BATCH = 50;
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
      count = await fill(desk, filings, count, sizes[at] ?? 0);
      count += await measureAdding(desk, filings, count);
      await measureAsking(desk);
      if (place === undefined) console.log(`  size on disk ${(statSync(file).size / 1e6).toFixed(0)} MB`);
    }
  } finally {
    await closeDesk(desk);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(desk: Desk, filings: Iterator<Filing>, from: number, to: number): Promise<number> {
  const start = performance.now();
  let count = from;
  while (count < to) {
    const batch = Array.from({ length: Math.min(BATCH, to - count) }, () => next(filings));
    await fileAll(desk.register, batch, findLinks, '2026-01-01T00:00:00Z');
    count += batch.length;
  }
  const time = performance.now() - start;
  console.log(
    `${to} documents (filled at ${(time / Math.max(1, to - from)).toFixed(2)} ms a document, ${BATCH} a commit)`,
  );
  return count;
}

async function measureAdding(desk: Desk, filings: Iterator<Filing>, count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < SINGLE; index++) {
    const filing = next(filings);
    times.push(await timeOf(() => fileAll(desk.register, [filing], findLinks, '2026-01-01T00:00:00Z')));
  }
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
  report('  its brief', [await timeOf(() => brief(desk, largest.pair))]);
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

function next(filings: Iterator<Filing>): Filing {
  const { value, done } = filings.next();
  if (done === true) throw new RangeError('no more documents');
  return value;
}

function* generateFilings(documents: number): Generator<Filing> {
  const random = randomBy(7);
  for (const entry of generateEntries({ documents })) yield filingOfEntry(entry, random);
}

/** A filing of a generated entry, with a text of 300 words of which a few are common and most are rare. */
function filingOfEntry(entry: LedgerEntry, random: () => number): Filing {
  const words = Array.from({ length: 300 }, () => `word${Math.floor(20_000 ** random())}`);
  const { id, publishedAt, publisher } = entry.document;
  const document: Document = { id, text: words.join(' '), publishedAt, publisher };
  const starts = new Uint32Array(words.length);
  for (let index = 1; index < words.length; index++)
    starts[index] = (starts[index - 1] ?? 0) + (words[index - 1]?.length ?? 0) + 1;
  const ends = starts.map((start, index) => start + (words[index]?.length ?? 0));
  return filingFrom(document, readingOf(entry), entry, { lemmas: words, starts, ends });
}

function readingOf({ document, meetings, commitments, progress, instruments }: LedgerEntry): Reading {
  const { id, kind, language } = document;
  return {
    reader: 'generated',
    document: { id, kind, language },
    actorMentions: meetings.flatMap(({ parties, spans }) =>
      parties.map((actor) => ({ spans, actor, by: 'exact' as const, confidence: 1 })),
    ),
    meetings: meetings.map(bare),
    statements: [],
    commitments: commitments.map(bare),
    instruments: instruments.map(bare),
    progress: progress.map(({ progress: kind, ...mention }) => ({ ...bare(mention), kind })),
  };
}

/** The item of a reading within a mention. */
function bare<One extends Pick<Mention, 'id' | 'document' | 'words' | 'circle'>>(mention: One) {
  const { id: _, document: __, words: ___, circle: ____, ...item } = mention;
  return item;
}
