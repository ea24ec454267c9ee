import type { YearRef } from './periods.ts';
import type { Scan } from './scan.ts';

/** Something read from the atoms, and the place behind it. */
export interface Parsed<T> {
  readonly value: T;
  readonly end: number;
}

/** A year of our times in figures. */
export function yearNumber(scan: Scan, at: number): number | undefined {
  const value = scan.integer(at);
  return value !== undefined && value >= 1900 && value <= 2100 ? value : undefined;
}

/** The second year of a span, also short: “2028–29”. */
export function secondYear(scan: Scan, at: number, first: number): number | undefined {
  const value = scan.integer(at);
  if (value === undefined) return undefined;
  const full = value < 100 ? first - (first % 100) + value : value;
  return full > first && full <= 2100 ? full : undefined;
}

/** The place behind a word for “year” that may follow its number: «2025 года», «2025-жылы». */
export function yearWord(scan: Scan, at: number): number {
  const next = scan.isMark(at, '-') && scan.touches(at) ? at + 1 : at;
  if (scan.senses(next).unit === 'year') return next + 1;
  if (scan.atoms[at]?.key === 'г' && scan.isMark(at + 1, '.')) return at + 2;
  return at;
}

/** A year that may follow a month, season or day: “2021”, “of the same year”, “next year”, «этого года». */
export function yearBehind(scan: Scan, at: number): Parsed<YearRef> | undefined {
  const number = yearNumber(scan, at);
  if (number !== undefined) return { value: { year: number }, end: yearWord(scan, at + 1) };
  const glued = scan.skipGlue(at);
  const named = yearNumber(scan, glued);
  if (named !== undefined && !scan.isMark(glued - 1, ',.'))
    return { value: { year: named }, end: yearWord(scan, glued + 1) };
  return relativeYear(scan, glued);
}

export function relativeYear(scan: Scan, at: number): Parsed<YearRef> | undefined {
  let place = at;
  let isSame = false;
  while (scan.senses(place).same && place < at + 2 && !(scan.language === 'en' && scan.atoms[place]?.key === 'that')) {
    isSame = true;
    place++;
  }
  const { relative } = scan.senses(place);
  if (!isSame && relative === undefined) return undefined;
  const noun = isSame ? place : place + 1;
  if (scan.senses(noun).unit !== 'year' || isPlural(scan, noun)) return undefined;
  return { value: isSame ? { same: true } : { offset: relative ?? 0 }, end: noun + 1 };
}

/** A year behind “half” or “quarter”, where “the year” alone is this one. */
export function wholeYear(scan: Scan, at: number): Parsed<YearRef> | undefined {
  const behind = yearBehind(scan, at);
  if (behind !== undefined) return behind;
  const place = scan.skipGlue(at);
  return scan.senses(place).unit === 'year' ? { value: { offset: 0 }, end: place + 1 } : undefined;
}

export function isPlural(scan: Scan, at: number): boolean {
  return /^(?:years|months|weeks|days|quarters|годы|годов|годах|лет|месяцев|месяцы|дней|дни|недель)$/.test(
    scan.atoms[at]?.key ?? '',
  );
}

/** “Last year's price” names a price. */
export function isPossessive(scan: Scan, at: number): boolean {
  return scan.atoms[at]?.key.endsWith("'s") === true || (scan.isMark(at + 1, "'’") && scan.atoms[at + 2]?.key === 's');
}
