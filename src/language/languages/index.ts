import type { Language } from '../../model/index.ts';
import { type LanguageData, languageData } from '../tokenizer/language-data.ts';
import enBoundaries from './en/boundaries.json' with { type: 'json' };
import en from './en/tokens.json' with { type: 'json' };
import kk from './kk/tokens.json' with { type: 'json' };
import ky from './ky/tokens.json' with { type: 'json' };
import ru from './ru/tokens.json' with { type: 'json' };

/** What the tokenizer knows of each language. */
export const LANGUAGE_DATA: Readonly<Record<Language, LanguageData>> = {
  en: languageData(en, enBoundaries),
  ru: languageData(ru),
  kk: languageData(kk),
  ky: languageData(ky),
};
