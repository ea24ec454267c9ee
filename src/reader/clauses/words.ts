import type { Language } from '../../model/index.ts';
import en from '../languages/en/clauses.json' with { type: 'json' };
import ru from '../languages/ru/clauses.json' with { type: 'json' };
import type { FormWords } from './mending/index.ts';
import { WordData } from './word-data.ts';

/** The lists that are asked whether they hold a word. */
const SETS = [
  'negators',
  'negativeWords',
  'copulas',
  'infinitiveMarks',
  'relatives',
  'firstPersons',
  'agents',
  'collectives',
  'also',
  'particles',
  'means',
  'that',
  'recalling',
  'remarking',
  'adjuncts',
  'actions',
] as const;
type SetKey = (typeof SETS)[number];

const PHRASES = ['conditions', 'attributions', 'bases'] as const;
type PhraseKey = (typeof PHRASES)[number];

/** Word sequences by their first word, the longest first. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The function words of a language, ready to be looked up. */
export type ClauseWords = Omit<WordData, SetKey | PhraseKey | 'shortPredicates'> &
  Readonly<Record<SetKey, ReadonlySet<string>>> &
  FormWords & {
    /** Auxiliaries that make a plan of their verb. */
    readonly futureAuxiliaries: ReadonlySet<string>;
    readonly phrases: Readonly<Record<PhraseKey, PhraseTable>>;
  };

/** The languages that have clause data; texts in others get no statements. */
const BY_LANGUAGE: Partial<Record<Language, ClauseWords>> = { en: prepared(en), ru: prepared(ru) };

/** The function words of a language; undefined where it has none yet. */
export function clauseWordsOf(language: Language): ClauseWords | undefined {
  return BY_LANGUAGE[language];
}

function prepared(json: unknown): ClauseWords {
  const data = WordData.parse(json);
  return {
    ...data,
    ...keyed(SETS, (key) => new Set(data[key])),
    futureAuxiliaries: new Set(futureAuxiliaries(data)),
    futureForms: futureForms(data),
    participleForms: shortForms(data.participles, data.shortEndings),
    shortPredicates: shortForms(data.shortPredicates, data.shortEndings),
    phrases: keyed(PHRASES, (key) => phraseTable(data[key])),
  };
}

function keyed<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}

function futureAuxiliaries({ auxiliaries }: WordData): string[] {
  return Object.keys(auxiliaries).filter((word) => auxiliaries[word] === 'planned' || auxiliaries[word] === 'would');
}

/** All forms of the future that the rules make of the perfective verbs, and those that follow no rule. */
function futureForms({ perfectives, conjugation, futures }: WordData): Map<string, string> {
  const forms = new Map<string, string>();
  for (const lemma of perfectives) {
    const rule = conjugation.find(([ending]) => lemma.endsWith(ending));
    if (rule === undefined) continue;
    const stem = lemma.slice(0, -rule[0].length);
    for (const ending of rule[1]) forms.set(stem + ending, lemma);
  }
  for (const [form, lemma] of Object.entries(futures)) forms.set(form, lemma);
  return forms;
}

function shortForms(stems: Readonly<Record<string, string>>, endings: readonly string[]): Map<string, string> {
  const forms = Object.entries(stems).flatMap(([stem, lemma]) =>
    endings.map((ending): [string, string] => [stem + ending, lemma]),
  );
  return new Map(forms);
}

function phraseTable(phrases: readonly string[]): PhraseTable {
  const table = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const same = table.get(words[0]!) ?? [];
    table.set(
      words[0]!,
      [...same, words].sort((a, b) => b.length - a.length),
    );
  }
  return table;
}
