/** What the tokenizer knows of one language; an abbreviation with a capital holds only as it is written. */
export interface LanguageData {
  /** Abbreviations that stand before a name or number and so never end a sentence, without their last full stop: `mr`, `им`. */
  readonly leading: ReadonlySet<string>;
  /** Abbreviations only where a number follows: `no`, `art`. */
  readonly numbered: ReadonlySet<string>;
  /** Other abbreviations, which may end a sentence: `etc`, `г`. */
  readonly abbreviations: ReadonlySet<string>;
  /** Words that, capitalized, are likely to begin a sentence: articles, pronouns, conjunctions. */
  readonly starters: ReadonlySet<string>;
  /** Words written together that are two syntactic words, with the length of the first: `cannot` 3. */
  readonly fused: ReadonlyMap<string, number>;
  /** Whether a hyphen within a word keeps it one token (Russian), or splits it (English). */
  readonly hyphenJoins: boolean;
  /** Where hyphens split: first parts that stay joined: `non`, `anti`. */
  readonly prefixes: ReadonlySet<string>;
  /** Whether a hyphen joins digits to letters: `1-й`. */
  readonly hyphenJoinsDigits: boolean;
  /** Whether `т.е.` is two tokens (Russian) or `i.e.` one (English). */
  readonly splitsInitials: boolean;
  /** Units that are tokens of their own behind digits: `km`, `pm`. */
  readonly units: ReadonlySet<string>;
  /** Whether apostrophes begin clitics: `'s`, `n't`. */
  readonly clitics: boolean;
  /** Weights of a model of sentence ends, where the language has one. */
  readonly boundaries?: Int8Array | undefined;
}

/** The form in which `languages/XX/tokens.json` holds the same; lists are words set apart by spaces. */
export interface LanguageFile {
  readonly leading: string;
  readonly numbered: string;
  readonly abbreviations: string;
  readonly starters: string;
  readonly fused: Readonly<Record<string, number>>;
  readonly hyphenJoins: boolean;
  readonly prefixes: string;
  readonly hyphenJoinsDigits: boolean;
  readonly splitsInitials: boolean;
  readonly units: string;
  readonly clitics: boolean;
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').filter((word) => word !== ''));
}

/** The sets of a language's file, and the weights of its model of sentence ends in base64. */
export function languageData(file: LanguageFile, boundaries?: { readonly steps: string }): LanguageData {
  return {
    ...file,
    boundaries: boundaries && new Int8Array(Buffer.from(boundaries.steps, 'base64')),
    leading: wordSet(file.leading),
    numbered: wordSet(file.numbered),
    abbreviations: wordSet(file.abbreviations),
    starters: wordSet(file.starters),
    fused: new Map(Object.entries(file.fused)),
    prefixes: wordSet(file.prefixes),
    units: wordSet(file.units),
  };
}
