import type { Doc } from '../language/index.ts';
import type { LemmaLayer } from '../register/index.ts';

/** The words of a text as the search index has them, and where they stand; punctuation is left out. */
export function lemmaLayerOf(doc: Doc): LemmaLayer {
  const words = wordTokens(doc);
  return {
    lemmas: words.map((token) => foldLemma(doc.trees === undefined ? doc.form(token) : doc.lemma(token))),
    starts: Uint32Array.from(words, (token) => doc.startOf(token)),
    ends: Uint32Array.from(words, (token) => doc.endOf(token)),
  };
}

/** The tokens with a letter or digit. */
export function wordTokens(doc: Doc): number[] {
  const tokens = Array.from({ length: doc.length }, (_, token) => token);
  return tokens.filter((token) => /[\p{L}\p{N}]/u.test(doc.form(token)));
}

/** A lemma as the search index has it: lower case, composed, `ё` as `е`, with `_` for all that is no letter or digit. */
export function foldLemma(lemma: string): string {
  const letters = lemma
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_');
  return letters.slice(0, 100) || '_';
}
