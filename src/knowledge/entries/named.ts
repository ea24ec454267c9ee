import type { Language } from '../../model/index.ts';
import type { NameEntry } from '../names.ts';
import type { NameForm } from '../patterns.ts';

/** What a table says: an entry, one of its names, and what kind of word that is. */
export interface Named {
  readonly entry: NameEntry;
  readonly name: string;
  readonly form: NameForm;
}

type Localized = { readonly [L in Language]?: readonly string[] | undefined };

/** The names in the language; in Kazakh and Kyrgyz, where a table gives none, the Russian ones, which such texts use. */
export function namesIn(names: Localized, language: Language): readonly string[] {
  const turkic = language === 'kk' || language === 'ky';
  return names[language] ?? (turkic ? (names.ru ?? []) : []);
}
