import {
  dayPeriod,
  fiscalYear,
  MONTHS_OF,
  monthsPeriod,
  offsetDay,
  type Period,
  partOf,
  relativeMonths,
  relativeUnit,
  weekdayPeriod,
  type YearRef,
  yearPeriod,
  yearsPeriod,
} from './periods.ts';
import type { Scan } from './scan.ts';
import type { Unit } from './vocabulary.ts';
import {
  isPlural,
  isPossessive,
  type Parsed,
  relativeYear,
  secondYear,
  wholeYear,
  yearBehind,
  yearNumber,
  yearWord,
} from './years.ts';

export interface Duration {
  readonly count: number;
  readonly unit: Unit;
}

type Rule = (scan: Scan, at: number) => Parsed<Period> | undefined;

/**
 * A period of the calendar that begins at an atom. One grammar for all languages: the words differ, and in the languages
 * whose modifiers stand behind (“2025 жылдың соңы”) the part follows the period.
 */
export function parsePeriod(scan: Scan, at: number): Parsed<Period> | undefined {
  const start = scan.skipGlue(at);
  for (const rule of RULES) {
    const parsed = rule(scan, start);
    if (parsed !== undefined) return withPartBehind(scan, parsed);
  }
  return undefined;
}

/** Whether a period that begins here is one even without a preposition before it. */
export function standsAlone(scan: Scan, at: number): boolean {
  const { month, season, weekday, relative, day, special, ordinal, part, unit } = scan.senses(at);
  if (month !== undefined || weekday !== undefined || day !== undefined) return true;
  if (special === 'end-of-year') return false;
  if (unit === 'year') return scan.vocabulary.order === 'postfix' && scan.senses(at + 1).part !== undefined;
  if (season !== undefined) return scan.language !== 'en' || scan.senses(at + 1).glue === true;
  if (relative !== undefined || ordinal !== undefined || part !== undefined) return true;
  return scan.integer(at) !== undefined && scan.integer(at)! <= 31 ? isDayMonth(scan, at) : isMarkedYear(scan, at);
}

function isDayMonth(scan: Scan, at: number): boolean {
  return dayMonth(scan, at) !== undefined;
}

function isMarkedYear(scan: Scan, at: number): boolean {
  return (
    /^\d{4}$|\./.test(scan.atoms[at]?.key ?? '') &&
    (yearWord(scan, at + 1) > at + 1 || fullDate(scan, at) !== undefined)
  );
}

const special: Rule = (scan, at) => {
  const kind = scan.senses(at).special;
  if (kind === undefined) return undefined;
  const end = at + scan.lengthAt(at);
  if (kind === 'cold-season') return { value: relativeMonths(9, 6, 'season', 0), end };
  return { value: partOf(yearPeriod({ offset: 0 }), 'end'), end };
};

const FULL_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

const fullDate: Rule = (scan, at) => {
  const match = FULL_DATE.exec(scan.atoms[at]?.key ?? '');
  if (match !== null) {
    const value = dayPeriod(Number(match[1]), Number(match[2]), { year: Number(match[3]) });
    return { value, end: at + 1 };
  }
  return isoDate(scan, at);
};

const isoDate: Rule = (scan, at) => {
  const [year, month, day] = [at, at + 2, at + 4].map((place) => scan.atoms[place]?.key ?? '');
  const dashed = [at + 1, at + 3].every((place) => scan.isMark(place, '-') && scan.touches(place));
  if (!dashed || !/^\d{4}$/.test(year!) || !/^\d\d$/.test(month!) || !/^\d\d$/.test(day!)) return undefined;
  return { value: dayPeriod(Number(day), Number(month), { year: Number(year) }), end: at + 5 };
};

/** “2 March 2021”, «7–8 августа», “13 to 16 October”, “the 2nd of March”, «12-го октября». */
const dayMonth: Rule = (scan, at) => {
  const day = dayNumber(scan, at);
  if (day === undefined) return undefined;
  const until = lastOfRange(scan, day.end);
  const behind = until?.end ?? day.end;
  // “The 2nd of March”, but not “20 in November”.
  const month = scan.atoms[behind]?.key === 'in' ? behind : scan.skipGlue(behind);
  const number = scan.senses(month).month;
  if (number === undefined || scan.isMark(month - 1, ',')) return undefined;
  const year = yearBehind(scan, month + 1);
  return { value: dayPeriod(day.value, number, year?.value, until?.value), end: year?.end ?? month + 1 };
};

