import type { Span } from '../../model/index.ts';

const SHORT = 4;
const LONG = 7;

/**
 * Whether marked words are somebody's words and not a name or a term: several of them, and punctuation that speech has: within the
 * closing mark, behind it a dash or comma, or before the opening one a colon or the paragraph's beginning.
 */
export function isSpeech(text: string, [start, end]: Span, paragraph: Span): boolean {
  const words = text.slice(start, end).match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.length ?? 0;
  if (words < SHORT) return false;
  const inside = text.slice(start, end).trimEnd();
  const before = text
    .slice(paragraph[0], start)
    .replace(/(?:[«“„"]|&\w+;)$/u, '')
    .trimEnd();
  const behind = text
    .slice(end, paragraph[1])
    .replace(/^(?:[»”“"]|&\w+;)/u, '')
    .trimStart();
  const ends = /[.,!?…]$/u.test(inside) || /^,?\s?(?:[–—-]|&mdash;)/u.test(behind);
  const begins = before === '' || /[:,]$/u.test(before);
  return ends || (begins && words >= SHORT) || words >= LONG;
}
