import type { Language } from '../../model/index.ts';
import records from './concepts.json' with { type: 'json' };

/**
 * A concept of diplomacy and the ways of saying it. Each way is a row of word beginnings («пункт пропуск»), which spares stemming in
 * languages of rich endings; one that ends in a full stop is the whole word (`oil.`, also in the plural with -s).
 */
interface Concept {
  readonly id: string;
  /** `act` what is done, `thing` what it is done to, `role` who or what has a part in nearly every undertaking. */
  readonly kind: string;
  /** Of an action: those of one family are stages or ways of one work (build, complete, launch). */
  readonly family?: string;
  /** Of an action that only brings about the one named next: to set up an exchange is to exchange. */
  readonly light?: boolean;
  /** What sharing it tells: 1 nearly nothing (develop), 2 something (trade), 3 much (checkpoint, flour). */
  readonly weight: number;
  readonly en?: readonly string[];
  readonly ru?: readonly string[];
  readonly kk?: readonly string[];
  readonly ky?: readonly string[];
}

const CONCEPTS: readonly Concept[] = records;

/** The longest ending that a word may have behind a beginning; Kazakh and Kyrgyz stack theirs. */
const LONGEST_ENDING: Readonly<Record<Language, number>> = { en: 10, ru: 14, kk: 14, ky: 14 };

interface Way {
  readonly concept: string;
  /** Beginnings of the words behind the first. */
  readonly rest: readonly string[];
}

type Lexicon = ReadonlyMap<string, readonly Way[]>;

const WEIGHTS: ReadonlyMap<string, number> = new Map(CONCEPTS.map(({ id, weight }) => [id, weight]));
const THINGS: ReadonlySet<string> = new Set(CONCEPTS.filter(({ kind }) => kind === 'thing').map(({ id }) => id));
const FAMILIES: ReadonlyMap<string, string> = new Map(
  CONCEPTS.flatMap(({ id, family }) => (family === undefined ? [] : [[id, family] as const])),
);
const lexicons = new Map<Language, Lexicon>();

/** The weight of a concept; undefined where there is no such concept. */
export function weightOfConcept(id: string): number | undefined {
  return WEIGHTS.get(id);
}

/** Whether the concept is something that undertakings are about, neither an action nor a role in any of them. */
export function isThing(id: string): boolean {
  return THINGS.has(id);
}

const LIGHT: ReadonlySet<string> = new Set(CONCEPTS.filter(({ light }) => light === true).map(({ id }) => id));

/** Whether the action only brings about the one named next. */
export function isLight(id: string): boolean {
  return LIGHT.has(id);
}

/** The family of an action; undefined of others. */
export function familyOf(id: string): string | undefined {
  return FAMILIES.get(id);
}

function lexiconOf(language: Language): Lexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const lexicon = new Map<string, Way[]>();
  for (const concept of CONCEPTS)
    for (const way of concept[language] ?? []) {
      const [first = '', ...rest] = way.split(/[\s-]+/);
      const ways = lexicon.get(first) ?? [];
      ways.push({ concept: concept.id, rest });
      lexicon.set(first, ways);
    }
  lexicons.set(language, lexicon);
  return lexicon;
}

/** A concept found among words: which, and how many words it takes. */
export interface ConceptMatch {
  readonly concept: string;
  readonly length: number;
}

/** The concepts that begin at word `at` of the lower-cased words: those of the most words, and of the longest beginning among them. */
export function conceptsAt(words: readonly string[], at: number, language: Language): readonly ConceptMatch[] {
  const word = words[at];
  if (word === undefined) return [];
  const lexicon = lexiconOf(language);
  const found = beginningsOf(word, language).flatMap((beginning) =>
    (lexicon.get(beginning) ?? [])
      .filter(({ rest }) => rest.every((next, i) => beginsWith(words[at + 1 + i], next, language)))
      .map(({ concept, rest }) => ({ concept, beginning, length: rest.length + 1 })),
  );
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest);
  return best
    .filter(({ beginning }) => beginning === best[0]?.beginning)
    .map(({ concept, length }) => ({ concept, length }));
}

/** All beginnings under which a word may stand in the lexicon, the whole word first, then the longest. */
function beginningsOf(word: string, language: Language): string[] {
  const beginnings = [`${word}.`, word];
  if (language === 'en' && word.endsWith('s')) beginnings.splice(1, 0, `${word.slice(0, -1)}.`);
  const shortest = Math.max(2, word.length - LONGEST_ENDING[language]);
  for (let length = word.length - 1; length >= shortest; length--) beginnings.push(word.slice(0, length));
  return beginnings;
}

function beginsWith(word: string | undefined, beginning: string, language: Language): boolean {
  if (word === undefined) return false;
  if (beginning.endsWith('.')) return beginningsOf(word, language).includes(beginning);
  return word.startsWith(beginning) && word.length - beginning.length <= LONGEST_ENDING[language];
}
