import type { Language } from '../../model/index.ts';
import en from '../languages/en/mentions.json' with { type: 'json' };
import kk from '../languages/kk/mentions.json' with { type: 'json' };
import ky from '../languages/ky/mentions.json' with { type: 'json' };
import ru from '../languages/ru/mentions.json' with { type: 'json' };

/** What a common word can contribute to a phrase that names an actor; the labels are those of `grammar.ts`. */
export const WORD_LABELS = {
  determiner: 'T',
  indefinite: 'A',
  possessive: 'p',
  quantifier: 'Q',
  other: 'E',
  others: 'E',
  and: '&',
  of: 'o',
  from: 'e',
  for: 'u',
  home: 'z',
  membership: 'm',
  honorific: 'H',
  particle: 'v',
  modifier: 'a',
  former: 'w',
  region: 'r',
  side: 'V',
  group: 'U',
  body: 'B',
  people: 'W',
  service: 's',
  country: 'Y',
  role: 'R',
  roles: 'L',
  head: 'h',
  organ: 'c',
  institution: 'n',
  office: 'F',
  pronoun: 'i',
} as const;
type WordKind = keyof typeof WORD_LABELS;

/** A line of a language's `mentions.json`: words of one kind, in the forms in which they stand in texts (`*`: any ending). */
export interface Word {
  readonly kind: WordKind;
  /** What a `group` is a group of: `states`, `many` of them, or a body that each of the parties has. */
  readonly of?: string;
  /** The office or body; empty for a government that stands for its state. */
  readonly slug?: string;
  /** What must stand before a `group` for it to mean the document's parties: “the”, or “two”, “both”, “our”. */
  readonly needs?: string;
  readonly role?: string;
  /** The id of a region's group of states. */
  readonly id?: string;
  /** How many a `quantifier` counts (0: all), or the number and person of a `pronoun`. */
  readonly number?: number | string;
  readonly person?: number;
  readonly female?: boolean;
  readonly plural?: boolean;
  /** A possessive that names a speaker only in “in his words”, «по его мнению». */
  readonly opinion?: boolean;
}

type Line = Omit<Word, 'kind'> & { readonly kind: string; readonly forms: string };

interface Form {
  readonly words: readonly string[];
  readonly word: Word;
}

/** Words of a language by the first letters of their first word. */
export interface Vocabulary {
  readonly forms: ReadonlyMap<string, readonly Form[]>;
}

/** How many letters `*` may stand for, by language: endings of Kazakh and Kyrgyz pile up. */
const ENDING = { en: 3, ru: 4, kk: 10, ky: 10 } as const satisfies Record<Language, number>;
/** Forms are looked up by so many letters. */
const KEY = 2;

const LINES: Readonly<Record<Language, readonly Line[]>> = { en, ru, kk, ky };
const vocabularies = new Map<Language, Vocabulary>();

/** The vocabulary of a language, indexed at its first use. */
export function vocabularyOf(language: Language): Vocabulary {
  const known = vocabularies.get(language);
  if (known !== undefined) return known;
  const forms = new Map<string, Form[]>();
  for (const { forms: written, kind, ...rest } of LINES[language]) {
    if (!isWordKind(kind))
      throw new Error(`mentions.json of ${language}: unknown kind "${kind}"; known: ${Object.keys(WORD_LABELS)}`);
    for (const form of written.split('|')) addForm(forms, form, { kind, ...rest });
  }
  for (const list of forms.values()) list.sort((a, b) => b.words.length - a.words.length);
  const vocabulary = { forms };
  vocabularies.set(language, vocabulary);
  return vocabulary;
}

function isWordKind(kind: string): kind is WordKind {
  return kind in WORD_LABELS;
}

function addForm(forms: Map<string, Form[]>, form: string, word: Word): void {
  const words = wordsOf(form);
  const key = words[0]!.slice(0, KEY);
  const list = forms.get(key) ?? [];
  list.push({ words, word });
  forms.set(key, list);
}

/** English splits at hyphens, as its tokens do; the apostrophe of “vis-à-vis” and the like stays. */
function wordsOf(form: string): string[] {
  return form.split(' ');
}

export interface WordMatch {
  /** How many tokens the words take. */
  readonly length: number;
  /** All that they can be. */
  readonly words: readonly Word[];
}

/** The longest words of the vocabulary that the lower-cased tokens spell from `at` on, none of them at `until` or behind. */
export function findWords(
  vocabulary: Vocabulary,
  tokens: readonly string[],
  at: number,
  until: number,
  language: Language,
): WordMatch | undefined {
  const candidates = vocabulary.forms.get(tokens[at]!.slice(0, KEY));
  if (candidates === undefined) return undefined;
  let length = 0;
  const found: Word[] = [];
  for (const { words, word } of candidates) {
    if (words.length < length) break;
    if (at + words.length > until || !spells(words, tokens, at, ENDING[language])) continue;
    length = words.length;
    found.push(word);
  }
  return length === 0 ? undefined : { length, words: found };
}

function spells(words: readonly string[], tokens: readonly string[], at: number, ending: number): boolean {
  for (let index = 0; index < words.length; index++) {
    const token = tokens[at + index];
    if (token === undefined || !isForm(words[index]!, token, ending)) return false;
  }
  return true;
}

function isForm(word: string, token: string, ending: number): boolean {
  if (!word.endsWith('*')) return word === token;
  return token.length - (word.length - 1) <= ending && token.startsWith(word.slice(0, -1));
}
