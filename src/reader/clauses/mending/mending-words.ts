/** What the mending of trees needs to know of a language. */
export interface MendingWords extends FormWords {
  /** Lemmas of verbs that govern a content clause: “…, the Minister said”. */
  readonly reporting: ReadonlySet<string>;
  /** Verbs of remarks that govern none: “…, pointing to the drought”. */
  readonly remarking: ReadonlySet<string>;
  /** Verbs that a tagger takes for nouns where no “to” stands before them. */
  readonly actions: ReadonlySet<string>;
  /** Endings that only verbs have. */
  readonly verbEndings: readonly string[];
  readonly infinitiveMarks: ReadonlySet<string>;
  /** Conjunctions that open a content clause. */
  readonly that: ReadonlySet<string>;
  /** Auxiliaries of the future. */
  readonly futureAuxiliaries: ReadonlySet<string>;
  /** Lemmas that the frames know, and the endings by which forms of them are told. */
  readonly known: ReadonlyMap<string, unknown>;
  /** Nouns that the frames ask for, and what may stand at a noun's end. */
  readonly nouns: ReadonlySet<string>;
  readonly nounEndings: readonly string[];
  readonly irregulars: Readonly<Record<string, string>>;
  readonly inflections: readonly (readonly [ending: string, instead: string])[];
}

/** Word forms that leave no doubt, whatever a tagger makes of them. */
export interface FormWords {
  /** Forms of the future by their lemma: «выделит», «примут». */
  readonly futureForms: ReadonlyMap<string, string>;
  /** Short passive participles by the verb's lemma: «достигнута», «решено». */
  readonly participleForms: ReadonlyMap<string, string>;
  /** Short adjectives that govern an infinitive: «готова», «намерены». */
  readonly shortPredicates: ReadonlyMap<string, string>;
  readonly infinitiveEndings: readonly string[];
  /** How perfective verbs that no list has are told: prefix, ending, and endings of imperfective ones that look alike. */
  readonly perfectivePrefixes: readonly string[];
  readonly perfectiveEndings: readonly string[];
  readonly imperfectiveEndings: readonly string[];
}
