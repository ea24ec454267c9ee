import type { Span } from '../../model/index.ts';

/** A line shorter than this is not one that an editor wrapped. */
const WRAPPED_LENGTH = 55;

/**
 * The paragraphs of a text, without their surrounding blanks: lines, except that lines which a plain-text editor wrapped
 * (long, unfinished, with no empty line behind) are joined with the next.
 */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let open: Span | undefined;
  let previousEnd = 0;
  for (const line of linesOf(text)) {
    const wrapped = open !== undefined && isWrapped(text, open, line, previousEnd);
    if (open !== undefined && wrapped) open = [open[0], line[1]];
    else {
      if (open !== undefined) paragraphs.push(open);
      open = line;
    }
    previousEnd = line[0];
  }
  return open === undefined ? paragraphs : [...paragraphs, open];
}

/** The lines that hold more than blanks, trimmed. */
function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\r\n\u2028\u2029]+/gu)].flatMap(({ 0: line, index }): Span[] => {
    const trimmed = line.trim();
    const start = index + line.indexOf(trimmed);
    return trimmed === '' ? [] : [[start, start + trimmed.length]];
  });
}

function isWrapped(text: string, open: Span, line: Span, lastLineStart: number): boolean {
  const lastLine = text.slice(Math.max(open[0], lastLineStart), open[1]);
  const between = text.slice(open[1], line[0]);
  if (lastLine.length < WRAPPED_LENGTH || (between.match(/\r\n|[\n\r\u2028\u2029]/gu)?.length ?? 0) > 1) return false;
  return !/[.!?:;…»”"]$/u.test(lastLine) && /^[\p{Ll}\d(«“"]/u.test(text.slice(line[0], line[1]));
}
