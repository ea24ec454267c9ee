const LIST_ITEM = /^[ \t\u00a0]*(?:\d{1,3}[.)]|[a-zа-я]\)|[•●▪◦*–—-]|[IVX]{1,5}\.)[ \t\u00a0]/u;
const ENDS_LINE = /[.!?…:;»”"][ \t\u00a0\r]*$/;
/** Lines of a text wrapped by hand are about this long, in characters. */
const WRAPPED = { shortest: 50, longest: 110 } as const;

/**
 * Whether the space between two tokens, `[from, to)`, ends a paragraph: it holds an empty line, or a single line
 * break that is not one of a text wrapped by hand.
 */
export function lineBreakEnds(text: string, from: number, to: number): boolean {
  const first = lineBreakIn(text, from, to);
  if (first < 0) return false;
  if (lineBreakIn(text, first + 1, to) >= 0) return true;
  const before = lineBefore(text, first);
  if (LIST_ITEM.test(text.slice(first + 1, first + 40)) || ENDS_LINE.test(before)) return true;
  return before.length < WRAPPED.shortest || before.length > WRAPPED.longest;
}

function lineBreakIn(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a) continue;
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return at;
  }
  return -1;
}

/** The line that ends at `end`, no more of it than is needed to judge its length. */
function lineBefore(text: string, end: number): string {
  const limit = Math.max(0, end - WRAPPED.longest - 2);
  let start = end;
  while (start > limit && !/[\n\r\u2028\u2029]/.test(text[start - 1]!)) start--;
  return text.slice(start, end);
}
