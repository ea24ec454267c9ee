import type { Spans } from './scan.ts';

/**
 * Cuts the full stop off abbreviations that end a sentence, as the treebanks do: `etc` `.` there, `etc.` elsewhere.
 * Initials and abbreviations in capitals (`U.S.`) stay whole.
 */
export function splitFinalStops(
  text: string,
  spans: Spans,
  sentenceStarts: readonly number[],
): { readonly spans: Spans; readonly sentenceStarts: readonly number[] } {
  const cuts = sentenceStarts.map((_, index) => (sentenceStarts[index + 1] ?? spans.starts.length) - 1);
  if (!cuts.some((token) => endsInAbbreviation(text, spans, token))) return { spans, sentenceStarts };
  const split: Spans = { starts: [], ends: [] };
  const begins: number[] = [];
  let token = 0;
  for (const last of cuts) {
    begins.push(split.starts.length);
    for (; token <= last; token++) {
      const cut = token === last && endsInAbbreviation(text, spans, token);
      split.starts.push(spans.starts[token]!);
      if (cut) {
        split.ends.push(spans.ends[token]! - 1);
        split.starts.push(spans.ends[token]! - 1);
      }
      split.ends.push(spans.ends[token]!);
    }
  }
  return { spans: split, sentenceStarts: begins };
}

function endsInAbbreviation(text: string, { starts, ends }: Spans, token: number): boolean {
  const length = ends[token]! - starts[token]!;
  if (length < 2 || length > 12 || text[ends[token]! - 1] !== '.') return false;
  return /^\p{Ll}+\.$/u.test(text.slice(starts[token], ends[token]));
}
