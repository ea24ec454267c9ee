import type { Spans } from './scan.ts';

/** The most tokens of a sentence: what comes behind works in the square of it. */
const LONGEST_SENTENCE = 200;
/** Where in a piece a cut is looked for: behind this share of it. */
const EARLIEST = 0.5;

/** How good it is to cut behind a token of this form. */
const CUTS: ReadonlyMap<string, number> = new Map([
  [';', 4],
  [':', 3],
  ['–', 2],
  ['—', 2],
  ['.', 2],
  [')', 1.5],
  [',', 1],
]);

/** The same sentences, those that are too long cut at the best punctuation, or anywhere where there is none. */
export function cutLongSentences(text: string, spans: Spans, sentenceStarts: readonly number[]): readonly number[] {
  const length = spans.starts.length;
  if (sentenceStarts.every((start, index) => (sentenceStarts[index + 1] ?? length) - start <= LONGEST_SENTENCE))
    return sentenceStarts;
  const cut: number[] = [];
  sentenceStarts.forEach((start, index) => {
    const end = sentenceStarts[index + 1] ?? length;
    let from = start;
    cut.push(from);
    while (end - from > LONGEST_SENTENCE) {
      from = bestCut(text, spans, from);
      cut.push(from);
    }
  });
  return cut;
}

/** The token to begin anew at: behind the best punctuation, the latest of equals. */
function bestCut(text: string, { starts, ends }: Spans, from: number): number {
  let best = from + LONGEST_SENTENCE;
  let most = 0;
  for (let token = from + Math.ceil(LONGEST_SENTENCE * EARLIEST); token < from + LONGEST_SENTENCE; token++) {
    if (ends[token]! - starts[token]! !== 1) continue;
    const worth = CUTS.get(text[starts[token]!]!) ?? 0;
    if (worth > 0 && worth >= most) [best, most] = [token + 1, worth];
  }
  return best;
}
