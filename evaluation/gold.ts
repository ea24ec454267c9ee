import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Document, documentOf, Reading, type Span } from '../src/model/index.ts';

/** An annotated text: its document, and its correct reading by the codebook. */
export interface GoldText {
  readonly name: string;
  readonly folder: string;
  readonly document: Document;
  readonly reading: Reading;
}

type Json = Readonly<Record<string, unknown>>;

const ITEM_KINDS = ['actorMentions', 'meetings', 'statements', 'commitments', 'instruments', 'progress'] as const;

/** The gold texts of a folder (format: the gold's FORMAT.md), sorted by name. Throws where a quote is not in its text. */
export function loadGold(folder: string): GoldText[] {
  return globSync('*.txt', { cwd: folder })
    .sort()
    .filter((file) => existsSync(join(folder, file.replace(/\.txt$/, '.json'))))
    .map((file) => loadGoldText(folder, basename(file, '.txt')));
}

function loadGoldText(folder: string, name: string): GoldText {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const gold = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<string, Json[]> & {
    meta: Json;
    document: Json;
  };
  const { publishedAt } = gold.meta as { publishedAt?: string };
  const document = documentOf(text, { publishedAt });
  const items = Object.fromEntries(
    ITEM_KINDS.map((kind) => [kind, (gold[kind] ?? []).map((item) => toFinding(kind, item, text, name))]),
  );
  const facts = { ...withoutNulls(gold.document), id: document.id, ...(publishedAt && { publishedAt }) };
  return { name, folder, document, reading: Reading.parse({ reader: 'gold', document: facts, ...items }) };
}

/** A gold item as a finding: its quote located, `null` left out, origin and confidence those of a person. */
function toFinding(kind: string, item: Json, text: string, name: string): Json {
  const { quote, n, ...fields } = item;
  const origin = kind === 'actorMentions' ? { by: 'exact', confidence: 1 } : { rule: 'gold', confidence: 1 };
  return { spans: [locate(text, String(quote), Number(n ?? 1), name)], ...withoutNulls(fields), ...origin };
}

/** The fields with every `null` within them left out: the gold writes it for what is not said. */
function withoutNulls(fields: Json): Json {
  const clean = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(clean) : value instanceof Object ? withoutNulls(value as Json) : value;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, clean(value)]),
  );
}

function locate(text: string, quote: string, n: number, name: string): Span {
  let at = -1;
  for (let found = 0; found < n; found++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) throw new Error(`${name}: occurrence ${n} of «${quote}» is not in the text`);
  }
  return [at, at + quote.length];
}