/** “March 2, 2021”, “July 1”, “October 13–16, 2025”, «10-мая». */
const monthDay: Rule = (scan, at) => {
  const month = scan.senses(at).month;
  const day = month === undefined ? undefined : dayNumber(scan, at + 1);
  if (month === undefined || day === undefined) return undefined;
  const until = lastOfRange(scan, day.end);
  const end = until?.end ?? day.end;
  const year = yearBehind(scan, scan.isMark(end, ',') ? end + 1 : end);
  return { value: dayPeriod(day.value, month, year?.value, until?.value), end: year?.end ?? end };
};

function dayNumber(scan: Scan, at: number): Parsed<number> | undefined {
  const value = scan.integer(at);
  if (value === undefined || value < 1 || value > 31 || isInName(scan, at)) return undefined;
  let end = at + 1;
  if (scan.senses(end).suffix && scan.touches(end)) end++;
  else if (scan.isMark(end, '-') && scan.senses(end + 1).suffix && scan.touches(end + 1)) end += 2;
  return { value, end };
}

/** “G20”: a number that follows letters without a space. */
function isInName(scan: Scan, at: number): boolean {
  return scan.touches(at) && scan.atoms[at - 1]?.kind === 'word';
}

function lastOfRange(scan: Scan, at: number): Parsed<number> | undefined {
  return scan.isMark(at, '-–—') || scan.senses(at).range ? dayNumber(scan, at + 1) : undefined;
}

/** Names of months that are written with a full stop. */
const ABBREVIATED = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|янв|февр?|апр|авг|сент?|окт|нояб?|дек)$/;

/** “January–July 2023”, “December 2012”, “September this year”, «феврале прошлого года», “May”. */
const month: Rule = (scan, at) => {
  const first = scan.senses(at).month;
  if (first === undefined) return undefined;
  const dot = scan.isMark(at + 1, '.') && scan.touches(at + 1) && ABBREVIATED.test(scan.atoms[at]?.key ?? '') ? 1 : 0;
  const ranged = scan.isMark(at + 1, '-–—') ? scan.senses(at + 2).month : undefined;
  const end = ranged === undefined ? at + 1 + dot : at + 3;
  const count = ranged === undefined ? 1 : ((ranged - first + 12) % 12) + 1;
  const year = yearBehind(scan, end);
  return { value: monthsPeriod(first, count, 'month', year?.value), end: year?.end ?? end };
};

/** “Spring 2026”, «осенью следующего года», “the autumn”. */
const season: Rule = (scan, at) => {
  const number = scan.senses(at).season;
  if (number === undefined) return undefined;
  const year = yearBehind(scan, at + 1);
  return { value: monthsPeriod(monthOfSeason(number), 3, 'season', year?.value), end: year?.end ?? at + 1 };
};

function monthOfSeason(season: number): number {
  return season === 4 ? 12 : season * 3;
}

/** “Last May”, “this autumn”, “next year”, “the current quarter”, “last Monday”. */
const relative: Rule = (scan, at) => {
  const offset = scan.senses(at).relative;
  if (offset === undefined) return undefined;
  // “Still current in May” is no current month.
  const next = scan.atoms[at + 1]?.key === 'in' ? at + 1 : scan.skipGlue(at + 1);
  const { month, season, weekday, unit } = scan.senses(next);
  const end = next + 1;
  if (scan.senses(next).special === 'cold-season') return special(scan, next);
  if (month !== undefined) return { value: relativeMonths(month, 1, 'month', offset), end };
  if (season !== undefined) return { value: relativeMonths(monthOfSeason(season), 3, 'season', offset), end };
  if (weekday !== undefined) return { value: weekdayPeriod(weekday, offset), end };
  if (unit === undefined || isPlural(scan, next) || isPossessive(scan, next)) return undefined;
  if (unit === 'day') return { value: offsetDay(offset, 'anchor'), end };
  return { value: relativeUnit(unit, offset), end };
};

