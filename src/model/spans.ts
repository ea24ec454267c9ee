import { z } from 'zod';

/** `[start, end)` offsets, in UTF-16 code units, into a document's text. */
export const Span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
export type Span = readonly [start: number, end: number];

/** How many code units two spans share. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

/** The total length of the spans. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** The codebook's match (section 8): the spans share at least half of the shorter one. */
export function spansMatch(a: readonly Span[], b: readonly Span[]): boolean {
  const shorter = Math.min(lengthOf(a), lengthOf(b));
  return shorter > 0 && sharedLength(a, b) * 2 >= shorter;
}

/** How many code units two sets of spans share, each set free of overlaps within itself. */
export function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const x of a) for (const y of b) shared += overlap(x, y);
  return shared;
}

/** The words that the spans cut out of the text, joined by an ellipsis. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' … ');
}
