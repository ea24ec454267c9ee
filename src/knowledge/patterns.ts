import type { Language } from '../model/index.ts';
import { foldedWords } from './fold.ts';
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

const patternsOf = (forms: readonly string[], letters: LetterCase): Pattern[] =>
  forms.map((form) => ({ words: foldedWords(form), letters }));

/** Patterns of forms made of a folded name: what is left to do is to cut them. */
const cutForms = (forms: readonly string[], letters: LetterCase): Pattern[] =>
  forms.map((form) => ({ words: form.split(/[ -]+/u), letters }));

/** All forms of a name in a language: every case in Russian, as it stands elsewhere. */
export function namePatterns(name: string, language: Language): Pattern[] {
  return language === 'ru'
    ? cutForms(nameForms(foldName(name)), lettersOf(name))
    : patternsOf([bare(name)], lettersOf(name));
}

/** All forms of an adjective of a state. English capitalizes it; the others do not. */
export function adjectivePatterns(adjective: string, language: Language): Pattern[] {
  if (language === 'en') return patternsOf([adjective], lettersOf(adjective));
  if (language !== 'ru') return patternsOf([adjective], 'any');
  // «казахско-кыргызский»: the first half of a compound is the stem with -о.
  const folded = foldName(adjective);
  return cutForms([...adjectiveForms(folded), folded.replace(/(?:ий|ый|ой)$/u, 'о')], 'any');
}

/** The first half of a compound, before its hyphen: "Sino", «американо». */
export function prefixPatterns(prefix: string): Pattern[] {
  return patternsOf([prefix], lettersOf(prefix));
}

/** Acronyms do not change and stand in capitals. */
export function acronymPatterns(acronym: string): Pattern[] {
  return patternsOf([acronym], 'upper');
}

/** The plural forms of a common noun: "heads of state", «министрам иностранных дел». None where they are not made by adding a word's end. */
export function pluralPatterns(name: string, language: Language): Pattern[] {
  if (name.startsWith('+')) return namePatterns(name, language);
  if (language === 'en') return patternsOf([englishPlural(name)], 'any');
  return language === 'ru' && !name.startsWith('=') ? cutForms(nameForms(`+${pluralOf(foldName(name))}`), 'any') : [];
}

/** `minister of foreign affairs` → `ministers of foreign affairs`; the first noun before a preposition takes the ending. */
export function englishPlural(name: string): string {
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