/** “The same day”, “that evening”, «в тот же день». */
const same: Rule = (scan, at) => {
  let next = at;
  while (scan.senses(next).same && next < at + 3) next++;
  if (next === at || scan.senses(next).unit !== 'day') return undefined;
  return { value: offsetDay(0, 'anchor'), end: next + 1 };
};

const dayWord: Rule = (scan, at) => {
  const offset = scan.senses(at).day;
  return offset === undefined ? undefined : { value: offsetDay(offset, 'published'), end: at + 1 };
};

const weekday: Rule = (scan, at) => {
  const number = scan.senses(at).weekday;
  return number === undefined ? undefined : { value: weekdayPeriod(number), end: at + 1 };
};

/** “The end of 2025”, “mid-2026”, «конца года», “early next year”. */
const part: Rule = (scan, at) => {
  const kind = scan.senses(at).part;
  if (kind === undefined) return undefined;
  const whole = wholeBehind(scan, at + 1);
  return whole && { value: partOf(whole.value, kind), end: whole.end };
};

/** “The first half of 2023”, “the second quarter of the current year”, «первом полугодии», “Q1 2026”, “the first nine months of 2024”. */
const nth: Rule = (scan, at) => {
  const number = scan.senses(at).ordinal ?? (scan.senses(at).relative === -1 ? -1 : undefined);
  if (number === undefined) return undefined;
  const { unit } = scan.senses(at + 1);
  if (unit === 'half' || unit === 'quarter') return nthUnit(scan, at + 2, number, unit);
  const count = scan.count(at + 1);
  if (count === undefined || scan.senses(at + 2).unit !== 'month' || number !== 1) return undefined;
  return firstMonths(scan, at + 3, count);
};

function nthUnit(scan: Scan, at: number, number: number, unit: 'half' | 'quarter'): Parsed<Period> | undefined {
  const size = MONTHS_OF[unit];
  const total = 12 / size;
  const position = number === -1 ? total : Math.min(number, total);
  const year = wholeYear(scan, at);
  const value = monthsPeriod((position - 1) * size + 1, size, unit, year?.value ?? { offset: 0 });
  return { value, end: year?.end ?? at };
}

function firstMonths(scan: Scan, at: number, count: number): Parsed<Period> | undefined {
  const year = wholeYear(scan, at);
  if (year === undefined || count > 12) return undefined;
  return { value: monthsPeriod(1, count, 'month', year.value), end: year.end };
}

/** «За девять месяцев 2024 года»: the first nine. */
const monthsOfYear: Rule = (scan, at) => {
  const count = scan.count(at);
  if (count === undefined || scan.senses(at + 1).unit !== 'month') return undefined;
  const year = yearBehind(scan, at + 2);
  return year && firstMonths(scan, at + 2, count);
};

const shortQuarter: Rule = (scan, at) => {
  const match = /^q$/.exec(scan.atoms[at]?.key ?? '');
  const number = scan.integer(at + 1);
  if (match === null || number === undefined || number < 1 || number > 4 || !scan.touches(at + 1)) return undefined;
  return nthUnit(scan, at + 2, number, 'quarter');
};

/** “2025”, “2025–2027”, «2025 году», “fiscal year 2024”, “the year 2030”. */
const year: Rule = (scan, at) => {
  const fiscal = scan.senses(at).fiscal === true;
  let place = fiscal ? at + 1 : at;
  if (scan.senses(place).unit === 'year') place++;
  const number = yearNumber(scan, place);
  if (number === undefined || countsSomething(scan, place)) return undefined;
  if (fiscal) return { value: fiscalYear(number), end: place + 1 };
  const last = scan.isMark(place + 1, '-–—') ? secondYear(scan, place + 2, number) : undefined;
  if (last !== undefined) return { value: yearsPeriod(number, last), end: yearWord(scan, place + 3) };
  return { value: yearPeriod({ year: number }), end: yearWord(scan, place + 1) };
};

/** “2,000 engineers” has its comma; “2000 engineers” is told from a year by the plural behind it. */
function countsSomething(scan: Scan, at: number): boolean {
  const next = scan.atoms[at + 1];
  if (scan.language !== 'en' || next === undefined || next.kind !== 'word' || next.capital) return false;
  return next.key.length > 4 && next.key.endsWith('s') && scan.senses(at + 1).unit === undefined;
}

