import type { IsoDate } from '../../model/index.ts';

/** From a day to a day, both within it. */
export interface Interval {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const DAY_MILLISECONDS = 86_400_000;

/** The day of a year (from 1000 on), a month and a day; undefined where the calendar has none. */
export function dayOf(year: number, month: number, day: number): IsoDate | undefined {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return isoOf(Date.UTC(year, month - 1, day));
}

/** The day so many days later. */
export function addDays(day: IsoDate, count: number): IsoDate {
  return isoOf(Date.parse(`${day}T00:00:00Z`) + count * DAY_MILLISECONDS);
}

/** The same day so many months later, or the last of that month where it is shorter. */
export function addMonths(day: IsoDate, count: number): IsoDate {
  const month = monthOf(day) + count;
  const last = daysIn(yearOf(day), month);
  return isoOf(Date.UTC(yearOf(day), month - 1, Math.min(Number(day.slice(8)), last)));
}

/** Whole months: from the first day of `month` through `count` months. */
export function months(year: number, month: number, count = 1): Interval {
  const end = month + count - 1;
  return { from: isoOf(Date.UTC(year, month - 1, 1)), to: isoOf(Date.UTC(year, end - 1, daysIn(year, end))) };
}

/** The week, Monday to Sunday, that a day lies in. */
export function weekOf(day: IsoDate): Interval {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoOf(milliseconds: number): IsoDate {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
