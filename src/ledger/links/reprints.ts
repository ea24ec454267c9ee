import { estimatedSimilarity, plainWords, shinglesOf } from '../entry/shingles.ts';
import type { DocumentEntry } from '../entry/types.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Link } from './types.ts';

/** How alike two texts are, word by word. */
export interface TextSimilarity {
  /** Jaccard similarity of their shingles. */
  readonly similarity: number;
  /** Share of the shorter one's shingles that the other has: 1 where it is a cut of it. */
  readonly containment: number;
}

/** The exact comparison of two texts by their shingles. */
export function compareTexts(a: string, b: string): TextSimilarity {
  const [x, y] = [shinglesOf(plainWords(a)), shinglesOf(plainWords(b))];
  let shared = 0;
  for (const shingle of x) if (y.has(shingle)) shared += 1;
  return {
    similarity: shared / Math.max(1, x.size + y.size - shared),
    containment: shared / Math.max(1, Math.min(x.size, y.size)),
  };
}

/**
 * The link between two documents that tell one text: reprints and light edits. `textOf` gives a text for the exact comparison; where it
 * has none, the estimate from the signatures decides.
 */
export function linkDocuments(
  x: DocumentEntry,
  y: DocumentEntry,
  textOf?: (id: string) => string | undefined,
): Link | undefined {
  const estimate = estimatedSimilarity(x.signature, y.signature);
  if (x.id === y.id || estimate < THRESHOLDS.reprint.candidate) return undefined;
  const [a, b] = x.id < y.id ? [x, y] : [y, x];
  const [textA, textB] = [textOf?.(a.id), textOf?.(b.id)];
  const exact = textA === undefined || textB === undefined ? undefined : compareTexts(textA, textB);
  const score = exact?.similarity ?? estimate;
  const isWithin = (exact?.containment ?? 0) >= THRESHOLDS.reprint.within;
  if (score < THRESHOLDS.reprint.same && !isWithin) return undefined;
  return { kind: 'reprint', a: a.id, b: b.id, outcome: 'same', score, reasons: [isWithin ? 'within' : 'shingles'] };
}
