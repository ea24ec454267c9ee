import type { Doc } from '../../language/index.ts';

/**
 * The smallest pieces that the readers of times, amounts and areas look at: runs of letters, numbers, single marks. Tokenizers
 * differ on “US$3.1bn”, “mid-2026” and «2025-жылдын»; atoms do not, and each knows the token it lies in.
 */
export interface Atom {
  /** The piece, lower-cased, with ё as е. */
  readonly key: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly capital: boolean;
  readonly start: number;
  readonly end: number;
  readonly token: number;
}

const PIECE = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|[^\s\p{L}\d]/gu;

/** The atoms of the tokens from `first` up to, not including, `end`. */
export function atomsOf(doc: Doc, first = 0, end = doc.length): Atom[] {
  const atoms: Atom[] = [];
  for (let token = first; token < end; token++) {
    const form = doc.form(token);
    const start = doc.startOf(token);
    for (const match of form.matchAll(PIECE)) atoms.push(atomOf(match[0], start + match.index, token));
  }
  return atoms;
}

function atomOf(piece: string, start: number, token: number): Atom {
  const key = keyOf(piece);
  const head = piece.charCodeAt(0);
  const kind =
    head >= 48 && head <= 57 ? 'number' : key !== piece.toUpperCase() || /^\p{L}/u.test(piece) ? 'word' : 'mark';
  return { key, kind, capital: kind === 'word' && piece[0] !== key[0], start, end: start + piece.length, token };
}

/** A word as the tables of words spell it: lower-cased, ё as е, the straight apostrophe. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('ё') || lower.includes('’') ? lower.replaceAll('ё', 'е').replaceAll('’', "'") : lower;
}
