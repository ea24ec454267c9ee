import type { Language } from '../../model/index.ts';

/**
 * Endings of Kazakh and Kyrgyz nouns, in the order in which they stand: number, possession, case. A name is recognized when what follows
 * its stem is made of these; vowel harmony and assimilation are not checked, since a wrong form only never occurs.
 */
const ENDINGS: Readonly<Record<'kk' | 'ky', RegExp>> = {
  kk: suffixes(
    '[лдт][ае]р',
    '(?:[ыі]м[ыі]з|[ыі]ң[ыі]з|с[ыі]|[ыі]|[ыі]м|[ыі]ң)',
    '(?:[нтд][ыі]ң|[нтд][ыі]|н|[ғг][ае]|[қк][ае]|[нт]?[ае]|[дт][ае]н|н[ае]н|[дт][ае]|нд[ае]|[мбп]ен)',
    '(?:дағы|дегі|тағы|тегі|[лд][ыі]қ?|лық|лік|дық|дік|тық|тік)',
  ),
  ky: suffixes(
    '[лдт][аоеө]р',
    '(?:[ыиуү]б[ыиуү]з|[ыиуү]ң[ыиуү]з|с[ыиуү]|[ыиуү]|[ыиуү]м|[ыиуү]ң)',
    '(?:[нтд][ыиуү]н|[нтд][ыиуү]|н|[гк][аоеө]|н?[аоеө]|[дт][аоеө]н|н[аоеө]н|[дт][аоеө]|нд[аоеө])',
    '(?:[дт][аоеө]г[ыиуү]|[лдт][ыиуү]к)',
  ),
};

function suffixes(number: string, possession: string, grammaticalCase: string, derivation: string): RegExp {
  return new RegExp(`^(?:${number})?(?:${possession})?(?:${grammaticalCase}|${derivation})?$`, 'u');
}

/** How many letters of a word at most are endings. */
const LONGEST = 10;
/** How long a stem at least is: shorter ones would be found in every word. */
const SHORTEST = 3;

/** The stems that a word of Kazakh or Kyrgyz may have, longest first, the word itself being the first. */
export function stemsOf(word: string, language: Extract<Language, 'kk' | 'ky'>): string[] {
  const stems = [word];
  const from = Math.max(SHORTEST, word.length - LONGEST);
  for (let length = word.length - 1; length >= from; length--)
    if (ENDINGS[language].test(word.slice(length))) stems.push(word.slice(0, length));
  return stems;
}
