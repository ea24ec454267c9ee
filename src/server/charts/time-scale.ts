import type { IsoDate } from '../../model/index.ts';

const DAY = 86_400_000;

/** Days on a line of a width. */
export interface TimeScale {
  readonly from: IsoDate;
  readonly to: IsoDate;
  at(day: IsoDate): number;
  /** The first days of years, or of months where less than two years are shown. */
  readonly ticks: readonly IsoDate[];
}

/** A scale over all the days, with some room at both ends; undefined where there is no day. */
export function timeScale(days: readonly IsoDate[], [left, right]: readonly [number, number]): TimeScale | undefined {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const room = Math.max(20 * DAY, (Date.parse(last) - Date.parse(first)) * 0.03);
  const [from, to] = [Date.parse(first) - room, Date.parse(last) + room];
  return {
    from: isoDay(from),
    to: isoDay(to),
    at: (day) => Math.round((left + ((Date.parse(day) - from) / (to - from)) * (right - left)) * 10) / 10,
    ticks: ticksBetween(from, to),
  };
}

function ticksBetween(from: number, to: number): IsoDate[] {
  const years = (to - from) / (365 * DAY);
  const months = years > 12 ? 60 : years > 2 ? 12 : years > 0.6 ? 3 : 1;
  const start = new Date(from);
  const ticks: IsoDate[] = [];
  for (let month = 0; ; month += 1) {
    const day = new Date(Date.UTC(start.getUTCFullYear(), month, 1));
    if (day.getTime() > to) return ticks;
    const count = day.getUTCFullYear() * 12 + day.getUTCMonth();
    if (day.getTime() >= from && count % months === 0) ticks.push(isoDay(day.getTime()));
  }
}

function isoDay(time: number): IsoDate {
  return new Date(time).toISOString().slice(0, 10);
}
