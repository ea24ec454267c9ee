import { z } from 'zod';
import type { Language } from '../../model/index.ts';
import en from '../languages/en/clauses.json' with { type: 'json' };
import ru from '../languages/ru/clauses.json' with { type: 'json' };

const Words = z.array(z.string());

/** The function words by which clauses are told apart in one language; all by lemma, phrases by their words. */
const ClauseWords = z.strictObject({
  negators: Words,
  /** Pronouns that deny the clause they stand in. */
  negativeWords: Words,
  /** Auxiliaries and what they make of their verb; `would` is settled by its surroundings. */
  auxiliaries: z.record(z.string(), z.enum(['planned', 'desired', 'hypothetical', 'would'])),
  copulas: Words,
  infinitiveMarks: Words,
  relatives: Words,
  firstPersons: Words,
  /** Words or phrases that open a condition. */
  conditions: Words,
  /** Conjunctions of clauses that are told for their own sake (`state`), or only where they name an event. */
  subordinate: z.strictObject({ state: Words, event: Words }),
  /** Prepositions of the agent of a passive. */
  agents: Words,
  /** Phrases before the person whose view a clause gives. */
  attributions: Words,
  /** Phrases before the document that a clause reports. */
  bases: Words,
  /** Nouns that act for the state or organization named within them. */
  collectives: Words,
  /** Words that continue what the sentence before began. */
  also: Words,
  bullets: Words,
  /** Adverbs that make a verb with another: “hand *over*”. */
  particles: Words,
  /** Verbs that say only by what means something is done: “*work* with them to build …”. */
  means: Words,
  /** Conjunctions that open a content clause. */
  that: Words,
  /** Conjunctions before one's own or another's earlier word: “*as* we promised”. */
  recalling: Words,
  /** Nouns that with a preposition say on what ground or when, never what: “on the *basis* of”. */
  adjuncts: Words,
  /** Verbs that a tagger may take for nouns where they stand in a list of infinitives. */
  actions: Words,
  /** Endings that only verbs have. */
  verbEndings: Words,
  /** Endings of verb forms and what the lemma has instead, to find the lemmas of forms that the lemmatizer left as they are. */
  irregulars: z.record(z.string(), z.string()),
  inflections: z.array(z.tuple([z.string(), z.string()])),
});
export type ClauseWords = Omit<z.infer<typeof ClauseWords>, SetKey> &
  Readonly<Record<SetKey, ReadonlySet<string>>> & {
    /** Conditions, attributions and bases as word sequences by their first word. */
    /** Auxiliaries that make a plan of their verb. */
    readonly futures: ReadonlySet<string>;
    readonly phrases: Readonly<Record<PhraseKey, PhraseTable>>;
  };

type SetKey =
  | 'negators'
  | 'negativeWords'
  | 'copulas'
  | 'infinitiveMarks'
  | 'relatives'
  | 'firstPersons'
  | 'agents'
  | 'collectives'
  | 'also'
  | 'bullets'
  | 'particles'
  | 'means'
  | 'that'
  | 'recalling'
  | 'adjuncts'
  | 'actions';
type PhraseKey = 'conditions' | 'attributions' | 'bases';

/** Word sequences by their first word, the longest first. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The languages that have clause data; texts in others get no statements. */
const BY_LANGUAGE: Partial<Record<Language, ClauseWords>> = { en: prepared(en), ru: prepared(ru) };

/** The function words of a language; undefined where it has none yet. */
export function clauseWordsOf(language: Language): ClauseWords | undefined {
  return BY_LANGUAGE[language];
}

function prepared(data: unknown): ClauseWords {
  const words = ClauseWords.parse(data);
  return {
    ...words,
    negators: new Set(words.negators),
    negativeWords: new Set(words.negativeWords),
    copulas: new Set(words.copulas),
    infinitiveMarks: new Set(words.infinitiveMarks),
    relatives: new Set(words.relatives),
    firstPersons: new Set(words.firstPersons),
    agents: new Set(words.agents),
    collectives: new Set(words.collectives),
    also: new Set(words.also),
    bullets: new Set(words.bullets),
    particles: new Set(words.particles),
    means: new Set(words.means),
    that: new Set(words.that),
    recalling: new Set(words.recalling),
    adjuncts: new Set(words.adjuncts),
    actions: new Set(words.actions),
    futures: new Set(
      Object.entries(words.auxiliaries)
        .filter(([, mood]) => mood === 'planned' || mood === 'would')
        .map(([word]) => word),
    ),
    phrases: {
      conditions: phraseTable(words.conditions),
      attributions: phraseTable(words.attributions),
      bases: phraseTable(words.bases),
    },
  };
}

function phraseTable(phrases: readonly string[]): PhraseTable {
  const table = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const same = table.get(words[0]!) ?? [];
    table.set(
      words[0]!,
      [...same, words].sort((a, b) => b.length - a.length),
    );
  }
  return table;
}
