import type { IsoDate } from '../../model/index.ts';
import type { Precision } from '../setting.ts';
import { addDays, addMonths, dayOf, type Interval, monthOf, months, weekdayOf, weekOf, yearOf } from './calendar.ts';
import type { Part, Unit } from './vocabulary.ts';

/** What a period is reckoned from, and whether the text looks ahead or back when it names a month without a year. */
export interface Reference {
  readonly published: IsoDate | undefined;
  /** The day last named in the text. */
  readonly anchor: IsoDate | undefined;
  readonly look: 'ahead' | 'behind';
}

export type Resolve = (reference: Reference) => Interval | undefined;

/** A stretch of the calendar as the text names it, still to be resolved. */
export interface Period {
  readonly precision: Precision;
  readonly resolve: Resolve;
  /** The day meant by “by” it, where that is not its last: “by mid-2026”. */
  readonly mark?: 'begin' | 'middle';
  /** A part of a longer period: “before” it means by its end. */
  readonly isPart?: true;
  /** “13 to 16 October”: closed at both ends, whatever preposition stands before it. */
  readonly isRange?: true;
}

/** A year, or an offset in years from that of publication, or the year of the day last named. */
export type YearRef = { readonly year: number } | { readonly offset: number } | { readonly same: true };

function resolveYear(ref: YearRef, { published, anchor }: Reference): number | undefined {
  if ('year' in ref) return ref.year;
  if ('same' in ref) return anchor === undefined ? undefined : yearOf(anchor);
  return published === undefined ? undefined : yearOf(published) + ref.offset;
}

export function yearPeriod(ref: YearRef): Period {
  return { precision: 'year', resolve: (reference) => spanOfMonths(ref, reference, 1, 12) };
}

export function yearsPeriod(from: number, to: number): Period {
  return { precision: 'years', resolve: () => ({ from: months(from, 1).from, to: months(to, 12).to }) };
}

/** The fiscal year of the United States, whose texts speak of it most: October of the year before to September. */
export function fiscalYear(year: number): Period {
  return { precision: 'year', resolve: () => months(year - 1, 10, 12) };
}

function spanOfMonths(ref: YearRef, reference: Reference, month: number, count: number): Interval | undefined {
  const year = resolveYear(ref, reference);
  return year === undefined ? undefined : months(year, month, count);
}

/** `count` months from `month` of a year, or, without a year, the nearest such in the direction the text looks. */
export function monthsPeriod(month: number, count: number, precision: Precision, ref?: YearRef): Period {
  const resolve: Resolve = (reference) =>
    ref === undefined ? nearestMonths(month, count, reference) : spanOfMonths(ref, reference, month, count);
  return { precision, resolve };
}

function nearestMonths(month: number, count: number, { published, look }: Reference): Interval | undefined {
  if (published === undefined) return undefined;
  const year = yearOf(published);
  const candidates = [year - 1, year, year + 1].map((each) => months(each, month, count));
  return look === 'ahead'
    ? candidates.find(({ to }) => to >= published)
    : candidates.findLast(({ from }) => from <= published);
}

/** “Last May”, “next April”, “this autumn”, “the coming winter”. */
export function relativeMonths(month: number, count: number, precision: Precision, relative: number): Period {
  const resolve: Resolve = ({ published }) => {
    if (published === undefined) return undefined;
    const year = yearOf(published);
    const candidates = [year - 2, year - 1, year, year + 1].map((each) => months(each, month, count));
    if (relative < 0) return candidates.findLast(({ to }) => to < published);
    if (relative > 0) return candidates.find(({ from }) => from > published);
    return candidates.find(({ to }) => to >= published);
  };
  return { precision, resolve };
}

/** A day of a month; without a year the nearest one in the direction the text looks. */
export function dayPeriod(day: number, month: number, ref?: YearRef, lastDay = day): Period {
  const inYear = (year: number): Interval | undefined => {
    const from = dayOf(year, month, day);
    const to = dayOf(year, month, lastDay);
    return from && to && from <= to ? { from, to } : undefined;
  };
  const resolve: Resolve = (reference) => {
    const year = ref && resolveYear(ref, reference);
    return year === undefined ? nearestDay(inYear, reference) : inYear(year);
  };
  return { precision: 'day', resolve, ...(lastDay === day ? {} : { isRange: true }) };
}

