import { filingFrom } from '../src/desk/filing.ts';
import { findLinks } from '../src/desk/find-links.ts';
import type { Desk } from '../src/desk/index.ts';
import type { LedgerEntry, Mention } from '../src/ledger/index.ts';
import type { Document, Reading } from '../src/model/index.ts';
import { type Filing, fileAll } from '../src/register/index.ts';
import { generateEntries, randomBy } from './generate.ts';

/** Documents filed in one transaction while a register is filled. */
export const BATCH = 50;

const ADDED_AT = '2026-01-01T00:00:00Z';

/** Files the next so many generated documents, some in a transaction. */
export async function fill({ register }: Desk, filings: Iterator<Filing>, count: number): Promise<void> {
  for (let left = count; left > 0; left -= BATCH)
    await fileAll(
      register,
      Array.from({ length: Math.min(BATCH, left) }, () => next(filings)),
      findLinks,
      ADDED_AT,
    );
}

/** Files the next generated document in a transaction of its own. */
export async function fileNext({ register }: Desk, filings: Iterator<Filing>): Promise<void> {
  await fileAll(register, [next(filings)], findLinks, ADDED_AT);
}

/** Documents with readings as `generateEntries` makes them, and texts of words made up. */
export function* generateFilings(documents: number): Generator<Filing> {
  const random = randomBy(7);
  for (const entry of generateEntries({ documents })) yield filingOfEntry(entry, random);
}

function next(filings: Iterator<Filing>): Filing {
  const { value, done } = filings.next();
  if (done === true) throw new RangeError('no more documents');
  return value;
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
