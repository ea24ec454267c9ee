/** What a link says of its two ends. `a` and `b` are mention ids, or document ids for `reprint` and `version`. */
export type LinkKind = 'reprint' | 'version' | 'same-meeting' | 'same-commitment' | 'progress-of' | 'revises';

/** `unsure` goes to review; a link whose outcome is `different` is not kept. */
export type Outcome = 'same' | 'unsure' | 'different';

/**
 * A proposal of the machine that two things belong together. It follows from its two ends alone, so that the order in which
 * documents come does not matter. Symmetric kinds have `a < b`; of `progress-of`, `a` is the progress (or instrument) and `b` the
 * commitment; of `revises`, `a` is the later commitment and `b` the one whose target it replaces.
 */
export interface Link {
  readonly kind: LinkKind;
  readonly a: string;
  readonly b: string;
  readonly outcome: Exclude<Outcome, 'different'>;
  /** Probability that the link holds, by the scorer. */
  readonly score: number;
  /** What spoke for it, largest first: `n:lpn`, `same target`. */
  readonly reasons: readonly string[];
}

/** Where a mention or document waits to be compared: only what shares a key is ever scored. */
export interface Block {
  readonly item: string;
  readonly key: string;
}
