import type { Span } from '../../model/index.ts';

const DASH = /\s[–—-]\s|,\s?[–—-]\s?/gu;

/**
 * The speaker's own words in a paragraph that a dash opens: “– We agreed on that, – said X. – And we shall do it.” Behind the first dash,
 * words and attribution take turns where a comma or full stop stands before the next one.
 */
export function turnSpans(text: string, [start, end]: Span): Span[] {
  const head = /^[–—-]\s?/u.exec(text.slice(start, end))?.[0].length;
  if (head === undefined) return [];
  const spans: Span[] = [];
  let from = start + head;
  let speaking = true;
  for (const { 0: dash, index } of text.slice(start, end).matchAll(DASH)) {
    const at = start + index;
    if (at <= from) continue;
    const before = text.slice(from, at).trimEnd().at(-1) ?? '';
    if (speaking && (dash.startsWith(',') || /[,.!?…]/u.test(before))) {
      spans.push([from, at]);
      speaking = false;
    } else if (!speaking && /[.,]/u.test(before + dash)) {
      from = at + dash.length;
      speaking = true;
    }
  }
  return speaking ? [...spans, [from, end]] : spans;
}
