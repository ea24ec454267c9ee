import { LANGUAGES, type Language } from '../../model/index.ts';
import EN from '../messages/en.json' with { type: 'json' };
import KK from '../messages/kk.json' with { type: 'json' };
import KY from '../messages/ky.json' with { type: 'json' };
import RU from '../messages/ru.json' with { type: 'json' };
import { type Locale, localeOf } from './locale.ts';
import type { Messages } from './message.ts';

/** The messages of every language of the interface. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { en: EN, ru: RU, kk: KK, ky: KY };

/** The languages by their own names. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
  ky: 'Кыргызча',
};

const made = new Map<Language, Locale>();

/** The locale of a language; made once. */
export function locale(language: Language): Locale {
  const known = made.get(language) ?? localeOf(language, MESSAGES[language]);
  made.set(language, known);
  return known;
}

/** The language of a code, if the interface has it. */
export function languageOf(code: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}

/** The first language of an `Accept-Language` header that the interface has; English where there is none. */
export function preferredLanguage(header = ''): Language {
  const wanted = header.split(',').map((part) => {
    const [tag = '', quality] = part.trim().split(/;\s*q=/);
    return { code: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
  });
  return (
    wanted
      .sort((a, b) => b.quality - a.quality)
      .map(({ code }) => languageOf(code))
      .find((language) => language !== undefined) ?? 'en'
  );
}
