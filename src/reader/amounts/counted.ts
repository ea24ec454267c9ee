import type { Doc } from '../../language/index.ts';
import type { NumberRead } from './numbers.ts';
import type { Scan } from './scan.ts';

/**
 * What a number counts, where it is no known unit: its noun in the tree, lower-cased as the text has it (“twenty buses” → `buses`;
 * `slots` with “a year” behind). Nouns that count parties or stretches of time are left out.
 */
export function countedUnit(
  doc: Doc,
  scan: Scan,
  number: NumberRead,
  place: number,
): { readonly value: string; readonly end: number } | undefined {
  const token = scan.atoms[number.end - 1]!.token;
  const noun = nounOf(doc, token);
  if (noun === undefined || noun <= token || noun > token + 4) return undefined;
  let end = place;
  while (end < scan.atoms.length && scan.atoms[end]!.token < noun) end++;
  if (scan.atoms[end]?.token !== noun || scan.senses(end).uncounted) return undefined;
  const known = scan.find('counted', end) ?? scan.find('units', end);
  return known ?? { value: unitName(doc, noun), end: end + 1 };
}

function nounOf(doc: Doc, token: number): number | undefined {
  if (doc.trees === undefined) return undefined;
  const isNumeral = doc.relation(token) === 'nummod' || doc.deprel(token) === 'nummod:gov';
  const head = isNumeral ? doc.head(token) : -1;
  return head >= 0 && doc.upos(head) === 'NOUN' ? head : undefined;
}

function unitName(doc: Doc, noun: number): string {
  return doc.language === 'en' ? doc.form(noun).toLowerCase() : doc.lemma(noun);
}