function nearestDay(
  inYear: (year: number) => Interval | undefined,
  { published, look }: Reference,
): Interval | undefined {
  if (published === undefined) return undefined;
  const year = yearOf(published);
  const candidates = [year - 1, year, year + 1].flatMap((each) => inYear(each) ?? []);
  return look === 'ahead'
    ? candidates.find(({ to }) => to >= published)
    : candidates.findLast(({ from }) => from <= published);
}

/** A day so many days from publication, or from the day last named. */
export function offsetDay(offset: number, from: 'published' | 'anchor'): Period {
  const resolve: Resolve = ({ published, anchor }) => {
    const start = from === 'anchor' ? (anchor ?? published) : published;
    if (start === undefined) return undefined;
    const day = addDays(start, offset);
    return { from: day, to: day };
  };
  return { precision: 'day', resolve };
}

/** “On Monday”, “last Friday”: the nearest one in the direction said or looked to. */
export function weekdayPeriod(weekday: number, relative?: number): Period {
  const resolve: Resolve = ({ published, look }) => {
    if (published === undefined) return undefined;
    const ahead = (weekday - weekdayOf(published) + 7) % 7;
    const back = ahead === 0 ? 0 : ahead - 7;
    const offset = relative === undefined ? (look === 'ahead' ? ahead : back) : strictly(relative, ahead, back);
    const day = addDays(published, offset);
    return { from: day, to: day };
  };
  return { precision: 'day', resolve };
}

function strictly(relative: number, ahead: number, back: number): number {
  if (relative < 0) return back === 0 ? -7 : back;
  if (relative > 0) return ahead === 0 ? 7 : ahead;
  return ahead <= -back || back === 0 ? ahead : back;
}

/** “Next year”, “this month”, “last quarter”. */
export function relativeUnit(unit: Unit, relative: number): Period {
  const resolve: Resolve = ({ published }) => {
    if (published === undefined) return undefined;
    if (unit === 'day') {
      const day = addDays(published, relative);
      return { from: day, to: day };
    }
    if (unit === 'week') return weekOf(addDays(published, 7 * relative));
    return unitAround(addMonths(`${published.slice(0, 7)}-01`, relative * MONTHS_OF[unit]), unit);
  };
  return { precision: unit, resolve };
}

/** How many months each longer unit has. */
export const MONTHS_OF = { year: 12, half: 6, quarter: 3, month: 1 } as const;

function unitAround(day: IsoDate, unit: keyof typeof MONTHS_OF): Interval {
  const size = MONTHS_OF[unit];
  return months(yearOf(day), monthOf(day) - ((monthOf(day) - 1) % size), size);
}

/** The end that lies a duration from publication; negative counts lie behind it. */
export function afterDuration(count: number, unit: Unit): Resolve {
  return ({ published }) => {
    if (published === undefined) return undefined;
    const day =
      unit === 'day' || unit === 'week'
        ? addDays(published, Math.round(count * (unit === 'week' ? 7 : 1)))
        : addMonths(published, Math.round(count * MONTHS_OF[unit]));
    return { from: day, to: day };
  };
}

/** “The end of 2025”, “mid-2026”, “the beginning of April”: a third or quarter of it, and the day that “by” it means. */
export function partOf(period: Period, part: Part): Period {
  const resolve: Resolve = (reference) => {
    const whole = period.resolve(reference);
    return whole && slice(whole, part);
  };
  const mark = part === 'end' ? {} : { mark: part };
  return { precision: period.precision, resolve, isPart: true, ...mark };
}

function slice({ from, to }: Interval, part: Part): Interval {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (part === 'middle') return { from, to: middleOf(from, days) };
  if (days < 32) return part === 'end' ? { from: addDays(to, -9), to } : { from, to: addDays(from, 9) };
  const count = Math.max(1, Math.round(days / 30.4 / 4));
  if (part === 'begin') return months(yearOf(from), monthOf(from), count);
  return months(yearOf(to), monthOf(to) - count + 1, count);
}

/** The last day of the first half: 30 June of a year. */
function middleOf(from: IsoDate, days: number): IsoDate {
  return days < 32 ? addDays(from, 14) : addDays(addMonths(from, Math.round(days / 30.4 / 2)), -1);
}
