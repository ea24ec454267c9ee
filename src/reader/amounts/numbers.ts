import type { Scan } from './scan.ts';

/** A number read from the atoms, and the place behind it. `scaled`: it has a word such as “million”. */
export interface NumberRead {
  readonly value: number;
  readonly end: number;
  readonly scaled: boolean;
}

/** The number that begins at an atom, in figures or in words, with its “million” or «млрд». */
export function parseNumber(scan: Scan, at: number): NumberRead | undefined {
  return scan.atoms[at]?.kind === 'number' ? figures(scan, at) : words(scan, at);
}

function figures(scan: Scan, at: number): NumberRead | undefined {
  const value = valueOfFigures(scan.key(at), scan.language === 'en');
  if (value === undefined) return undefined;
  const grouped = withGroups(scan, at, value);
  return withScale(scan, grouped.end, grouped.value);
}

/** “2,000” has thousands, “1.5” and «6,9» decimals; what is neither (a date, a version) is no number. */
function valueOfFigures(key: string, commaIsThousands: boolean): number | undefined {
  if (/^\d+$/.test(key)) return key.length > 15 ? undefined : Number(key);
  if (commaIsThousands && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(key)) return Number(key.replaceAll(',', ''));
  if (/^\d+[.,]\d+$/.test(key)) return Number(key.replace(',', '.'));
  return undefined;
}

/** «137 000», with ordinary or non-breaking spaces. */
function withGroups(scan: Scan, at: number, value: number): { value: number; end: number } {
  let end = at + 1;
  let total = value;
  if (!/^\d{1,3}$/.test(scan.key(at))) return { value, end };
  while (/^\d{3}$/.test(scan.key(end)) && scan.gap(end) === 1) {
    total = total * 1000 + Number(scan.key(end));
    end++;
  }
  return { value: total, end };
}

function withScale(scan: Scan, at: number, value: number): NumberRead {
  const { scale } = scan.senses(at);
  if (scale === undefined || isLetterAlone(scan, at)) return { value, end: at, scaled: false };
  const dot = scan.key(at + 1) === '.' && scan.touches(at + 1) && scan.key(at).length <= 4 ? 1 : 0;
  return { value: rounded(value * scale), end: at + 1 + dot, scaled: true };
}

/** “5m” is five million, “5 m” five metres. */
function isLetterAlone(scan: Scan, at: number): boolean {
  return scan.key(at).length === 1 && !scan.touches(at);
}

/** “Four”, “twenty-five”, “one hundred and fifty million”, «полтора миллиарда». */
function words(scan: Scan, at: number): NumberRead | undefined {
  let sum = 0;
  let total = 0;
  let scaled = false;
  let end = at;
  for (let place = at; ; place++) {
    const { number, scale, join } = scan.senses(place);
    const half = sum > 0 ? scan.find('halves', place) : undefined;
    if (half !== undefined) {
      sum += 0.5;
      place = half.end - 1;
    } else if (number !== undefined) sum += number;
    else if (scale === 100 && sum > 0) sum *= 100;
    else if (scale !== undefined && scale > 100 && (sum > 0 || (place === at && !scan.key(at).endsWith('s')))) {
      total += (sum || 1) * scale;
      sum = 0;
      scaled = true;
    } else if (join && place > at && isNumberWord(scan, place + 1)) continue;
    else break;
    end = place + 1;
  }
  return end === at || (scaled && total + sum === 0) ? undefined : { value: rounded(total + sum), end, scaled };
}

function isNumberWord(scan: Scan, at: number): boolean {
  const { number, scale } = scan.senses(at);
  return number !== undefined || scale !== undefined;
}

/** Products such as 1.1 × 10⁹ without the dust of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
