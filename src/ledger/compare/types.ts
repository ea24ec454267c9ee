import type { ActorId, Area } from '../../model/index.ts';
import type { CommitmentMention, DocumentEntry } from '../entry/types.ts';

/** The fields in which two accounts of one undertaking may differ. */
export const DIFFERENCES = ['strength', 'target', 'deadline', 'parties', 'areas'] as const;
export type DifferenceField = (typeof DIFFERENCES)[number];

/** One field that two accounts give differently; a value is absent where an account does not say. */
export interface Difference {
  readonly field: DifferenceField;
  readonly a?: string | undefined;
  readonly b?: string | undefined;
}

/** One undertaking that both accounts tell of, with the words of both. */
export interface SharedCommitment {
  readonly a: CommitmentMention;
  readonly b: CommitmentMention;
  readonly differences: readonly Difference[];
}

/** What share of its text an account gave to an area, and as which it came to it; absent where it did not. */
export interface AreaWeight {
  readonly area: Area;
  readonly a?: { readonly rank: number; readonly share: number } | undefined;
  readonly b?: { readonly rank: number; readonly share: number } | undefined;
}

/** Two accounts of one meeting set side by side. */
export interface SidesComparison {
  readonly a: DocumentEntry;
  readonly b: DocumentEntry;
  readonly both: readonly SharedCommitment[];
  readonly onlyA: readonly CommitmentMention[];
  readonly onlyB: readonly CommitmentMention[];
  /** Pairs that may be one undertaking, for a person to decide. */
  readonly unsure: readonly SharedCommitment[];
  readonly areas: readonly AreaWeight[];
  /** One line a side: what it left out. */
  readonly leftOut: { readonly a: string; readonly b: string };
  readonly sides: { readonly a?: ActorId | undefined; readonly b?: ActorId | undefined };
}
