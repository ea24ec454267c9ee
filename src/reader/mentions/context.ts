import type { Doc } from '../../language/index.ts';
import type { ActorId, DocumentFacts, IsoDate } from '../../model/index.ts';
import type { Block, Mention } from '../setting.ts';
import type { Said } from './discourse.ts';
import type { People } from './people.ts';

/** What all resolvers know of the document. */
export interface Context {
  readonly doc: Doc;
  readonly facts: DocumentFacts;
  readonly date: IsoDate | undefined;
  /** The state whose official voice the document is. */
  readonly side: ActorId | undefined;
  /** The state that “the President” without more is of: the publisher's, else that of the first person named with a bare office. */
  readonly home: ActorId | undefined;
  /** The state where it was written. */
  readonly here: ActorId | undefined;
  readonly people: People;
  readonly parties: readonly ActorId[];
}

/** Where a phrase stands: its sentence and block, and what has been said before, the latest first. */
export interface Moment {
  readonly sentence: number;
  /** The first token of the sentence. */
  readonly start: number;
  readonly block: Block;
  readonly said: readonly Said[];
  /** States named so far, also as places, the latest first. */
  readonly named: readonly { readonly state: ActorId; readonly sentence: number }[];
}

/** Whom a phrase means and how that is known. */
export type Resolution = Pick<Mention, 'kind' | 'actors' | 'by' | 'confidence' | 'names'>;
