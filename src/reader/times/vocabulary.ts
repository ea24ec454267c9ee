import type { Language } from '../../model/index.ts';
import en from '../languages/en/times.json' with { type: 'json' };
import kk from '../languages/kk/times.json' with { type: 'json' };
import ky from '../languages/ky/times.json' with { type: 'json' };
import ru from '../languages/ru/times.json' with { type: 'json' };
import { PhraseTable, perLanguage } from '../words/index.ts';

const UNITS = ['year', 'half', 'quarter', 'month', 'week', 'day'] as const;
export type Unit = (typeof UNITS)[number];

/** How a preposition or postposition binds what happens to a time. */
const RELATIONS = ['by', 'before', 'until', 'from', 'since', 'at', 'within', 'for'] as const;
export type Relation = (typeof RELATIONS)[number];

const PARTS = ['begin', 'middle', 'end'] as const;
export type Part = (typeof PARTS)[number];

const SPECIALS = ['end-of-year', 'cold-season'] as const;
type Special = (typeof SPECIALS)[number];

/** What a word or phrase can mean within an expression of time. */
export interface Senses {
  month?: number;
  season?: number;
  weekday?: number;
  unit?: Unit;
  /** −1 last, 0 this, 1 next. */
  relative?: number;
  same?: true;
  day?: number;
  part?: Part;
  ordinal?: number;
  number?: number;
  suffix?: true;
  glue?: true;
  range?: true;
  special?: Special;
  fiscal?: true;
  ago?: true;
  later?: true;
  duration?: { readonly count: number; readonly unit: Unit };
  future?: true;
  prolongs?: true;
}

export interface Vocabulary {
  /** Whether the words that bind a time stand before it or behind. */
  readonly order: 'prefix' | 'postfix';
  readonly senses: PhraseTable<Senses>;
  readonly before: PhraseTable<readonly Relation[]>;
  readonly behind: PhraseTable<readonly Relation[]>;
}

/** The data of a language, as `languages/XX/times.json` writes it: words parted by spaces, phrases in lists. */
interface TimesData {
  readonly order: string;
  readonly month: readonly string[];
  readonly season: readonly string[];
  readonly weekday: readonly string[];
  readonly unit: Readonly<Record<string, string>>;
  readonly relative: Readonly<Record<string, string>>;
  readonly same: string;
  readonly day: Readonly<Record<string, string>>;
  readonly part: Readonly<Record<string, string>>;
  readonly ordinal: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, string>>;
  readonly compound?: Readonly<Record<string, string>>;
  readonly compoundUnit?: Readonly<Record<string, string>>;
  readonly suffix: string;
  readonly glue: string;
  readonly range: string;
  readonly special: Readonly<Record<string, readonly string[]>>;
  readonly fiscal: string;
  readonly ago: string;
  readonly later: string;
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  readonly postfix: Readonly<Record<string, readonly string[]>>;
  readonly future: string;
  readonly prolong: string;
}

const DATA: Readonly<Record<Language, TimesData>> = { en, ru, kk, ky };

/** The words of time of a language. */
export const vocabularyOf: (language: Language) => Vocabulary = perLanguage(DATA, load);

function load(data: TimesData): Vocabulary {
  return {
    order: data.order === 'postfix' ? 'postfix' : 'prefix',
    senses: new PhraseTable(sensesOf(data)),
    before: new PhraseTable(relationsOf(data.phrases)),
    behind: new PhraseTable(relationsOf(data.postfix)),
  };
}

const wordsOf = (list: string): string[] => list.split(' ').filter((word) => word !== '');

function sensesOf(data: TimesData): Map<string, Senses> {
  const senses = new Map<string, Senses>();
  const add = (phrase: string, sense: Senses): void => void senses.set(phrase, { ...senses.get(phrase), ...sense });
  const addAll = (words: string, sense: Senses): void => {
    for (const word of wordsOf(words)) add(word, sense);
  };
  for (const [index, words] of data.month.entries()) addAll(words, { month: index + 1 });
  for (const [index, words] of data.season.entries()) addAll(words, { season: index + 1 });
  for (const [index, words] of data.weekday.entries()) addAll(words, { weekday: index + 1 });
  for (const unit of UNITS) addAll(data.unit[unit] ?? '', { unit });
  for (const [value, words] of Object.entries(data.relative)) addAll(words, { relative: Number(value) });
  for (const [value, words] of Object.entries(data.day)) addAll(words, { day: Number(value) });
  for (const part of PARTS) addAll(data.part[part] ?? '', { part });
  for (const [value, words] of Object.entries(data.ordinal)) addAll(words, { ordinal: Number(value) });
  for (const [value, words] of Object.entries(data.number)) addAll(words, { number: Number(value) });
  for (const special of SPECIALS) for (const phrase of data.special[special] ?? []) add(phrase, { special });
  for (const [word, duration] of compoundsOf(data)) add(word, { duration });
  addAll(data.same, { same: true });
  addAll(data.suffix, { suffix: true });
  addAll(data.glue, { glue: true });
  addAll(data.range, { range: true });
  addAll(data.fiscal, { fiscal: true });
  addAll(data.ago, { ago: true });
  addAll(data.later, { later: true });
  addAll(data.future, { future: true });
  addAll(data.prolong, { prolongs: true });
  return senses;
}

/** Adjectives of duration, made of a number and a unit: «двухмесячный», «трехлетний». */
function* compoundsOf(data: TimesData): Generator<[string, { count: number; unit: Unit }]> {
  for (const [count, stem] of Object.entries(data.compound ?? {}))
    for (const unit of UNITS)
      for (const ending of wordsOf(data.compoundUnit?.[unit] ?? ''))
        yield [stem + ending, { count: Number(count), unit }];
}

function relationsOf(phrases: TimesData['phrases']): Map<string, Relation[]> {
  const relations = new Map<string, Relation[]>();
  for (const relation of RELATIONS)
    for (const phrase of phrases[relation] ?? []) relations.set(phrase, [...(relations.get(phrase) ?? []), relation]);
  return relations;
}
