/** A lemma as the search index has it: lower case, composed, without spaces, `ё` as `е`. */
export function foldLemma(lemma: string): string {
  const folded = lemma.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/gu, '_');
  return folded === '' ? '_' : folded;
}
