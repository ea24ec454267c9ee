import type { Doc } from '../../language/index.ts';
import type { Span } from '../../model/index.ts';
import { findPhrase } from './phrases.ts';
import type { Tree } from './tree.ts';
import type { ClauseWords } from './words.ts';

/** A stretch of tokens, both ends within it. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The tokens from the first to the last of a subtree without its skipped branches and its outer conjunctions and marks. */
export function rangeOf(tree: Tree, head: number, skip: (child: number) => boolean): Range {
  let first = head;
  let last = head;
  for (const token of tree.tokensOf(head, skip)) {
    if (tree.relation(token) === 'punct') continue;
    if (token < first) first = token;
    if (token > last) last = token;
  }
  return trimmed(tree, head, closed(tree, { first, last }));
}

/** The range with the mark behind it that closes one opened within it. */
function closed(tree: Tree, { first, last }: Range): Range {
  if (!isClosingMark(tree.form(last + 1))) return { first, last };
  let open = 0;
  for (let token = first; token <= last; token++)
    open += isOpeningMark(tree.form(token)) ? 1 : isClosingMark(tree.form(token)) ? -1 : 0;
  return { first, last: open > 0 ? last + 1 : last };
}

/** The range without punctuation, conjunctions and the head's own marks at its ends. */
export function trimmed(tree: Tree, head: number, { first, last }: Range): Range {
  let from = first;
  let to = last;
  while (from < to && from !== head && isOpening(tree, head, from)) from++;
  while (
    to > from &&
    to !== head &&
    ((tree.upos(to) === 'PUNCT' && !isClosingMark(tree.form(to))) || tree.relation(to) === 'cc')
  )
    to--;
  return { first: from, last: to };
}

function isOpening(tree: Tree, head: number, token: number): boolean {
  const relation = tree.relation(token);
  if (relation === 'punct') return !isOpeningMark(tree.form(token));
  if (relation === 'cc') return true;
  return (relation === 'mark' || relation === 'case') && tree.head(token) === head;
}

function isOpeningMark(form: string): boolean {
  return form === '«' || form === '“' || form === '"' || form === '(';
}

function isClosingMark(form: string): boolean {
  return form === '»' || form === '”' || form === '"' || form === ')' || form === '%';
}

/** A range without the condition within it, and whether there was one behind the head. */
export function withoutCondition(
  tree: Tree,
  words: ClauseWords,
  head: number,
  range: Range,
): { range: Range; conditional: boolean } {
  const hit = findPhrase(tree, words.phrases.conditions, range.first, range.last + 1);
  if (hit === undefined) return { range, conditional: false };
  if (hit.first > head)
    return { range: trimmed(tree, head, { first: range.first, last: hit.first - 1 }), conditional: true };
  return {
    range: trimmed(tree, head, {
      first: Math.max(hit.end, firstBehindCondition(tree, hit.end, head)),
      last: range.last,
    }),
    conditional: true,
  };
}

/** “if A, then B”: where B begins. */
function firstBehindCondition(tree: Tree, from: number, head: number): number {
  for (let token = head; token > from; token--) if (tree.form(token) === ',') return token + 1;
  return from;
}

/** The span of the text that a range of tokens covers. */
export function spanOf(doc: Doc, { first, last }: Range): Span {
  return doc.spanOf(first, last);
}
