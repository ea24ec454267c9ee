/** What a UTF-16 code unit can be to the tokenizer. */
export const SPACE = 0;
export const LOWER = 1;
export const UPPER = 2;
/** A letter without case. */
export const LETTER = 3;
export const DIGIT = 4;
/** A mark or joiner that continues the character before it: accents, soft hyphen, variation selectors. */
export const MARK = 5;
/** Half of a surrogate pair. */
export const SURROGATE = 6;
/** Punctuation and symbols. */
export const OTHER = 7;

const JOINERS = /\u00ad|\u200c|\u200d|[\ufe00-\ufe0f]/;
// Invisible characters that neither join nor show: they separate as a space does.
const INVISIBLE = /[\s\p{Cc}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

function classify(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return SURROGATE;
  const char = String.fromCharCode(unit);
  if (INVISIBLE.test(char)) return SPACE;
  if (/\p{M}/u.test(char) || JOINERS.test(char)) return MARK;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{Ll}/u.test(char)) return LOWER;
  if (/\p{L}/u.test(char)) return LETTER;
  return /\p{Nd}/u.test(char) ? DIGIT : OTHER;
}

/** Units classified so far: 255 where not yet. Filled as characters turn up, so that loading costs nothing. */
const classes = new Uint8Array(0x10000).fill(255);

/** The class of a UTF-16 code unit. */
export function classOf(unit: number): number {
  const known = classes[unit]!;
  if (known !== 255) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}
