import type { Language } from '../../model/index.ts';
import EN from '../messages/en.json' with { type: 'json' };

export type MessageKey = keyof typeof EN;
export type Messages = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, string | number>>;

/** Says a message with its parameters filled in; undefined where there is none of the key. */
export type Say = (key: string, params?: Params) => string | undefined;

const ENGLISH: Messages = EN;
const PLURAL = /\{(\w+), plural,((?: \w+ \{[^{}]*\})+)\}/g;
const PARAMETER = /\{(\w+)\}/g;

/** What says the messages of a language; those that it lacks are said in English. */
export function sayerOf(language: Language, messages: Messages): Say {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(language);
  const formOf = (forms: string, count: number): string => {
    const byCategory = new Map([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, name, form]) => [name, form]));
    return (byCategory.get(plurals.select(count)) ?? byCategory.get('other') ?? '').replaceAll(
      '#',
      numbers.format(count),
    );
  };
  return (key, params = {}) =>
    (messages[key] ?? ENGLISH[key])
      ?.replaceAll(PLURAL, (_, name: string, forms: string) => formOf(forms, Number(params[name])))
      .replaceAll(PARAMETER, (_, name: string) => String(params[name] ?? ''));
}
