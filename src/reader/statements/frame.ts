import { z } from 'zod';
import { ACTS, type Language } from '../../model/index.ts';

/**
 * How a predicate is read: which words, in which construction, do which act.
 * `$name` stands for the words of a class; see docs/rules.md.
 */
export const Frame = z.strictObject({
  id: z.string(),
  /**
   * `act`: the clause is one statement. `undertake`: what it governs is undertaken. `report`: what it governs is told for its own
   * sake, by the subject. `view`: a position, hope or judgement; what it governs is part of it. `pass`: read what it governs instead.
   */
  kind: z.enum(['act', 'undertake', 'report', 'view', 'pass']),
  act: z.enum(ACTS),
  /** Lemmas of the verb, or of the noun or adjective that is the predicate. */
  lemmas: z.array(z.string()),
  /** The predicate is a noun; without it a verb or adjective. */
  pos: z.literal('noun').optional(),
  /** One of these words stands with the predicate: a particle, or the preposition of a complement. */
  with: z.array(z.string()).optional(),
  /** One of these is the object (of a passive: the subject), or the noun that the preposition of `with` governs. */
  objects: z.array(z.string()).optional(),
  notObjects: z.array(z.string()).optional(),
  subjects: z.array(z.string()).optional(),
  voice: z.enum(['active', 'passive']).optional(),
  /** There is something acted on. */
  transitive: z.boolean().optional(),
  /** One of these is the predicative complement: “remain *committed*”, “call it *illegal*”. */
  complements: z.array(z.string()).optional(),
  /** Whether a resolved actor must be the object or stand behind one of the prepositions `to`. */
  toActor: z.boolean().optional(),
  /** What it governs, in the order of trial: `inf`, `that`, `object`, `noun` (an attribute without preposition) or a preposition. */
  takes: z.array(z.string()).optional(),
  /** It is read so only where something that it takes is there. */
  needsContent: z.boolean().optional(),
  /** Strength of what is undertaken (codebook, section 5). */
  strength: z.literal([1, 2, 3, 4, 5]).optional(),
  modality: z.enum(['actual', 'planned', 'desired', 'hypothetical']).optional(),
  reaffirms: z.boolean().optional(),
  /** The clause denies the act by its words (“called off the visit”). */
  polarity: z.literal('negative').optional(),
  /** How it is read where one side alone does it: a joint decision is agreed, one government's is its pledge. */
  alone: z.strictObject({ act: z.enum(ACTS), strength: z.literal([1, 2, 3, 4, 5]) }).optional(),
  /** Whose undertaking a content clause is: its own subject's unless the frame says the speaker's. */
  binds: z.literal('subject').optional(),
  /** The noun of `objects` is itself what is undertaken: “announced *two initiatives*”. */
  objectIsContent: z.boolean().optional(),
  /** Where the targets stand: `object`, `recipient`, or prepositions. */
  targets: z.array(z.string()).optional(),
  /** Both sides do it: the actor of the object or behind these prepositions is a source too. */
  together: z.array(z.string()).optional(),
  /** It is read so only where the clause is denied. */
  onlyDenied: z.boolean().optional(),
  /** What the clause means when it is denied. */
  negated: z
    .strictObject({
      act: z.enum(ACTS),
      modality: z.enum(['actual', 'planned', 'desired', 'hypothetical']).optional(),
      polarity: z.enum(['positive', 'negative']).optional(),
    })
    .optional(),
  reason: z.string().optional(),
  /** A sentence of our own that the frame reads, and what is read in it: acts in order and the number of commitments. */
  example: z.string(),
  gives: z.array(z.enum(ACTS)),
  commits: z.int().nonnegative().optional(),
});
export type Frame = z.infer<typeof Frame>;

export const Lexicon = z.strictObject({
  language: z.string(),
  classes: z.record(z.string(), z.array(z.string())),
  frames: z.array(Frame),
});

/** A frame with its word lists as sets. */
export interface ReadyFrame extends Omit<Frame, 'with' | 'objects' | 'notObjects' | 'subjects' | 'complements'> {
  readonly with?: ReadonlySet<string>;
  readonly objects?: ReadonlySet<string>;
  readonly notObjects?: ReadonlySet<string>;
  readonly subjects?: ReadonlySet<string>;
  readonly complements?: ReadonlySet<string>;
}

/** The frames of one language by the lemma of their predicate, in the order of trial, and its word classes. */
export interface FrameIndex {
  readonly language: Language;
  readonly byLemma: ReadonlyMap<string, readonly ReadyFrame[]>;
  readonly frames: readonly Frame[];
  /** Lemmas of predicates that govern a content clause. */
  readonly reporting: ReadonlySet<string>;
  /** The nouns that frames ask for. */
  readonly nouns: ReadonlySet<string>;
  readonly classes: Readonly<Record<string, ReadonlySet<string>>>;
}
