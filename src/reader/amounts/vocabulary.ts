import type { Language } from '../../model/index.ts';
import en from '../languages/en/amounts.json' with { type: 'json' };
import kk from '../languages/kk/amounts.json' with { type: 'json' };
import ky from '../languages/ky/amounts.json' with { type: 'json' };
import ru from '../languages/ru/amounts.json' with { type: 'json' };
import type { Amount } from '../setting.ts';
import { PhraseTable, perLanguage } from '../words/index.ts';

export type Bound = NonNullable<Amount['bound']>;

/** What a word can mean in or around an amount. */
export interface Senses {
  scale?: number;
  number?: number;
  join?: true;
  filler?: true;
  bound?: Bound;
  from?: true;
  /** “Doubled”: a factor that a verb holds. */
  factor?: number;
  uncounted?: true;
  measure?: string;
  growth?: true;
}

export interface Vocabulary {
  readonly senses: PhraseTable<Senses>;
  /** Codes of currencies (ISO 4217). */
  readonly currencies: PhraseTable<string>;
  readonly units: PhraseTable<string>;
  /** Things counted whose unit has a name of its own. */
  readonly counted: PhraseTable<string>;
  readonly per: PhraseTable<string>;
  /** Shares told by a word, in percent: “by a quarter”, «на треть». */
  readonly shares: PhraseTable<string>;
  /** “And a half”, «с половиной». */
  readonly halves: PhraseTable<string>;
  /** “Out of”, «из»: between a part and the whole that has the unit. */
  readonly among: PhraseTable<string>;
}

type Words = Readonly<Record<string, string>>;
type Phrases = Readonly<Record<string, readonly string[]>>;

/** The data of a language, as `languages/XX/amounts.json` writes it: words parted by spaces, phrases in lists. */
interface AmountsData {
  readonly scale: Words;
  readonly number: Words;
  readonly join: string;
  readonly currency: Phrases;
  readonly unit: Phrases;
  readonly counted: Phrases;
  readonly filler: string;
  readonly share: Phrases;
  readonly half: readonly string[];
  readonly among: readonly string[];
  readonly per: Phrases;
  readonly bound: Words;
  readonly from: string;
  readonly times: Words;
  readonly uncounted: string;
  readonly measure: Words;
  readonly growth: string;
}

const DATA: Readonly<Record<Language, AmountsData>> = { en, ru, kk, ky };
const BOUNDS: readonly Bound[] = ['to', 'by', 'over', 'under', 'about'];

/** The words of amounts of a language. */
export const vocabularyOf: (language: Language) => Vocabulary = perLanguage(DATA, load);

function load(data: AmountsData): Vocabulary {
  return {
    senses: new PhraseTable(sensesOf(data)),
    currencies: new PhraseTable(inverted(data.currency)),
    units: new PhraseTable(inverted(data.unit)),
    counted: new PhraseTable(inverted(data.counted)),
    per: new PhraseTable(inverted(data.per)),
    shares: new PhraseTable(inverted(data.share)),
    halves: new PhraseTable(inverted({ '0.5': data.half })),
    among: new PhraseTable(inverted({ of: data.among })),
  };
}

function* inverted(phrases: Phrases): Generator<[phrase: string, code: string]> {
  for (const [code, list] of Object.entries(phrases)) for (const phrase of list) yield [phrase, code];
}

function sensesOf(data: AmountsData): Map<string, Senses> {
  const senses = new Map<string, Senses>();
  const add = (words: string, sense: Senses): void => {
    for (const word of words.split(' ')) if (word !== '') senses.set(word, { ...senses.get(word), ...sense });
  };
  for (const [value, words] of Object.entries(data.scale)) add(words, { scale: Number(value) });
  for (const [value, words] of Object.entries(data.number)) add(words, { number: Number(value) });
  for (const [value, words] of Object.entries(data.times)) add(words, { factor: Number(value) });
  for (const [measure, words] of Object.entries(data.measure)) add(words, { measure });
  for (const bound of BOUNDS) add(data.bound[bound] ?? '', { bound });
  add(data.join, { join: true });
  add(data.filler, { filler: true });
  add(data.from, { from: true });
  add(data.uncounted, { uncounted: true });
  add(data.growth, { growth: true });
  return senses;
}
