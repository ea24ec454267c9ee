import type { Act, ActorId, Strength } from '../../model/index.ts';
import type { Clause, Mood, Range } from '../clauses/index.ts';

/** Something that a clause undertakes; the commitments are made of these. */
export interface Undertaking {
  readonly head: number;
  /** The action without subject, performative and condition. */
  readonly range: Range;
  readonly strength: Strength;
  /** By which rule the strength is so: a frame, the future, the document. */
  readonly strengthBy: string;
  readonly conditional: boolean;
  readonly reaffirms: boolean;
  /** The actors bound, as the text names them; empty where it leaves them to the document. */
  readonly bound: readonly ActorId[];
  readonly boundBy: BoundBy;
  /** Tokens before the action in which a deadline for it may stand, and those of the action. */
  readonly deadlineIn: Range;
  /** The document that it is made in, as worded. */
  readonly instrument?: string;
}

/** How the parties of an undertaking were found. */
export type BoundBy =
  | 'subject'
  | 'content-subject'
  | 'noun'
  | 'instructed'
  | 'agent'
  | 'speaker'
  | 'document'
  | 'accepted';

/** What one clause says: a statement, and what it undertakes. */
export interface Proposition {
  readonly clause: Clause;
  /** The frame or the general rule that read it. */
  readonly rule: string;
  readonly range: Range;
  readonly act: Act;
  readonly speaker?: ActorId;
  readonly sources: readonly ActorId[];
  readonly targets: readonly ActorId[];
  /** Whether the targets gain by it: those that the text names, or the other side where something is given. */
  readonly benefits: boolean;
  readonly negative: boolean;
  readonly mood: Mood;
  readonly quoted: boolean;
  readonly undertaking?: Undertaking;
  /** What is proposed, requested or invited to: a commitment where it is accepted. */
  readonly asked?: { readonly head: number; readonly range: Range };
}

/** A clause that was read, whether or not it became a statement: progress is looked for in all of them. */
export interface ToldClause {
  readonly clause: Clause;
  readonly range: Range;
  /** The rule's id where a frame was matched. */
  readonly rule?: string;
  readonly mood: Mood;
  /** Whether what it governs is undertaken by it (“set the task of …”). */
  readonly undertakes: boolean;
}
