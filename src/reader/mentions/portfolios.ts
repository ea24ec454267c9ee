import { matchNames, type NameMatch } from '../../knowledge/index.ts';
import type { Doc } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';

/** The words of a sentence, as they stand and in small letters. */
interface Line {
  readonly doc: Doc;
  readonly forms: readonly string[];
  readonly lower: readonly string[];
}

/** The name of a minister or ministry with all portfolios that follow; other names are left as they are. */
export function wholeMinister(name: NameMatch, names: ReadonlyMap<number, NameMatch>, line: Line): NameMatch {
  return withUnknownPortfolio(withFurtherPortfolio(name, line.forms, line.doc.language), names, line);
}

/** How many words the second portfolio of a minister may have. */
const PORTFOLIO = 5;
const MINISTER = { en: ['minister', 'of'], ru: ['министр'], kk: [], ky: [] } as const satisfies Record<
  Language,
  string[]
>;

/** “Minister of Energy and Water Resources”: the first portfolio names the office, whatever others come with it. */
function withFurtherPortfolio(name: NameMatch, forms: readonly string[], language: Language): NameMatch {
  const joiner = forms[name.last + 1]?.toLowerCase() ?? '';
  const office = name.entries[0]?.office ?? '';
  if (!/minist(?:er|ry)$/.test(office) || !/^(?:and|и|,)$/.test(joiner)) return name;
  const minister = MINISTER[language];
  if (minister.length === 0) return name;
  const rest = forms.slice(name.last + 2, name.last + 2 + PORTFOLIO);
  const further = matchNames([...minister, ...rest], language).find(({ first }) => first === 0);
  const isPortfolio = /.-minister$/.test(further?.entries[0]?.office ?? '');
  return further !== undefined && isPortfolio && further.last >= minister.length
    ? withFurtherPortfolio({ ...name, last: name.last + 2 + further.last - minister.length }, forms, language)
    : name;
}

/** How many words a portfolio that no table has may take. */
const UNKNOWN_PORTFOLIO = 7;

/** «министр иностранных дел и по делам общин Чада»: words in small letters up to the state's name are of the portfolio. */
function withUnknownPortfolio(
  name: NameMatch,
  names: ReadonlyMap<number, NameMatch>,
  { doc, lower, forms }: Line,
): NameMatch {
  const [entry] = name.entries;
  if (doc.language !== 'ru' || !/.-minist(?:er|ry)$/.test(entry?.office ?? '') || lower[name.last + 1] !== 'и')
    return name;
  for (let at = name.last + 2; at <= name.last + UNKNOWN_PORTFOLIO && at < forms.length; at++) {
    const kind = names.get(at)?.entries[0]?.kind;
    if (kind === 'state') return at > name.last + 2 ? { ...name, last: at - 1 } : name;
    if (kind !== undefined || !/^\p{Ll}+$/u.test(forms[at]!)) return name;
  }
  return name;
}
