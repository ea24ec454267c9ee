import type { ActorId } from '../../model/index.ts';
import type { ClauseWords, Tree } from '../clauses/index.ts';
import type { WithQuotes } from '../setting.ts';
import type { Cast } from './cast.ts';
import type { FrameIndex } from './frame.ts';
import type { Reading } from './interpret.ts';
import type { Match } from './match.ts';
import type { Proposition, ToldClause } from './proposition.ts';

/** A performative whose contents follow as a list. */
export interface Opening {
  readonly reading: Reading;
  readonly match: Match;
}

/** What the sentences of a document are read with, and where the findings go. */
export interface Sentences {
  readonly setting: WithQuotes;
  readonly tree: Tree;
  readonly words: ClauseWords;
  readonly index: FrameIndex;
  readonly cast: Cast;
  /** Nouns that give way to what they govern: “the need to …”. */
  readonly transparent: ReadonlySet<string>;
  /** Predicates that are read already. */
  readonly seen: Set<number>;
  /** The first token of the text proper of the block being read. */
  body: number;
  /** The document that the paragraph has been reporting, and the block in which. */
  basis: { readonly block: number; readonly instrument: string } | undefined;
  /** Performatives that introduce lists, by the first token of their block. */
  readonly openings: Map<number, Opening>;
  /** Whose view each sentence gives, as far as it was asked. */
  readonly attributions: Map<number, ActorId | undefined>;
  readonly propositions: Proposition[];
  readonly told: ToldClause[];
}
