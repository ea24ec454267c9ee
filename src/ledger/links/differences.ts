import type { Span } from '../../model/index.ts';
import { plainWords } from '../entry/shingles.ts';

/** Something in which a reprint departs from its source: what was cut, put in, or worded anew. */
export interface TextDifference {
  readonly kind: 'removed' | 'added' | 'changed';
  /** In the source; absent of what was added. */
  readonly a?: Span | undefined;
  /** In the reprint; absent of what was cut. */
  readonly b?: Span | undefined;
}

/** What a reprint changed of its source, sentence by sentence, in the order of the texts. */
export function textDifferences(a: string, b: string): TextDifference[] {
  const [x, y] = [sentencesOf(a), sentencesOf(b)];
  const differences: TextDifference[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...commonSentences(x, y), [x.length, y.length] as const]) {
    differences.push(...between(x.slice(i, nextI), y.slice(j, nextJ)));
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return differences;
}

interface Sentence {
  readonly span: Span;
  /** Its words as they are compared. */
  readonly plain: string;
}

/** Sentences by their marks and by lines: enough to show where texts differ, in any language. */
function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^\s][^\n]*?(?:[.!?…]+[»”")]*(?=\s)|(?=\n)|$)/gu)].map(({ 0: sentence, index }) => ({
    span: [index, index + sentence.length],
    plain: plainWords(sentence).join(' '),
  }));
}

/** Indices of a longest common subsequence of sentences. */
function commonSentences(a: readonly Sentence[], b: readonly Sentence[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] =
        a[i]!.plain === b[j]!.plain ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.plain === b[j]!.plain) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Sentences between two common ones: side by side they were changed, alone they were cut or put in. */
function between(a: readonly Sentence[], b: readonly Sentence[]): TextDifference[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, k): TextDifference => {
    const [x, y] = [a[k]?.span, b[k]?.span];
    return y === undefined
      ? { kind: 'removed', a: x }
      : x === undefined
        ? { kind: 'added', b: y }
        : { kind: 'changed', a: x, b: y };
  });
}
