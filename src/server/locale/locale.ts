import { actorName, placeName } from '../../desk/index.ts';
import type { Figure, IsoDate, IsoDateOrInterval, Language } from '../../model/index.ts';
import { figureWriter, measureWords } from './figures.ts';
import { type MessageKey, type Messages, type Params, sayerOf } from './message.ts';
import { timeWriter } from './times.ts';

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

/** The locale of a language; a message that it lacks is given in English. */
export function localeOf(language: Language, messages: Messages): Locale {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const say = sayerOf(language, messages);
  return {
    language,
    t: (key, params) => say(key, params) ?? key,
    of: (prefix, value) => say(`${prefix}.${value}`) ?? value,
    when: timeWriter(language, 'long', say),
    day: timeWriter(language, 'medium', say),
    number: (value) => numbers.format(value),
    figure: figureWriter(language, say),
    measure: (value) => measureWords(value, say),
    percent: (value) => percents.format(value),
    actor: (id) => actorName(id, language),
    place: (name, day) => placeName(name, language, day),
    list: (items) => list.format(items),
  };
}
