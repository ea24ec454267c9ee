import { z } from 'zod';
import { ReadoutError } from './errors.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A calendar day, `2021-03-02`. */
export const IsoDate = z.string().regex(DAY, 'a date is written YYYY-MM-DD').refine(isRealDay, 'no such day');
export type IsoDate = string;

/** A day, or an interval `from/to` in which `..` stands for an open end: `2023-01-01/2023-06-30`, `2026-09-01/..`. */
export const IsoDateOrInterval = z.string().refine(
  (value) => {
    const [from, to, rest] = value.split('/');
    if (rest !== undefined) return false;
    if (to === undefined) return isRealDay(from ?? '');
    const ends = [from, to].filter((end) => end !== '..');
    return ends.length > 0 && ends.every((end) => isRealDay(end ?? '')) && (ends.length < 2 || ends[0]! <= ends[1]!);
  },
  { message: 'a date is written YYYY-MM-DD, an interval FROM/TO, with .. for an open end' },
);
export type IsoDateOrInterval = string;

/** Whether the string is a day that the calendar has. */
export function isRealDay(value: string): boolean {
  if (!DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

/** The day as given, or a coded error `bad-date`. */
export function parseDay(value: string): IsoDate {
  if (isRealDay(value)) return value;
  throw new ReadoutError(
    'bad-date',
    'not a day of the calendar:',
    value,
    'write it as YYYY-MM-DD, for example 2021-03-02',
  );
}

/** The last day of a date or interval; undefined where the interval is open at the end. */
export function lastDayOf(value: IsoDateOrInterval): IsoDate | undefined {
  const [from, to] = value.split('/');
  return to === undefined ? from : to === '..' ? undefined : to;
}

/** The first day of a date or interval; undefined where the interval is open at the beginning. */
export function firstDayOf(value: IsoDateOrInterval): IsoDate | undefined {
  const [from] = value.split('/');
  return from === '..' ? undefined : from;
}
