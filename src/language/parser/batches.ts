import type { Doc } from '../doc.ts';
import { LONGEST_SENTENCE, MOST_ROWS } from './net.ts';

/** Tokens that the net reads as one sentence: `first` up to, not including, `end`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** The sentences of a document; one that is too long for the net comes as several stretches. */
export function stretchesOf(doc: Doc): Stretch[] {
  const stretches: Stretch[] = [];
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const [first, end] = doc.sentenceRange(sentence);
    for (let from = first; from < end; from += LONGEST_SENTENCE)
      stretches.push({ first: from, end: Math.min(end, from + LONGEST_SENTENCE) });
  }
  return stretches;
}

/** Groups of stretches of like length, the longest first, each of no more tokens than the net has room for. */
export function batchesOf(stretches: readonly Stretch[]): Stretch[][] {
  const sorted = [...stretches].sort((a, b) => b.end - b.first - (a.end - a.first));
  const batches: Stretch[][] = [];
  let rows = MOST_ROWS;
  for (const stretch of sorted) {
    const length = stretch.end - stretch.first;
    if (rows + length > MOST_ROWS) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)!.push(stretch);
    rows += length;
  }
  return batches;
}
