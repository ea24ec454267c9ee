import type { Span } from '../../model/index.ts';

/** Something that covers words of a text. */
export interface Marked {
  /** Its place in the document: `c120-168`. */
  readonly anchor: string;
  readonly kind: string;
  readonly spans: readonly Span[];
}

/** A piece of text over which the same things lie; `begins` are those whose first words stand here. */
export interface Segment {
  readonly text: string;
  readonly over: readonly Marked[];
  readonly begins: readonly Marked[];
}

export interface Paragraph {
  /** Offset of its first character in the text. */
  readonly start: number;
  readonly segments: readonly Segment[];
}

/**
 * The text in paragraphs (set apart by empty lines), each cut wherever something begins or ends. The segments of a paragraph joined give
 * its text back; spans that lie across paragraphs, overlap or reach beyond the text are borne.
 */
export function paragraphsOf(text: string, marked: readonly Marked[]): Paragraph[] {
  return paragraphSpans(text).map(([start, end]) => {
    const inside = marked.filter(({ spans }) => spans.some((span) => span[0] < end && span[1] > start));
    return { start, segments: segmentsOf(text, [start, end], inside) };
  });
}

function paragraphSpans(text: string): Span[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map(({ 0: words, index }) => [index, index + words.length]);
}

function segmentsOf(text: string, [start, end]: Span, marked: readonly Marked[]): Segment[] {
  const cuts = new Set([start, end]);
  for (const { spans } of marked) for (const cut of spans.flat()) if (cut > start && cut < end) cuts.add(cut);
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((from, index) => {
    const to = points[index + 1] ?? end;
    const over = marked.filter(({ spans }) => spans.some((span) => span[0] < to && span[1] > from));
    return { text: text.slice(from, to), over, begins: over.filter((one) => beginsIn(one, [from, to], start)) };
  });
}

/** Whether the first words of a thing that lies in a paragraph stand in this piece of it. */
function beginsIn({ spans }: Marked, [from, to]: Span, paragraph: number): boolean {
  const first = spans[0]?.[0] ?? -1;
  return first >= from && first < to && first >= paragraph;
}
