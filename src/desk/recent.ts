import { countRecent, type DocumentSummary, recentDocuments } from '../register/index.ts';
import type { Desk } from './desk.ts';

/** What was added last, and how much of it is new. */
export interface Recent {
  /** How many documents were added since the moment. */
  readonly fresh: number;
  readonly documents: readonly DocumentSummary[];
}

/**
 * The documents added last; where some were added since a moment (an ISO time) those alone. `pairs` narrows them to some pairs.
 */
export async function recent(
  { register }: Desk,
  { since, pairs, limit = 8 }: { since?: string | undefined; pairs?: readonly string[] | undefined; limit?: number },
): Promise<Recent> {
  const fresh = since === undefined ? 0 : await countRecent(register, { since, pairs });
  return { fresh, documents: await recentDocuments(register, { since: fresh > 0 ? since : undefined, pairs }, limit) };
}
