import type { Language } from '../model/index.ts';

/** The language by its letters alone, until the language room tells it. */
export function identifyLanguage(text: string): Language | 'other' {
  const letters = text.match(/\p{L}/gu) ?? [];
  const cyrillic = letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter)).length;
  if (cyrillic * 2 > letters.length) return /[әғқұіһ]/iu.test(text) ? 'kk' : /[өүң]/iu.test(text) ? 'ky' : 'ru';
  return letters.length > 0 ? 'en' : 'other';
}
