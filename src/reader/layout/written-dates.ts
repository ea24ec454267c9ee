import { type IsoDate, isRealDay, type Language } from '../../model/index.ts';
import { layoutCues } from './cues.ts';

/** A calendar date as datelines and page headers write it; the year may be left out. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

const patterns = new Map<Language, RegExp>();

function patternOf(language: Language): RegExp {
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const month = (n: number): string =>
    `(?<m${n}>${layoutCues(language)
      .months.map((name) => `(?:${name})`)
      .join('|')})`;
  const source = [
    String.raw`(?<y0>\d{4})-(?<n0>\d\d)-(?<d0>\d\d)`,
    String.raw`(?<d1>\d{1,2})[./](?<n1>\d{1,2})[./](?<y1>\d{4})`,
    String.raw`(?:(?<y2>\d{4})\s*-?\s*(?:жыл\p{L}*|ж\.)[,\s]\s*)?(?<d2>\d{1,2})(?:st|nd|rd|th|-)?\s*(?:of\s)?\s*${month(2)}(?![\p{L}])\.?(?:,?\s+(?<z2>\d{4})(?!\d))?`,
    String.raw`${month(3)}\.?\s+(?<d3>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<y3>\d{4})(?!\d))?`,
  ].join('|');
  const pattern = new RegExp(String.raw`(?<![\p{L}\d])(?:${source})`, 'giu');
  patterns.set(language, pattern);
  return pattern;
}

/** All dates with a day and a month in a short text. */
export function writtenDates(text: string, language: Language): WrittenDate[] {
  return [...text.matchAll(patternOf(language))].flatMap((match) => {
    const part = (...names: string[]): string | undefined => names.map((name) => match.groups?.[name]).find(Boolean);
    const day = Number(part('d0', 'd1', 'd2', 'd3'));
    const number = part('n0', 'n1');
    const month = number === undefined ? monthOf(part('m2', 'm3') ?? '', language) : Number(number);
    const year = part('y0', 'y1', 'y2', 'z2', 'y3');
    if (month < 1 || month > 12 || day < 1 || day > 31) return [];
    const start = match.index;
    return [{ start, end: start + match[0].length, day, month, ...(year === undefined ? {} : { year: Number(year) }) }];
  });
}

function monthOf(name: string, language: Language): number {
  return layoutCues(language).months.findIndex((form) => new RegExp(`^(?:${form})$`, 'iu').test(name)) + 1;
}

/** The date as a day of the calendar, where it has its year and the calendar has it. */
export function isoOf({ day, month, year }: WrittenDate): IsoDate | undefined {
  if (year === undefined) return undefined;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isRealDay(iso) ? iso : undefined;
}
