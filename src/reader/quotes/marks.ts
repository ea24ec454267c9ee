import type { Span } from '../../model/index.ts';

/** Opening marks and what closes them. A straight mark closes itself. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  '«': ['»'],
  '“': ['”', '“'],
  '„': ['“', '”', '"'],
  '"': ['"'],
  '&laquo;': ['&raquo;'],
  '&ldquo;': ['&rdquo;'],
  '&quot;': ['&quot;'],
};

const MARK = /[«»“”„"]|&(?:laquo|raquo|ldquo|rdquo|quot);/gu;

/** The words between quotation marks, the outermost ones where they are nested; a quotation that a paragraph does not close ends with it. */
export function markedSpans(text: string, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  let from = -1;
  let open: string[] = [];
  for (const { 0: mark, index } of text.slice(start, end).matchAll(MARK)) {
    const closes = open.length > 0 && PAIRS[open.at(-1)!]?.includes(mark) === true;
    if (closes) {
      open = open.slice(0, -1);
      if (open.length === 0) spans.push([from, start + index]);
    } else if (mark in PAIRS) {
      if (open.length === 0) from = start + index + mark.length;
      open = [...open, mark];
    }
  }
  // What nobody closes is taken for a quotation over several paragraphs only where the paragraph opens with it.
  const isParagraph = open.length > 0 && from - start <= (open[0]?.length ?? 0) + 2;
  return isParagraph && end > from ? [...spans, [from, end]] : spans;
}
