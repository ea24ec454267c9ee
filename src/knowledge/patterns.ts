import type { Language } from '../model/index.ts';
import { foldedWords, foldWord } from './fold.ts';
import { adjectiveForms, nameForms, pluralOf } from './inflection/russian.ts';

/** How a pattern must be written in the text: `upper` an acronym, `capital` a proper name, `any` a common noun. */
export type LetterCase = 'upper' | 'capital' | 'any';

/** One way to write a name: its comparable words and how they must be capitalized. */
export interface Pattern {
  readonly words: readonly string[];
  readonly letters: LetterCase;
}

/** How the data write a name is how a text must: `Group of Seven` with a capital, «большая семёрка» anyhow. */
function lettersOf(name: string): LetterCase {
  const first = name.replace(/^[=+&«"]/u, '').charAt(0);
  return first === first.toLowerCase() && first !== first.toUpperCase() ? 'any' : 'capital';
}

const cut = (forms: readonly string[], letters: LetterCase): Pattern[] =>
  forms.map((form) => ({ words: foldedWords(form), letters }));

/** The same of forms made of a folded name: what is left to do is to cut them. */
const cutFolded = (forms: readonly string[], letters: LetterCase): Pattern[] =>
  forms.map((form) => ({ words: form.split(/[ -]+/u), letters }));

/** What kind of word a name is, by which its forms are made. */
export type NameForm = 'name' | 'adjective' | 'prefix' | 'acronym' | 'title' | 'titles';

const MAKERS = {
  name: properName,
  adjective,
  // The first half of a compound, before its hyphen: "Sino", «американо».
  prefix: (name) => cut([name], lettersOf(name)),
  acronym: (name) => cut([name], 'upper'),
  // Titles are capitalized or not as each publisher likes.
  title: (name, language) => properName(name, language).map(({ words }) => ({ words, letters: 'any' })),
  titles,
} as const satisfies Record<NameForm, (name: string, language: Language) => Pattern[]>;

/** All ways in which a text of the language may write the name: in Russian in every case. */
export function patternsOf(name: string, form: NameForm, language: Language): Pattern[] {
  return MAKERS[form](name, language);
}

/** How many letters at the end of a word its inflection may change. */
const ENDING = 2;

/** How the first word of every form of a name begins. */
export function beginningOf(name: string): string {
  const first = (name.replace(/^[=+&]/u, '').split(/[\s-]/u, 1)[0] ?? '').replace(/['’]s$/iu, '');
  const folded = first.includes('.') ? (foldedWords(first)[0] ?? '') : foldWord(first);
  return folded.slice(0, Math.max(1, folded.length - ENDING));
}

function properName(name: string, language: Language): Pattern[] {
  return language === 'ru' ? cutFolded(nameForms(foldName(name)), lettersOf(name)) : cut([bare(name)], lettersOf(name));
}

/** English capitalizes adjectives of states; the others do not. */
function adjective(name: string, language: Language): Pattern[] {
  if (language !== 'ru') return cut([name], language === 'en' ? lettersOf(name) : 'any');
  const folded = foldName(name);
  // «казахско-кыргызский»: the first half of a compound is the stem with -о.
  return cutFolded([...adjectiveForms(folded), folded.replace(/(?:ий|ый|ой)$/u, 'о')], 'any');
}

/** Several holders: "heads of state", «министрам иностранных дел». None where a plural is not made by adding an ending to a stem. */
function titles(name: string, language: Language): Pattern[] {
  if (name.startsWith('+')) return MAKERS.title(name, language);
  if (language === 'en') return cut([englishPlural(name)], 'any');
  return language === 'ru' && !name.startsWith('=') ? cutFolded(nameForms(`+${pluralOf(foldName(name))}`), 'any') : [];
}

/** `minister of foreign affairs` → `ministers of foreign affairs`; the first noun before a preposition takes the ending. */
function englishPlural(name: string): string {
  const [head, rest] = splitAtPreposition(name);
  const plural = /[^aeiou]y$/u.test(head)
    ? `${head.slice(0, -1)}ies`
    : /(?:s|x|ch|sh)$/u.test(head)
      ? `${head}es`
      : `${head}s`;
  return (/man$/u.test(head) ? `${head.slice(0, -3)}men` : plural) + rest;
}

function splitAtPreposition(name: string): [head: string, rest: string] {
  const at = name.search(/ (?:of|to|for|in|at|on)\b/u);
  return at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
}

/** A Russian name folded before it is inflected, since all its forms then are. */
function foldName(name: string): string {
  const lower = name.toLowerCase().replaceAll('ё', 'е');
  return /[^а-я +=&|-]/u.test(lower)
    ? lower
        .replace(/['’«»"]/gu, '')
        .replaceAll(',', ' ,')
        .replace(/ ?[–—] ?/gu, ' ')
    : lower;
}

function bare(name: string): string {
  return name
    .replace(/^[=+&]/u, '')
    .replace('|', ' ')
    .trim();
}
