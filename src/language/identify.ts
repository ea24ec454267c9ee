import { LANGUAGES, type Language } from '../model/index.ts';
import foreignWords from './identify/foreign-words.json' with { type: 'json' };
import trained from './identify/trigrams.json' with { type: 'json' };
import { eachTrigram } from './identify/trigrams.ts';
import { LANGUAGE_DATA } from './languages/index.ts';

/** No more of a text is looked at, in UTF-16 code units. */
const LONGEST = 20_000;
/** Fewer letters than this tell nothing. */
const FEWEST_LETTERS = 3;
/** How far below a language's usual mean a short text may lie, times the square root of its trigrams. */
const SLACK = 4;

/** The letters of each language, lower-cased. */
const OWN_LETTERS: Readonly<Record<Language, RegExp>> = {
  en: /[a-z]/g,
  ru: /[а-яё]/g,
  kk: /[а-яёәғқңөұүһі]/g,
  ky: /[а-яёңөү]/g,
};
/** The least share of a script's letters that must be the language's own: names bring a few others. */
const OWN_SHARE = 0.98;

interface Table {
  readonly least: number;
  readonly logarithms: Float32Array;
}

const tables = new Map<Language, Table>();

function tableOf(language: Language): Table {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const { least, steps } = trained[language];
  const logarithms = Float32Array.from(Buffer.from(steps, 'base64'), (step) => step / 24 - 12);
  const table = { least, logarithms };
  tables.set(language, table);
  return table;
}

/**
 * The language of a text of one sentence or more: English, Russian, Kazakh or Kyrgyz, else `other`. Letter trigrams
 * choose, and bar what is like none of the four; the commonest small words of their neighbours overrule them.
 */
export function identifyLanguage(text: string): Language | 'other' {
  const lower = text.slice(0, LONGEST).toLowerCase();
  const latin = lower.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const cyrillic = lower.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const letters = lower.match(/\p{L}/gu)?.length ?? 0;
  const most = Math.max(latin, cyrillic);
  if (most < FEWEST_LETTERS || most * 2 < letters) return 'other';
  const candidates = LANGUAGES.filter(
    (language) =>
      (language === 'en') === latin > cyrillic && (lower.match(OWN_LETTERS[language])?.length ?? 0) >= OWN_SHARE * most,
  );
  const [best] = candidates
    .map((language) => ({ language, ...likeness(lower, language) }))
    .sort((a, b) => b.mean - a.mean);
  if (best === undefined || !best.isLike || isForeign(lower, best.language)) return 'other';
  return best.language;
}

/** The mean logarithm of the text's trigrams in a language, and whether a text in it can be as far off as this. */
function likeness(lower: string, language: Language): { readonly mean: number; readonly isLike: boolean } {
  const { least, logarithms } = tableOf(language);
  let sum = 0;
  const count = eachTrigram(lower, (bucket) => {
    sum += logarithms[bucket]!;
  });
  const mean = sum / count;
  return { mean, isLike: mean >= least - SLACK / Math.sqrt(count) };
}

const foreign: readonly ReadonlySet<string>[] = Object.values(foreignWords).map((list) => new Set(list.split(' ')));

/** Whether another language's small words are more than this one's. */
function isForeign(lower: string, language: Language): boolean {
  // Bulgarian has many ъ and neither ы nor э.
  if (language === 'ru' && (lower.match(/ъ/g)?.length ?? 0) * 100 > lower.length && !/[ыэ]/.test(lower)) return true;
  const words = lower.split(/[^\p{L}\p{M}'’‘ʻʼ]+/u);
  const { starters } = LANGUAGE_DATA[language];
  return foreign.some((set) => {
    const hits = words.filter((word) => set.has(word) && !starters.has(word)).length;
    return hits >= 2 && hits > words.filter((word) => starters.has(word) && !set.has(word)).length;
  });
}
