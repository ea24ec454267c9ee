import type { Language } from '../../model/index.ts';

/** A look-up of what is made of each language's data, made when a language is first asked for and kept. */
export function perLanguage<Data, Made>(
  data: Readonly<Record<Language, Data>>,
  make: (data: Data) => Made,
): (language: Language) => Made {
  const made = new Map<Language, Made>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(data[language]);
    made.set(language, fresh);
    return fresh;
  };
}
