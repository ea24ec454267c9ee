import { linkAll } from '../links/link.ts';
import { deriveRecord } from '../record/derive.ts';
import type { LedgerRecord } from '../record/types.ts';
import { applyDecisions, type Decided, type Proposed } from './apply.ts';
import type { Ruling } from './types.ts';

/** The current record: derived from what the machine proposes and what people decided, with their notes and what could not be attached. */
export interface DecidedRecord extends LedgerRecord, Pick<Decided, 'notes' | 'unattached'> {}

/** Derives the current record; links that are stored need not be found again. */
export function deriveDecided(
  { entries, links = linkAll(entries) }: Pick<Proposed, 'entries'> & Partial<Proposed>,
  decisions: readonly Ruling[],
): DecidedRecord {
  const { notes, unattached, ...decided } = applyDecisions({ entries, links }, decisions);
  return { ...deriveRecord(decided), notes, unattached };
}
