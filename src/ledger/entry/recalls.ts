import type { IsoDate, IsoDateOrInterval, Language } from '../../model/index.ts';

// Progress often names its undertaking by its time alone: "decided in June 2018", «задача, поставленная осенью», "last year's accord".

/** Beginnings of the names of the months, January first. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['januar', 'februar', 'march', 'april', 'may', 'june', 'july', 'august', 'septemb', 'octob', 'novemb', 'decemb'],
  ru: ['январ', 'феврал', 'март', 'апрел', 'ма[йея]', 'июн', 'июл', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр'],
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  ky: ['январ', 'феврал', 'март', 'апрел', 'май', 'июн', 'июл', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр'],
};

const LAST_YEAR: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:last year|a year ago|previous year)\b/iu,
  ru: /(?:прошлом году|прошлого года|прошлогодн|год назад)/iu,
  kk: /(?:былтыр|өткен жыл)/iu,
  ky: /(?:былтыр|өткөн жыл)/iu,
};

/** The months and years that words of a sentence name, as intervals not after the day of publication. */
export function recalledTimes(
  words: string,
  language: Language,
  publishedAt: IsoDate | undefined,
): IsoDateOrInterval[] {
  const times = [...monthsIn(words, language, publishedAt), ...yearsIn(words)];
  if (publishedAt !== undefined && LAST_YEAR[language].test(words)) times.push(yearInterval(yearOf(publishedAt) - 1));
  return [...new Set(times)].filter((time) => publishedAt === undefined || time.slice(0, 10) <= publishedAt).sort();
}

function monthsIn(words: string, language: Language, publishedAt: IsoDate | undefined): IsoDateOrInterval[] {
  const times: IsoDateOrInterval[] = [];
  MONTHS[language].forEach((name, month) => {
    // The year may follow; "may" as a verb has no preposition before it.
    const before = language === 'en' && name === 'may' ? '(?:in|of|since|last|on) ' : '(?<![\\p{L}])';
    for (const [, year] of words.matchAll(new RegExp(`${before}${name}\\p{L}*,?(?:\\s+((?:19|20)\\d\\d))?`, 'giu'))) {
      const time = monthInterval(year === undefined ? undefined : Number(year), month, publishedAt);
      if (time !== undefined) times.push(time);
    }
  });
  return times;
}

/** The month; without a year, the last one of that name not after publication. */
function monthInterval(
  year: number | undefined,
  month: number,
  publishedAt: IsoDate | undefined,
): IsoDateOrInterval | undefined {
  if (year === undefined && publishedAt === undefined) return undefined;
  const published = publishedAt ?? '';
  const isPast = month + 1 <= Number(published.slice(5, 7));
  const inYear = year ?? yearOf(published) - (isPast ? 0 : 1);
  const last = new Date(Date.UTC(inYear, month + 1, 0)).getUTCDate();
  const prefix = `${inYear}-${String(month + 1).padStart(2, '0')}`;
  return `${prefix}-01/${prefix}-${String(last).padStart(2, '0')}`;
}

function yearsIn(words: string): IsoDateOrInterval[] {
  return [...words.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map(([, year]) => yearInterval(Number(year)));
}

function yearInterval(year: number): IsoDateOrInterval {
  return `${year}-01-01/${year}-12-31`;
}

function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}
