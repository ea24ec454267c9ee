const DASHES = /^[-‐‑‒–—−]+$/u;
const QUOTES = /^["«»“”„‟‹›]+$/u;
const SEPARATOR = /[-‐‑‒–—−.]/u;
const APOSTROPHES = /['’‘ʼʻʹ`´]/gu;
const MARKS = /[\u0300-\u036f]/gu;
/** Letters that no decomposition turns into a base letter. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'a',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** Whether the word is nothing but a hyphen or a dash. */
export function isDash(word: string): boolean {
  return DASHES.test(word);
}

/**
 * A word in the form under which names are compared: lower case, without apostrophes, ё as е, Latin letters without accents.
 * Cyrillic letters of Kazakh and Kyrgyz stay apart (қ is not к); й is kept.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase().replace(APOSTROPHES, '');
  return /^[a-z]*$/.test(lower) ? lower : foldRare(lower);
}

function foldRare(lower: string): string {
  if (/[а-я]/u.test(lower)) return lower.replaceAll('ё', 'е').replaceAll('\u0301', '');
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter);
}

/**
 * The comparable parts of a word, not folded yet: `Kassym-Jomart` → `Kassym`, `Jomart`; `U.S.` → `US`; `С.В.Лаврова` → `С`, `В`, `Лаврова`.
 * A dash or a quotation mark alone has none: Organization “ASEAN”.
 */
export function splitWord(word: string): string[] {
  if (word === '') return [];
  if (!SEPARATOR.test(word)) return QUOTES.test(word) ? [] : [word];
  if (isDash(word)) return [];
  const parts = word.split(SEPARATOR).filter((part) => part !== '');
  if (parts.length === 0) return [word];
  return word.includes('.') && parts.every((part) => part.length === 1) ? [parts.join('')] : parts;
}

/**
 * A sequence of words as names are compared: `Republic of Kazakhstan` → `republic`, `of`, `kazakhstan`. A possessive ending is left out,
 * since texts have it as a token of its own: `People's Republic` → `people`, `republic`.
 */
export function foldedWords(name: string): string[] {
  return name
    .replace(/['’]s(?=\s|$)/giu, '')
    .replaceAll(',', ' ,')
    .split(/\s+/u)
    .flatMap(splitWord)
    .map(foldWord);
}
