import { firstDayOf, type IsoDate, type IsoDateOrInterval, type Language, lastDayOf } from '../../model/index.ts';
import type { Say } from './message.ts';

/** Writes days and intervals in a language: `2 March 2021`, `1 March – 31 May 2025`, `May 2025`, `2025`, `… – 1 September 2026`. */
export function timeWriter(
  language: Language,
  dateStyle: 'long' | 'medium',
  say: Say,
): (value: IsoDateOrInterval) => string {
  // British order of day and month in English: official texts of most of the world have it so.
  const locale = language === 'en' ? 'en-GB' : language;
  const days = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const told = (value: IsoDateOrInterval): string => {
    const [from, to] = [firstDayOf(value), lastDayOf(value)];
    if (from === undefined) return to === undefined ? value : `… – ${days.format(timeOf(to))}`;
    if (to === undefined) return `${days.format(timeOf(from))} – …`;
    if (from === to) return days.format(timeOf(from));
    if (isWholeMonth(from, to)) return months.format(timeOf(from));
    if (isWholeYear(from, to)) return say('date.year', { year: from.slice(0, 4) }) ?? value;
    return days.formatRange(timeOf(from), timeOf(to));
  };
  // The Russian “г.” stays with its year.
  return (value) => told(value).replaceAll(' г.', '\u00A0г.');
}

function timeOf(day: IsoDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

function isWholeMonth(from: IsoDate, to: IsoDate): boolean {
  return from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && isLastOfMonth(to);
}

function isWholeYear(from: IsoDate, to: IsoDate): boolean {
  return from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31');
}

function isLastOfMonth(day: IsoDate): boolean {
  return new Date(timeOf(day).getTime() + 86_400_000).getUTCDate() === 1;
}
