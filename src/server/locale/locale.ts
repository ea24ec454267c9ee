import { actorName, placeName } from '../../desk/index.ts';
import type { Figure, IsoDate, IsoDateOrInterval, Language } from '../../model/index.ts';
import EN from '../messages/en.json' with { type: 'json' };
import { figureWriter } from './figures.ts';
import { timeWriter } from './times.ts';

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
  /** A figure with its unit: `2 billion US dollars`, `8 checkpoints`; what it measures is left out. */
  figure(value: Figure): string;
  /** What a figure measures: `trade turnover`. */
  measure(value: string): string;
  /** A share of one: `76 %`. */
  percent(value: number): string;
  actor(id: string): string;
  /** The name of a place that a text names, as it was called on the day. */
  place(name: string, day?: IsoDate): string;
  list(items: readonly string[]): string;
}

const PLURAL = /\{(\w+), plural,((?: \w+ \{[^{}]*\})+)\}/g;

/** The locale of a language; a message that it lacks is given in English. */
export function localeOf(language: Language, messages: Messages): Locale {
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
  const ofUnit = (key: string, count: number) => {
    const message = text(key);
    return message === undefined ? undefined : fill(message, { count, figure: '{figure}' });
  };
  const yearOf = (year: string) => fill(text('date.year') ?? '', { year });
  return {
    language,
    t: (key, params = {}) => fill(text(key) ?? key, params),
    of: (prefix, value) => text(`${prefix}.${value}`) ?? value,
    when: timeWriter(language, 'long', yearOf),
    day: timeWriter(language, 'medium', yearOf),
    number: (value) => numbers.format(value),
    figure: figureWriter(language, ofUnit),
    measure: (value) => measureText(value, text, fill),
    percent: (value) => percents.format(value),
    actor: (id) => actorName(id, language),
    place: (name, day) => placeName(name, language, day),
    list: (items) => list.format(items),
  };
}

function choose(forms: string, count: number, plural: Intl.PluralRules, numbers: Intl.NumberFormat): string {
  const byCase = new Map([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, name, form]) => [name, form]));
  return (byCase.get(plural.select(count)) ?? byCase.get('other') ?? '').replaceAll('#', numbers.format(count));
}

const GROWTH = ' growth';

/** What is measured, as the reader names it; growth of it is told apart. */
function measureText(
  value: string,
  text: (key: string) => string | undefined,
  fill: (message: string, params: Params) => string,
): string {
  if (!value.endsWith(GROWTH)) return text(`measure.${value}`) ?? value;
  const measure = measureText(value.slice(0, -GROWTH.length), text, fill);
  return fill(text('measure.growth') ?? value, { measure });
}
