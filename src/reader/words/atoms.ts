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

/** A token that is one atom, as most are. */
const WHOLE = /^(?:\p{L}+|\d+|[^\s\p{L}\d])$/u;
const PIECE = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|[^\s\p{L}\d]/gu;

/** The atoms of a document, and by token the index of its first. */
interface AtomIndex {
  readonly atoms: readonly Atom[];
  readonly firstOf: Uint32Array;
}

const indices = new WeakMap<Doc, AtomIndex>();

/** The atoms of the tokens from `first` up to, not including, `end`. They are made once a document. */
export function atomsOf(doc: Doc, first = 0, end = doc.length): readonly Atom[] {
  const { atoms, firstOf } = indexOf(doc);
  return first === 0 && end === doc.length ? atoms : atoms.slice(firstOf[first], firstOf[end]);
}

function indexOf(doc: Doc): AtomIndex {
  let index = indices.get(doc);
  if (index === undefined) {
    index = makeIndex(doc);
    indices.set(doc, index);
  }
  return index;
}

function makeIndex(doc: Doc): AtomIndex {
  const atoms: Atom[] = [];
  const firstOf = new Uint32Array(doc.length + 1);
  for (let token = 0; token < doc.length; token++) {
    firstOf[token] = atoms.length;
    const form = doc.form(token);
    const start = doc.startOf(token);
    if (WHOLE.test(form)) atoms.push(atomOf(form, start, token));
    else for (const match of form.matchAll(PIECE)) atoms.push(atomOf(match[0], start + match.index, token));
  }
  firstOf[doc.length] = atoms.length;
  return { atoms, firstOf };
}

const LETTER = /^\p{L}/u;

function atomOf(piece: string, start: number, token: number): Atom {
  const key = keyOf(piece);
  const head = piece.charCodeAt(0);
  const kind = head >= 48 && head <= 57 ? 'number' : LETTER.test(piece) ? 'word' : 'mark';
  return { key, kind, capital: kind === 'word' && piece[0] !== key[0], start, end: start + piece.length, token };
}

/** A word as the tables of words spell it: lower-cased, ё as е, the straight apostrophe. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('ё') || lower.includes('’') ? lower.replaceAll('ё', 'е').replaceAll('’', "'") : lower;
}

const keys = new WeakMap<Doc, readonly string[]>();

/** The key of every token of a document; made once a document. */
export function keysOf(doc: Doc): readonly string[] {
  let found = keys.get(doc);
  if (found === undefined) {
    found = Array.from({ length: doc.length }, (_, token) => keyOf(doc.form(token)));
    keys.set(doc, found);
  }
  return found;
}
