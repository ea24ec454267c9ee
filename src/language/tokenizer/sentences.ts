import { endsByModel, type Gap } from './boundary-model.ts';
import { classOf, DIGIT, LOWER, UPPER } from './characters.ts';
import type { LanguageData } from './language-data.ts';
import { lineBreakEnds } from './lines.ts';
import type { Spans } from './scan.ts';

const TERMINATOR = /^(?:[.!?]+|…+|。)$/;
const CLOSER = /^(?:["'»”’)\]]|''|&#39;&#39;)$/;
/** Before the first full stop of a dateline: a place in capitals, perhaps a date. */
const DATELINE = /^\p{Lu}[\p{Lu}\s-]{2,30}(?:[,.]\s?(?:\d{1,2}\s\p{L}+|\p{L}+\s\d{1,2})(?:,?\s\d{4})?)?$/u;
/** Behind it: the agency in capitals before a dash, or between slashes or brackets. */
const AGENCY = /^\s(?:\p{Lu}[\p{Lu}\s.]{1,30}[–—-]|[/(][\p{L}\s.-]{2,30}[/)])/u;
/** Where a dateline ends that has a dash. */
const DATELINE_DASH = /\s(?:[–—-]|--)\s(?!\p{Ll})/u;
/** What a dateline begins with: a place in capitals. */
const PLACE_IN_CAPITALS = /^\p{Lu}[\p{Lu}'’.-]{2,}$/u;
const AGENCY_IN_BRACKETS = /[/(][\p{L}\s.-]{2,30}[/)]/u;
/** What else stands in one: names and numbers, and the month behind a number. */
const NAME_OR_NUMBER = /^[\p{Lu}\d][\p{L}\d'’.-]*$/u;
const MONTH_BEHIND_NUMBER = /^\p{Ll}+\.?$/u;
const LONGEST_DATELINE = 110;
const OPENER = /^(?:["'«“„‘([–—-]|``|--)$/;

/**
 * Indices of the tokens that begin sentences. Paragraph breaks always end one; elsewhere a full stop, question or
 * exclamation mark (with the quotes and brackets that close behind it) does, where what follows can begin one.
 * Where a language has a model of boundaries, it has the last word at such marks.
 */
export function sentenceStarts(text: string, spans: Spans, data: LanguageData): number[] {
  const { starts, ends } = spans;
  const found: number[] = [];
  let paragraph = 0;
  let body = 0;
  for (let token = 0; token < starts.length; token++) {
    if (token === 0 || lineBreakEnds(text, ends[token - 1]!, starts[token]!)) {
      found.push(token);
      paragraph = token;
      body = starts[token]! + datelineLength(text, starts[token]!);
      continue;
    }
    if (starts[token]! < body) continue;
    if (starts[token - 1]! < body) {
      found.push(token);
      continue;
    }
    const gap = gapAt(text, spans, data, token, paragraph, found[found.length - 1]!);
    if (gap === undefined) continue;
    if (data.boundaries === undefined ? gap.byRule : endsByModel(data.boundaries, gap)) found.push(token);
  }
  return found;
}

/**
 * How much of a paragraph a dateline takes that ends with a dash; 0 where there is none. It is cut from the sentence behind it, whose subject
 * a parser would else look for in the dateline.
 */
function datelineLength(text: string, start: number): number {
  if (classOf(text.charCodeAt(start)) !== UPPER) return 0;
  const opening = text.slice(start, start + LONGEST_DATELINE);
  const dash = DATELINE_DASH.exec(opening);
  if (dash === null) return 0;
  const pieces = opening
    .slice(0, dash.index)
    .replace(AGENCY_IN_BRACKETS, ' ')
    .split(/[\s,;|]+/u)
    .filter((piece) => /[^.]/.test(piece));
  const isDateline =
    PLACE_IN_CAPITALS.test(pieces[0] ?? '') &&
    pieces.every(
      (piece, at) =>
        NAME_OR_NUMBER.test(piece) || (MONTH_BEHIND_NUMBER.test(piece) && /^\d/.test(pieces[at - 1] ?? '')),
    );
  return isDateline ? dash.index + dash[0].length : 0;
}

/** The gap before a token if a sentence may end there: behind a mark, an abbreviation, or something of the web. */
export function gapAt(
  text: string,
  spans: Spans,
  data: LanguageData,
  token: number,
  paragraph: number,
  sentence: number,
): Gap | undefined {
  // Most tokens are words; they are told by their last character.
  const kind = classOf(text.charCodeAt(spans.ends[token - 1]! - 1));
  if (kind === LOWER || kind === UPPER || closes(text, spans, token)) return undefined;
  let last = token - 1;
  while (last > paragraph && closes(text, spans, last)) last--;
  const form = formOf(text, spans, last);
  const ending = form.endsWith('.') && form.length > 1 && !TERMINATOR.test(form) ? 'abbreviation' : 'mark';
  if (ending === 'mark' && !TERMINATOR.test(form)) return undefined;
  if (ending === 'mark' && (last === paragraph || (form === '.' && opensParagraph(text, spans, last, paragraph))))
    return undefined;
  const byRule =
    ending === 'abbreviation'
      ? last === token - 1 && endsAtAbbreviation(text, spans, data, form, token)
      : canBegin(text, spans, token, form);
  return { text, spans, token, last, sentence, paragraph, byRule };
}

function formOf(text: string, { starts, ends }: Spans, token: number): string {
  return text.slice(starts[token], ends[token]);
}

/** Whether a quote or bracket stands close behind what it closes. */
function closes(text: string, { starts, ends }: Spans, token: number): boolean {
  if (starts[token] !== ends[token - 1] || !CLOSER.test(text.slice(starts[token], ends[token]))) return false;
  const unit = text.charCodeAt(starts[token]!);
  return (unit !== 0x22 && unit !== 0x27) || starts[token + 1] !== ends[token];
}

// `1. The sides…`, `ASTANA. KAZINFORM – The…`, `БИШКЕК, 27 января. /УзА/. …`
function opensParagraph(text: string, spans: Spans, stop: number, paragraph: number): boolean {
  if (stop === paragraph + 1 && /^(?:\d{1,3}|[IVX]{1,5})$/.test(formOf(text, spans, paragraph))) return true;
  if (stop - paragraph > 8 || classOf(text.charCodeAt(spans.starts[paragraph]!)) !== UPPER) return false;
  const { starts, ends } = spans;
  return (
    AGENCY.test(text.slice(ends[stop], ends[stop]! + 60)) && DATELINE.test(text.slice(starts[paragraph], starts[stop]))
  );
}

function isTight({ starts, ends }: Spans, token: number): boolean {
  return starts[token] === ends[token - 1];
}

function endsAtAbbreviation(text: string, spans: Spans, data: LanguageData, form: string, token: number): boolean {
  const word = form.slice(0, -1);
  if (data.leading.has(word.toLowerCase()) || data.leading.has(word)) return false;
  const next = formOf(text, spans, token);
  if (classOf(next.charCodeAt(0)) !== UPPER) return false;
  return data.starters.has(next.toLowerCase());
}

/** Whether a sentence can begin at `token`, behind the terminator `mark`. */
function canBegin(text: string, spans: Spans, token: number, mark: string): boolean {
  let at = token;
  while (at < spans.starts.length - 1 && at < token + 3 && OPENER.test(formOf(text, spans, at))) at++;
  const kind = classOf(text.charCodeAt(spans.starts[at]!));
  if (kind === LOWER) return false;
  if (/^[,;:)\]»”]/.test(formOf(text, spans, at))) return false;
  if (kind === DIGIT && mark === '.' && isTight(spans, token)) return false;
  return true;
}
