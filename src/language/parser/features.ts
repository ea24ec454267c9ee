import { LANGUAGES, type Language } from '../../model/index.ts';

// What the net sees of a word: hashes over UTF-16 code units, the same as in training/features.py.

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const MOST_NGRAMS = 40;
const BEGIN = 2;
const END = 3;

/** FNV-1a over code units `from` to `to`, begun with the kind of feature and mixed at the end. */
export function hashUnits(kind: number, units: ArrayLike<number>, from: number, to: number): number {
  let value = Math.imul(OFFSET ^ kind, PRIME);
  for (let at = from; at < to; at++) value = Math.imul(value ^ units[at]!, PRIME);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** The code units of a string. */
function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** 0 for no letter, 1 for a small one, 2 for a capital one; Latin-1 and Cyrillic. */
function letterCase(code: number): 0 | 1 | 2 {
  if (code < 0x400) {
    if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7)) return 2;
    return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff && code !== 0xf7) ? 1 : 0;
  }
  if (code <= 0x42f) return 2;
  if (code <= 0x45f) return 1;
  return code < 0x530 ? (code % 2 === 0 ? 2 : 1) : 0;
}

function caseClass(upper: number, lower: number, firstIsUpper: boolean): number {
  if (upper + lower === 0) return 0;
  if (upper === 0) return 1;
  if (lower === 0) return upper > 1 ? 2 : 3;
  return firstIsUpper && upper === 1 ? 4 : 5;
}

/** Small numbers that tell case, digits, other signs, script and length of a form. */
export function shapeCodes(form: string): number[] {
  const units = unitsOf(form);
  const cases = units.map(letterCase);
  const upper = cases.filter((kind) => kind === 2).length;
  const lower = cases.filter((kind) => kind === 1).length;
  const digits = units.filter((code) => code >= 48 && code <= 57).length;
  const letters = caseClass(upper, lower, cases[0] === 2);
  const number = digits === 0 ? 0 : digits === units.length ? 1 : 2;
  const apostrophe = units.includes(39) || units.includes(0x2019);
  const signs = (units.includes(45) ? 1 : 0) | (units.includes(46) ? 2 : 0) | (apostrophe ? 4 : 0);
  const cyrillic = units.some((code) => code >= 0x400 && code < 0x530);
  const script = upper + lower === 0 ? 0 : cyrillic ? 1 : 2;
  return [letters * 3 + number, 32 + signs, 64 + script * 8 + letters, 128 + Math.min(units.length, 15)];
}

/** The hash by which the net knows a word. */
export function wordHash(form: string): number {
  const units = unitsOf(form.toLowerCase());
  return hashUnits(1, units, 0, units.length);
}

/** Hashes of the prefixes up to four, the suffixes up to five code units, of the shape and the language. */
export function affixHashes(form: string, language: Language): number[] {
  const units = unitsOf(form.toLowerCase());
  const hashes: number[] = [];
  for (let n = 1; n <= 4 && n <= units.length; n++) hashes.push(hashUnits(16 + n, units, 0, n));
  for (let n = 1; n <= 5 && n <= units.length; n++)
    hashes.push(hashUnits(32 + n, units, units.length - n, units.length));
  for (const code of shapeCodes(form)) hashes.push(hashUnits(48, [code], 0, 1));
  hashes.push(hashUnits(49, [LANGUAGES.indexOf(language)], 0, 1));
  return hashes;
}

/** Hashes of the runs of three and four code units between word boundaries; all of a long word's first. */
export function ngramHashes(form: string): number[] {
  const units = [BEGIN, ...unitsOf(form.toLowerCase()), END];
  const hashes: number[] = [];
  for (const n of [3, 4])
    for (let at = 0; at + n <= units.length && hashes.length < MOST_NGRAMS; at++)
      hashes.push(hashUnits(64, units, at, at + n));
  return hashes.length > 0 ? hashes : [hashUnits(64, units, 0, units.length)];
}