/** The period that a part belongs to: any period, or a bare “the year”, “the month”. */
function wholeBehind(scan: Scan, at: number): Parsed<Period> | undefined {
  const place = scan.skipGlue(at);
  const period = parsePeriod(scan, place);
  if (period !== undefined) return period;
  const { unit } = scan.senses(place);
  return unit === undefined || unit === 'day' || isPlural(scan, place)
    ? undefined
    : { value: relativeUnit(unit, 0), end: place + 1 };
}

/** Kazakh and Kyrgyz: «2027 жылдың соңы», «2025-жылдын биринчи жарымы», «2 наурыз», «жыл соңы». */
function withPartBehind(scan: Scan, parsed: Parsed<Period>): Parsed<Period> {
  if (scan.vocabulary.order === 'prefix') return parsed;
  const { part: kind } = scan.senses(parsed.end);
  return kind === undefined ? parsed : { value: partOf(parsed.value, kind), end: parsed.end + 1 };
}

const postfixYear: Rule = (scan, at) => {
  if (scan.vocabulary.order === 'prefix') return undefined;
  const behind =
    scan.senses(at).unit === 'year' && scan.senses(at + 1).part !== undefined
      ? { value: { offset: 0 } as const, end: at + 1 }
      : yearRefBefore(scan, at);
  if (behind === undefined) return undefined;
  const { ordinal } = scan.senses(behind.end);
  const { unit } = scan.senses(behind.end + 1);
  if (ordinal !== undefined && (unit === 'half' || unit === 'quarter')) {
    const size = MONTHS_OF[unit];
    return { value: monthsPeriod((ordinal - 1) * size + 1, size, unit, behind.value), end: behind.end + 2 };
  }
  return monthOfYear(scan, behind) ?? { value: yearPeriod(behind.value), end: behind.end };
};

function yearRefBefore(scan: Scan, at: number): Parsed<YearRef> | undefined {
  const number = yearNumber(scan, at);
  if (number === undefined) return relativeYear(scan, at);
  const end = yearWord(scan, at + 1);
  return end === at + 1 ? undefined : { value: { year: number }, end };
}

/** «2025 жылғы 2 наурызда», «2025-жылдын 2-мартында», «2025 жылғы наурызда». */
function monthOfYear(scan: Scan, behind: Parsed<YearRef>): Parsed<Period> | undefined {
  const day = dayNumber(scan, behind.end);
  const place = scan.skipGlue(day?.end ?? behind.end);
  const number = scan.senses(place).month;
  if (number === undefined) return undefined;
  const value =
    day === undefined ? monthsPeriod(number, 1, 'month', behind.value) : dayPeriod(day.value, number, behind.value);
  return { value, end: place + 1 };
}

const RULES: readonly Rule[] = [
  special,
  fullDate,
  postfixYear,
  dayMonth,
  monthDay,
  monthsOfYear,
  nth,
  part,
  month,
  season,
  same,
  relative,
  dayWord,
  weekday,
  shortQuarter,
  year,
];

/** “Two months”, “a year”, “sixty days”, «трех лет», «двухмесячный срок», “a month”. */
export function parseDuration(scan: Scan, at: number): Parsed<Duration> | undefined {
  const place = scan.skipGlue(at);
  const compound = scan.senses(place).duration;
  if (compound !== undefined) return { value: compound, end: place + (scan.senses(place + 1).glue ? 2 : 1) };
  const article = place > at && scan.atoms[place - 1]?.key === 'a' ? 1 : undefined;
  const count = scan.count(place);
  const noun = scan.skipGlue(count === undefined ? place : place + 1);
  const { unit } = scan.senses(noun);
  if (unit === undefined || unit === 'half' || unit === 'quarter') return undefined;
  if (count === undefined && article === undefined && !isSingularDuration(scan, noun)) return undefined;
  return { value: { count: count ?? 1, unit }, end: noun + 1 };
}

/** Russian and Kazakh leave out the “one”: «в течение месяца», «через год», «бір ай ішінде». */
function isSingularDuration(scan: Scan, at: number): boolean {
  return scan.language !== 'en' && !isPlural(scan, at);
}
