import type { Doc } from '../../language/index.ts';
import type { Amount, Time, WithAmounts, WithTimes } from '../setting.ts';
import { atomsOf } from '../words/index.ts';
import { countedUnit } from './counted.ts';
import { type NumberRead, parseNumber } from './numbers.ts';
import { Scan } from './scan.ts';
import type { Bound } from './vocabulary.ts';

/** Adds the layer of amounts: numbers with their units. */
export function findAmounts(setting: WithTimes): WithAmounts {
  return { ...setting, amounts: amountsOf(setting.doc, setting.times) };
}

/** A number with its unit, in atoms: the first, and the place behind the last. */
interface Read {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
}

/**
 * The amounts of a text: numbers with a currency, a unit of measure or a thing counted. Dates, ordinals, numbers in names
 * (“CASA-1000”) and bare numbers are none.
 */
export function amountsOf(doc: Doc, times: readonly Time[]): Amount[] {
  const scan = new Scan(atomsOf(doc), doc.language);
  const inTime = tokensOf(times);
  const amounts: Amount[] = [];
  let previous: Read | undefined;
  for (let at = 0; at < scan.atoms.length; ) {
    const read = inTime.has(scan.atoms[at]!.token) ? undefined : readAt(doc, scan, at, previous);
    if (read === undefined) {
      at++;
      continue;
    }
    amounts.push(amountOf(scan, read));
    previous = read;
    at = read.end;
  }
  return amounts;
}

function tokensOf(times: readonly Time[]): Set<number> {
  const tokens = new Set<number>();
  for (const { first, last } of times) for (let token = first; token <= last; token++) tokens.add(token);
  return tokens;
}

function readAt(doc: Doc, scan: Scan, at: number, previous: Read | undefined): Read | undefined {
  const share = scan.find('shares', at);
  if (share !== undefined) return { start: at, end: share.end, value: Number(share.value), unit: '%' };
  const prefix = currencyBefore(scan, at);
  const start = prefix?.end ?? at;
  if (prefix === undefined && isInName(scan, at)) return undefined;
  const number = parseNumber(scan, start);
  if (number === undefined || isOrdinal(scan, number.end)) return undefined;
  const unit =
    prefix === undefined ? unitBehind(doc, scan, number, previous) : { value: prefix.value, end: number.end };
  if (unit === undefined) return undefined;
  const per = scan.find('per', unit.end);
  return {
    start: at,
    end: per?.end ?? unit.end,
    value: number.value,
    unit: per === undefined ? unit.value : `${unit.value}/${per.value}`,
  };
}

/** “$1.5bn”, “USD 500 million”, “US$3.1 billion”. */
function currencyBefore(scan: Scan, at: number): { readonly value: string; readonly end: number } | undefined {
  const found = scan.find('currencies', at);
  return found !== undefined && scan.atoms[found.end]?.kind === 'number' ? found : undefined;
}

/** Numbers in names and marks of order: “CASA-1000”, “C5+1”, “No. 5”, “16:05”, “Article 7”. */
function isInName(scan: Scan, at: number): boolean {
  const before = scan.key(at - 1);
  if (scan.atoms[at]?.kind !== 'number') return before === '-' && scan.touches(at);
  if ('№#:+/'.includes(before) && before !== '') return true;
  if (before === '.' && scan.key(at - 2) === 'no') return true;
  return (
    (before === '-' || before === '–') &&
    scan.touches(at) &&
    scan.atoms[at - 2]?.kind === 'word' &&
    scan.touches(at - 1)
  );
}

/** “11th”, «10-го», “1.” */
function isOrdinal(scan: Scan, at: number): boolean {
  if (scan.touches(at) && /^(?:st|nd|rd|th)$/.test(scan.key(at))) return true;
  return (
    scan.key(at) === '-' &&
    scan.touches(at) &&
    /^(?:го|е|й|я|м|ом|ого|ой|му|ю|х|ми|шы|ші|чи|чы)$/.test(scan.key(at + 1))
  );
}

function unitBehind(
  doc: Doc,
  scan: Scan,
  number: NumberRead,
  previous: Read | undefined,
): { readonly value: string; readonly end: number } | undefined {
  let place = number.end;
  while (scan.senses(place).filler && place < number.end + 2) place++;
  return (
    scan.find('currencies', place) ??
    scan.find('units', place) ??
    scan.find('counted', place) ??
    countedUnit(doc, scan, number, place) ??
    unitOfWhole(doc, scan, number) ??
    sameAsBefore(scan, number, previous)
  );
}

/** “3 of 40 wagons”: the unit stands with the whole. */
function unitOfWhole(
  doc: Doc,
  scan: Scan,
  number: NumberRead,
): { readonly value: string; readonly end: number } | undefined {
  const of = scan.find('among', number.end);
  const whole = of && parseNumber(scan, of.end);
  return whole && unitBehind(doc, scan, whole, undefined);
}

/** “400 million cubic metres along the Talas and 180 million along the Chu”: the unit is that of the amount before. */
function sameAsBefore(
  scan: Scan,
  number: NumberRead,
  previous: Read | undefined,
): { readonly value: string; readonly end: number } | undefined {
  if (!number.scaled || previous === undefined || number.end - previous.end > 60) return undefined;
  return scan.atoms[number.end - 1] === undefined ? undefined : { value: previous.unit, end: number.end };
}

function amountOf(scan: Scan, { start, end, value, unit }: Read): Amount {
  const first = scan.atoms[start]!;
  const last = scan.atoms[end - 1]!;
  const bound = boundBefore(scan, start);
  return {
    span: [first.start, last.end],
    first: first.token,
    last: last.token,
    figure: { value, unit },
    ...(bound === undefined ? {} : { bound }),
  };
}

/** The words before an amount: “to” and “by” decide over “nearly” and “more than”. */
function boundBefore(scan: Scan, start: number): Bound | undefined {
  let bound: Bound | undefined = scan.senses(start).bound;
  for (let place = start - 1; place >= 0 && place >= start - 4; place--) {
    const senses = scan.senses(place);
    if (senses.bound === 'to' || senses.bound === 'by') return senses.bound;
    if (senses.bound !== undefined) bound ??= senses.bound;
    else if (!senses.filler && !['no', 'not', 'the', 'of', 'не', 'чем'].includes(scan.key(place))) break;
  }
  return bound;
}
