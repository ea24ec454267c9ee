import { z } from 'zod';

const Words = z.array(z.string());

/** The function words by which clauses are told apart in one language; all by lemma, phrases by their words. */
export const WordData = z.strictObject({
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
  /** Adverbs that make a verb with another: “hand *over*”. */
  particles: Words,
  /** Verbs that say only by what means something is done: “*work* with them to build …”. */
  means: Words,
  /** Conjunctions that open a content clause. */
  that: Words,
  /** Conjunctions before one's own or another's earlier word: “*as* we promised”. */
  recalling: Words,
  /** Verbs of remarks that govern no clause: “…, *pointing* to the drought”. */
  remarking: Words,
  /** Nouns that with a preposition say on what ground or when, never what: “on the *basis* of”. */
  adjuncts: Words,
  /** Verbs that a tagger may take for nouns where they stand in a list of infinitives. */
  actions: Words,
  /** Endings that only verbs have. */
  verbEndings: Words,
  /** Forms whose lemma follows no rule; endings of the others and what the lemma has instead: for forms that the lemmatizer left as they are. */
  irregulars: z.record(z.string(), z.string()),
  inflections: z.array(z.tuple([z.string(), z.string()])),
  /** Verbs whose present forms are the future; what their endings become; such forms that follow no rule, by lemma. */
  perfectives: Words,
  conjugation: z.array(z.tuple([z.string(), Words])),
  futures: z.record(z.string(), z.string()),
  /** Short passive participles and short adjectives that govern an infinitive, by lemma; the endings that both take. */
  participles: z.record(z.string(), z.string()),
  shortPredicates: z.record(z.string(), z.string()),
  shortEndings: Words,
  /** Endings of infinitives, where they tell one beside an auxiliary. */
  infinitiveEndings: Words,
  /** How perfective verbs that no list has are told: prefixes, endings, and endings of imperfective ones that look alike. */
  perfectivePrefixes: Words,
  perfectiveEndings: Words,
  imperfectiveEndings: Words,
  /** What a noun's lemma may end in where its form has a case ending, to find the lemmas that the frames know. */
  nounEndings: Words,
});
export type WordData = z.infer<typeof WordData>;
