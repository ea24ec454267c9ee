import { classOf, DIGIT, LETTER, LOWER, MARK, OTHER, SPACE, SURROGATE, UPPER } from './characters.ts';
import type { LanguageData } from './language-data.ts';
import { numberEnd, signEnd, webEnd } from './shapes.ts';

/** Tokens as they are found. */
export interface Spans {
  readonly starts: number[];
  readonly ends: number[];
}

const FULL_STOP = 0x2e;
const HYPHEN = 0x2d;
const CLITIC = /n['’`]t$|['’`´](?:s|re|ve|ll|d|m)$/i;
const INITIALS = /(?:\p{L}\.){2,12}|(?:\p{L}\.){1,12}\p{L}(?![\p{L}\p{N}\p{M}'’-])/uy;
const DEGREES = /(?:Ph|M|B)\.(?:D|Sc|A|Phil)\.?(?![\p{L}\p{N}])/uy;

function isWordClass(kind: number): boolean {
  return kind === LOWER || kind === UPPER || kind === LETTER || kind === DIGIT || kind === MARK;
}

function isLetterAt(text: string, at: number): boolean {
  const kind = classOf(text.charCodeAt(at));
  return at < text.length && (kind === LOWER || kind === UPPER || kind === LETTER);
}

function isWordAt(text: string, at: number): boolean {
  return at < text.length && isWordClass(classOf(text.charCodeAt(at)));
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x60 || unit === 0xb4 || unit === 0x2bc;
}

/** Adds the tokens of one stretch of text without space after the other. */
class Scanner {
  readonly #text: string;
  readonly #data: LanguageData;
  readonly spans: Spans = { starts: [], ends: [] };

  constructor(text: string, data: LanguageData) {
    this.#text = text;
    this.#data = data;
  }

  push(start: number, end: number): void {
    this.spans.starts.push(start);
    this.spans.ends.push(end);
  }

  /** A word of letters only, which may be two written together. */
  pushWord(start: number, end: number): void {
    if (this.#data.fused.size > 0 && end - start < 9) {
      const cut = this.#data.fused.get(this.#text.slice(start, end).toLowerCase());
      if (cut !== undefined) {
        this.push(start, start + cut);
        this.push(start + cut, end);
        return;
      }
    }
    this.push(start, end);
  }

  /** A stretch with digits, punctuation or signs in it. */
  split(start: number, limit: number, mayBeWeb: boolean): void {
    for (let at = start; at < limit; ) at = this.#next(at, mayBeWeb);
  }

  #next(at: number, mayBeWeb: boolean): number {
    const kind = classOf(this.#text.charCodeAt(at));
    if (mayBeWeb && isWordClass(kind)) {
      const end = webEnd(this.#text, at);
      if (end > at) return this.#one(at, end);
    }
    if (kind === DIGIT) return this.#number(at);
    if (isWordClass(kind)) return this.#word(at);
    return this.#sign(at, kind);
  }

  #one(start: number, end: number): number {
    this.push(start, end);
    return end;
  }

  #sign(at: number, kind: number): number {
    const text = this.#text;
    const next = classOf(text.charCodeAt(at + 1));
    if (text.charCodeAt(at) === FULL_STOP && next === DIGIT && !isWordAt(text, at - 1))
      return this.#one(at, numberEnd(text, at + 1));
    if (isApostrophe(text.charCodeAt(at)) && next === DIGIT && classOf(text.charCodeAt(at + 2)) === DIGIT)
      return this.#one(at, numberEnd(text, at + 1));
    const end = signEnd(text, at);
    return this.#one(at, this.#withMarks(end > at ? end : at + (kind === SURROGATE ? this.#pair(at) : 1)));
  }

  #pair(at: number): number {
    const unit = this.#text.charCodeAt(at);
    const next = this.#text.charCodeAt(at + 1);
    return unit < 0xdc00 && next >= 0xdc00 && next < 0xe000 ? 2 : 1;
  }

  #withMarks(end: number): number {
    let at = end;
    while (at < this.#text.length && classOf(this.#text.charCodeAt(at)) === MARK) at++;
    return at;
  }

  #number(at: number): number {
    const text = this.#text;
    const end = numberEnd(text, at);
    const behind = this.#lettersEnd(end);
    if (behind > end && !this.#data.units.has(text.slice(end, behind).toLowerCase())) return this.#word(at);
    const joins = this.#data.hyphenJoinsDigits && text.charCodeAt(end) === HYPHEN && isLetterAt(text, end + 1);
    if (behind === end && joins) return this.#word(at);
    return this.#one(at, end);
  }

  /** End of the letters, digits and marks from `at`. */
  #lettersEnd(at: number): number {
    let end = at;
    while (isWordAt(this.#text, end) || this.#text.charCodeAt(end) === 0x5f) end++;
    return end;
  }

  #word(at: number): number {
    const text = this.#text;
    const initials = this.#initialsEnd(at);
    if (initials > 0) return this.#one(at, initials);
    const end = this.#wordEnd(at);
    if (text.charCodeAt(end) === FULL_STOP && this.#keepsStop(at, end)) return this.#one(at, end + 1);
    if (this.#data.clitics) return this.#pushWithClitic(at, end);
    return this.#one(at, end);
  }

  /** End of `U.S.` or `Ph.D.` where the language writes such as one token; -1 elsewhere. */
  #initialsEnd(at: number): number {
    if (this.#data.splitsInitials || this.#text.charCodeAt(at + 1) !== FULL_STOP) return this.#degreeEnd(at);
    INITIALS.lastIndex = at;
    if (!INITIALS.test(this.#text)) return -1;
    const end = INITIALS.lastIndex;
    return end;
  }

  #degreeEnd(at: number): number {
    if (!this.#data.clitics) return -1;
    DEGREES.lastIndex = at;
    return DEGREES.test(this.#text) ? DEGREES.lastIndex : -1;
  }

  #wordEnd(at: number): number {
    const { hyphenJoins, hyphenJoinsDigits, prefixes } = this.#data;
    const text = this.#text;
    const startsWithDigit = classOf(text.charCodeAt(at)) === DIGIT;
    let end = this.#lettersEnd(at);
    for (;;) {
      const unit = text.charCodeAt(end);
      const joins =
        isWordAt(text, end + 1) &&
        ((unit === HYPHEN && (startsWithDigit ? hyphenJoinsDigits : hyphenJoins)) ||
          (unit === HYPHEN && !hyphenJoins && prefixes.has(text.slice(at, end).toLowerCase())) ||
          (isApostrophe(unit) && isLetterAt(text, end + 1)) ||
          (unit === 0x26 && isUpperAt(text, end - 1) && isUpperAt(text, end + 1)));
      if (!joins) return end;
      end = this.#lettersEnd(end + 1);
    }
  }

  /** Whether the full stop at `end` belongs to the word before it. */
  #keepsStop(start: number, end: number): boolean {
    const text = this.#text;
    const word = text.slice(start, end);
    if (end - start === 1 && isUpperAt(text, start) && this.#isInitial(start, end)) return true;
    const lower = word.toLowerCase();
    const { numbered, leading, abbreviations } = this.#data;
    if (end - start === 1 && isUpperAt(text, start)) return leading.has(lower) || leading.has(word);
    if (numbered.has(lower)) return /^\.\s?\d/.test(text.slice(end, end + 3));
    return leading.has(lower) || abbreviations.has(lower) || leading.has(word) || abbreviations.has(word);
  }

  // A capital and a full stop are an initial where a capital or a comma follows; the pronoun I is none.
  #isInitial(start: number, end: number): boolean {
    const text = this.#text;
    let next = end + 1;
    while (next < end + 3 && next < text.length && classOf(text.charCodeAt(next)) === SPACE) next++;
    if (text.charCodeAt(next) === 0x2c) return true;
    if (!isUpperAt(text, next)) return false;
    return (
      text[start] !== 'I' || !this.#data.clitics || isUpperAt(text, next + 1) || text.charCodeAt(next + 1) === FULL_STOP
    );
  }

  #pushWithClitic(start: number, end: number): number {
    const text = this.#text;
    for (let at = start + 1; at < end; at++) {
      if (!isApostrophe(text.charCodeAt(at))) continue;
      const found = CLITIC.exec(text.slice(Math.max(start, end - 4), end));
      if (found === null || end - found[0].length <= start) break;
      const cut = end - found[0].length;
      // `80's` is one token, `Bush's` two.
      if (classOf(text.charCodeAt(cut - 1)) === DIGIT) break;
      this.push(start, cut);
      return this.#one(cut, end);
    }
    this.pushWord(start, end);
    return end;
  }
}

function isUpperAt(text: string, at: number): boolean {
  return at < text.length && classOf(text.charCodeAt(at)) === UPPER;
}

/** The tokens of a text in order, without regard to sentences. Time is linear in the text's length. */
export function scan(text: string, data: LanguageData): Spans {
  const scanner = new Scanner(text, data);
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SPACE) at++;
    else at = scanStretch(scanner, text, at);
  }
  return scanner.spans;
}

function scanStretch(scanner: Scanner, text: string, start: number): number {
  let lettersOnly = true;
  let mayBeWeb = false;
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    if (kind === SPACE) break;
    if (kind === LOWER || kind === UPPER || kind === LETTER) continue;
    lettersOnly = false;
    if (kind === OTHER && isWordAt(text, at + 1)) mayBeWeb ||= unit === FULL_STOP || unit === 0x40;
    if (unit === 0x2f && isLetterAt(text, at - 1)) mayBeWeb = true;
    if (unit === 0x2f && text.charCodeAt(at + 1) === 0x2f) mayBeWeb = true;
  }
  if (lettersOnly) scanner.pushWord(start, at);
  else scanner.split(start, at, mayBeWeb);
  return at;
}
