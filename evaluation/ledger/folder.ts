import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { pipelineFor, tokenize } from '../../src/language/index.ts';
import { entryOf, type LedgerEntry, STATUSES } from '../../src/ledger/index.ts';
import { type Reading, ReadoutError } from '../../src/model/index.ts';
import { type GoldText, loadGold } from '../gold.ts';

const Index = z.int().nonnegative();

/** `pairs.json`: two readouts of one meeting; numbers index the commitments of the two files. */
const Pair = z.object({
  a: z.string(),
  b: z.string(),
  both: z.array(z.tuple([Index, Index])),
  onlyA: z.array(Index),
  onlyB: z.array(Index),
  differ: z.array(
    z.object({ a: Index, b: Index, in: z.array(z.enum(['strength', 'target', 'deadline', 'parties', 'areas'])) }),
  ),
});
export type GoldPair = z.infer<typeof Pair>;

/** `chains.json`: what later texts say of an undertaking, and its status as of a day. */
const Chain = z.object({
  commitment: z.tuple([z.string(), Index]),
  later: z.array(
    z.object({ document: z.string(), progress: Index.optional(), commitment: Index.optional(), status: z.string() }),
  ),
  asOf: z.string(),
  status: z.enum(STATUSES),
});
type GoldChain = z.infer<typeof Chain>;

/** A gold folder as the ledger sees it: entries by the name of their text. */
export interface GoldFolder {
  readonly folder: string;
  readonly texts: readonly GoldText[];
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  readonly pairs: readonly GoldPair[];
  readonly chains: readonly GoldChain[];
}

/** Loads a folder with the gold readings, or with the readings that `read` gives. */
export function loadFolder(folder: string, read?: (text: GoldText) => Reading): GoldFolder {
  const texts = loadGold(folder);
  const entries = new Map(
    texts.map((text) => [text.name, read === undefined ? goldEntry(text) : ownEntry(text, read(text))]),
  );
  const json = <T>(name: string, schema: z.ZodType<T>): T[] => {
    const path = join(folder, name);
    return existsSync(path) ? z.array(schema).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
  };
  return { folder, texts, entries, pairs: json('pairs.json', Pair), chains: json('chains.json', Chain) };
}

function goldEntry({ document, reading }: GoldText): LedgerEntry {
  return entryOf(document, tokenize(document.text, languageOf(reading)), reading);
}

function ownEntry({ document, reading }: GoldText, own: Reading): LedgerEntry {
  return entryOf(document, pipelineFor(languageOf(reading)).parse(document.text), own);
}

function languageOf({ document: { language } }: Reading) {
  if (language !== 'other') return language;
  throw new ReadoutError(
    'unknown-language',
    'gold in a language that is not read',
    language,
    'leave it out of the folder',
  );
}
