import type { Language } from '../model/index.ts';
import { foldWord } from './fold.ts';
import { nounCases } from './inflection/russian.ts';
import type { NamePart } from './names.ts';
import type { Person } from './people.ts';
import type { HolderRecord } from './schema.ts';
import { coarse, soundKeys } from './transliterate.ts';

/** One way in which a person's name stands in a text, as keys of its words. */
export interface PersonPattern {
  readonly keys: readonly string[];
  readonly part: NamePart;
}

/** Stands for any single letter, the second of two initials; behind a letter for initials that stand as one word: I.S. */
const ANY_INITIAL = '*';
/** Words that may begin a family name in small letters: von der Leyen, bin Salman. */
const PARTICLES = new Set('al af bin da dal de del della den der di dos du el la le san ten ter van von zu'.split(' '));

/** Whether a family name may begin with this word though it has no capital. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** Before a word that must be spelled so: names too short for a key to tell them from other words. */
const EXACT = '=';
/** Before a key whose vowels count: a family name that stands alone. */
const ALONE = '!';

/** Of how many characters keys must be at least: those of a family name alone, and coarse ones. */
const SHORTEST_KEY = 4;
const SHORTEST_COARSE = 3;

interface NameWords {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** Every way to write a person's name in a language: whole in both orders, with initials, with the patronymic, the family name alone. */
export function personPatterns(person: Person, language: Language): PersonPattern[] {
  const spellings = person.holdings.flatMap((record) => spellingsOf(record, language));
  const patronymic = person.holdings.find((record) => record.patronymic !== undefined)?.patronymic;
  const patterns = spellings.flatMap((name) => [
    ...wholeNames(name, patronymic, language),
    ...familyAlone(name.family, language),
  ]);
  const seen = new Set<string>();
  return patterns.filter(({ keys }) => {
    const line = keys.join(' ');
    return !seen.has(line) && seen.add(line);
  });
}

/** The keys of those words of which every pattern of the person has one: the longest of the family name, and the patronymic. */
export function telltaleKeys(person: Person, language: Language): string[] {
  const words = person.holdings.flatMap((record) => [
    ...spellingsOf(record, language).map(({ family }) => longestOf(family)),
    record.patronymic ?? '',
  ]);
  return [
    ...new Set(
      [...new Set(words)]
        .filter((word) => word !== '')
        .flatMap(soundKeys)
        .map(coarse),
    ),
  ];
}

const longestOf = (words: readonly string[]): string => words.reduce((a, b) => (b.length > a.length ? b : a), '');

function spellingsOf(record: HolderRecord, language: Language): NameWords[] {
  const latin = language === 'en';
  const name = latin ? record.name.en : (record.name[language] ?? record.name.ru ?? record.name.en);
  const family = latin ? record.family?.en : (record.family?.ru ?? undefined);
  const own = splitName(name, family);
  const names =
    language === 'kk' || language === 'ky' ? [own, splitName(record.name.ru ?? record.name.en, family)] : [own];
  return [...names, ...(record.variants ?? []).map((variant) => variantOf(variant, own))];
}

/** A variant of one word is a family name; a longer one is a whole name with its family name last, or first where the name's own is. */
function variantOf(variant: string, own: NameWords): NameWords {
  const words = wordsOf(variant);
  if (words.length === 1) return { given: own.given, family: words };
  const first = words[0]!;
  return own.family.length === 1 && foldWord(own.family[0]!) === foldWord(first)
    ? { given: words.slice(1), family: [first] }
    : splitName(variant, undefined);
}

function splitName(name: string, family: string | undefined): NameWords {
  const words = wordsOf(name);
  const last = family === undefined ? words.slice(-1) : wordsOf(family);
  const at = words.findIndex((_, index) => last.every((word, offset) => words[index + offset] === word));
  if (at < 0) return { given: words.slice(0, -1), family: last };
  return { given: [...words.slice(0, at), ...words.slice(at + last.length)], family: last };
}

const wordsOf = (name: string): string[] => name.split(/[\s.-]+/u).filter((word) => word !== '');

function wholeNames({ given, family }: NameWords, patronymic: string | undefined, language: Language): PersonPattern[] {
  const sequences = (words: readonly string[]) => keySequences(words, language);
  const first = given.slice(0, 1);
  if (first.length === 0) return [];
  const orders = [
    [...given, ...family],
    [...family, ...given],
    [...first, ...family],
  ];
  const middle =
    patronymic === undefined
      ? []
      : [
          [...given, patronymic, ...family],
          [...family, ...given, patronymic],
        ];
  const full = [...orders, ...middle].flatMap(sequences).map((keys): PersonPattern => ({ keys, part: 'full' }));
  const withInitials = sequences(family).flatMap((keys) => initials(given, keys));
  const polite = patronymic === undefined ? [] : sequences([...given, patronymic]);
  return [...full, ...withInitials, ...polite.map((keys): PersonPattern => ({ keys, part: 'given' }))];
}

function initials(given: readonly string[], family: readonly string[]): PersonPattern[] {
  const letters = given.map((word) => EXACT + foldWord(word).charAt(0));
  const leads = [
    letters.slice(0, 1),
    letters,
    [...letters.slice(0, 1), ANY_INITIAL],
    [...letters, ANY_INITIAL],
    letters.slice(0, 1).map((letter) => letter + ANY_INITIAL),
  ];
  return leads.map((lead) => ({ keys: [...lead, ...family], part: 'full' }));
}

/** The sequences of keys of the words: more than one where a word has accented letters, or is short and inflected. */
function keySequences(words: readonly string[], language: Language): string[][] {
  return words.reduce<string[][]>(
    (lines, word) => {
      const keys = keysInName(word, language);
      return lines.flatMap((line) => keys.map((key) => [...line, key]));
    },
    [[]],
  );
}

/** The keys of a word within a whole name: coarse ones, but for words so short that half a language would have the same. */
function keysInName(word: string, language: Language): string[] {
  const keys = [...new Set(soundKeys(word).map(coarse))];
  return keys.every((key) => key.length >= SHORTEST_COARSE) ? keys : exactKeys(word, language);
}

function exactKeys(word: string, language: Language): string[] {
  const forms = language === 'ru' ? nounCases(word.toLowerCase()).flat() : [word];
  return [...new Set(forms.map((form) => EXACT + foldWord(form)))];
}

function familyAlone(family: readonly string[], language: Language): PersonPattern[] {
  if (family.length > 1) return keySequences(family, language).map((keys) => ({ keys, part: 'family' }));
  const word = family[0] ?? '';
  return aloneKeys(word, language).map((key) => ({ keys: [key], part: 'family' }));
}

function aloneKeys(word: string, language: Language): string[] {
  const keys = soundKeys(word).map((key) => (language === 'en' ? key : dropFinalVowels(key)));
  if (keys.every((key) => key.length >= SHORTEST_KEY)) return keys.map((key) => ALONE + key);
  return exactKeys(word, language);
}

/** Case endings begin with a vowel or are one: what ends in a vowel is compared without it. */
function dropFinalVowels(key: string): string {
  return key.replace(/(?<=.)[aeiou-]+$/u, '');
}

/**
 * The keys under which a word of a text is looked up. In Russian the endings -ом, -ем, -ым, -им, -ого, -его, -ому, -ему, which
 * leave a consonant in the key, are taken off as well.
 */
export function keysOfWord(word: string, language: Language): string[] {
  const folded = foldWord(word);
  if (folded.length === 1) return [EXACT + folded, ANY_INITIAL];
  const sounds = soundKeys(word).flatMap((key) => (language === 'en' ? [key] : uninflected(key, language)));
  const initials = /^\p{Lu}{2,3}$/u.test(word) ? [EXACT + folded.charAt(0) + ANY_INITIAL] : [];
  return [...new Set([EXACT + folded, ...initials, ...sounds.map((key) => ALONE + key), ...sounds.map(coarse)])];
}

/** Case endings as sound keys have them. */
const ENDINGS = {
  ru: /[aeiou-][gm][aeiou-]?$/u,
  kk: /(?:[ntd]i[nŋ]|[gknt]?[ae]|[ntd][ae]n|[mbp]en|[ntd]i)$/u,
  ky: /(?:[ntd][iu]n|[gk]?[aeo]|[td][aeo]n?|[ntd][iu])$/u,
} as const;

function uninflected(key: string, language: Exclude<Language, 'en'>): string[] {
  const stems = [key, key.replace(ENDINGS[language], '')].map(dropFinalVowels);
  return stems.filter((stem, index) => stem !== '' && stems.indexOf(stem) === index);
}
