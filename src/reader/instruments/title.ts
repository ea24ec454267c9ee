import type { Doc } from '../../language/index.ts';
import type { DocumentPhrase } from './phrase.ts';

/** The proper title of a document, without its article: only where it is written as a name, with a capital. */
export function titleOf(doc: Doc, { first, noun, last, hasComplement }: DocumentPhrase): string | undefined {
  if (doc.upos(first) === 'NUM') return undefined;
  const start = firstCapital(doc, first, noun);
  if (start === undefined || (start === noun && !hasComplement)) return undefined;
  return doc.text.slice(doc.startOf(start), doc.endOf(last));
}

function firstCapital(doc: Doc, first: number, noun: number): number | undefined {
  if (!/^\p{Lu}/u.test(doc.form(noun))) return undefined;
  let start = noun;
  while (
    start > first &&
    /^[\p{Lu}-]/u.test(doc.form(start - 1)) &&
    doc.upos(start - 1) !== 'DET' &&
    doc.upos(start - 1) !== 'NUM'
  )
    start--;
  return start;
}
