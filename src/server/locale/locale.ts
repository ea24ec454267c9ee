import { actorName } from '../../desk/index.ts';
import { firstDayOf, type IsoDateOrInterval, type Language, lastDayOf } from '../../model/index.ts';
import EN from '../messages/en.json' with { type: 'json' };

export type MessageKey = keyof typeof EN;
export type Messages = Readonly<Record<string, string>>;
type Params = Readonly<Record<string, string | number>>;

/** The words, dates and numbers of one language of the interface. */
export interface Locale {
  readonly language: Language;
  /** A message; `{name}` is filled in, `{count, plural, one {# text} other {# texts}}` chosen by the language's own rule. */
  t(key: MessageKey, params?: Params): string;
  /** A message whose key ends in a value of the data: `of('status', 'open')`; the value itself where there is none. */
  of(prefix: string, value: string): string;
  /** A day or interval: `2 March 2021`, `1 January – 30 June 2023`. */
  when(value: IsoDateOrInterval): string;
  /** The same, short: `2 Mar 2021`. */
  day(value: IsoDateOrInterval): string;
  number(value: number): string;
  /** A share of one: `76 %`. */
  percent(value: number): string;
  actor(id: string): string;
  list(items: readonly string[]): string;
}

const PLURAL = /\{(\w+), plural,((?: \w+ \{[^{}]*\})+)\}/g;

/** The locale of a language; a message that it lacks is given in English. */
export function localeOf(language: Language, messages: Messages): Locale {
  const long = new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'medium', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const plural = new Intl.PluralRules(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const english: Messages = EN;
  const text = (key: string): string | undefined => messages[key] ?? english[key];
  const fill = (message: string, params: Params): string =>
    message
      .replaceAll(PLURAL, (_, name: string, forms: string) => choose(forms, Number(params[name]), plural, numbers))
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return {
    language,
    t: (key, params = {}) => fill(text(key) ?? key, params),
    of: (prefix, value) => text(`${prefix}.${value}`) ?? value,
    when: (value) => whenText(value, long),
    day: (value) => whenText(value, short),
    number: (value) => numbers.format(value),
    percent: (value) => percents.format(value),
    actor: (id) => actorName(id, language),
    list: (items) => list.format(items),
  };
}

/** British order of day and month in English: official texts of most of the world have it so. */
function dateLocale(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

function choose(forms: string, count: number, plural: Intl.PluralRules, numbers: Intl.NumberFormat): string {
  const byCase = new Map([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, name, form]) => [name, form]));
  return (byCase.get(plural.select(count)) ?? byCase.get('other') ?? '').replaceAll('#', numbers.format(count));
}

function whenText(value: IsoDateOrInterval, format: Intl.DateTimeFormat): string {
  const [from, to] = [firstDayOf(value), lastDayOf(value)].map((day) =>
    day === undefined ? undefined : new Date(`${day}T00:00:00Z`),
  );
  if (from === undefined) return to === undefined ? value : `… – ${format.format(to)}`;
  if (to === undefined) return `${format.format(from)} – …`;
  return from.getTime() === to.getTime() ? format.format(from) : format.formatRange(from, to);
}
