import { type DecidedRecord, deriveDecided } from '../ledger/index.ts';
import { decisionsOfPair, entriesOfPair, linksFrom, type Register } from '../register/index.ts';

/** How many pairs' records are kept in memory; the one used longest ago goes first. */
const KEPT = 24;

interface Kept {
  readonly revision: number;
  readonly record: Promise<DecidedRecord>;
}

const kept = new WeakMap<Register, Map<string, Kept>>();

/** The current record of a pair at a revision, derived from what the machine proposes and what people decided. */
export function pairRecord(register: Register, pair: string, revision: number): Promise<DecidedRecord> {
  const records = kept.get(register) ?? new Map<string, Kept>();
  kept.set(register, records);
  const known = records.get(pair);
  records.delete(pair);
  const current = known?.revision === revision ? known : { revision, record: derivePair(register, pair) };
  records.set(pair, current);
  if (records.size > KEPT) records.delete(records.keys().next().value ?? '');
  // A failure must not be remembered.
  current.record.catch(() => records.delete(pair));
  return current.record;
}

/** The current record of a pair, derived without keeping it in memory. */
export async function derivePair(register: Register, pair: string): Promise<DecidedRecord> {
  const entries = await entriesOfPair(register, pair);
  const ids = entries.flatMap(({ document, meetings, commitments, progress, instruments }) =>
    [document, ...meetings, ...commitments, ...progress, ...instruments].map(({ id }) => id),
  );
  const links = await linksFrom(register, ids);
  return deriveDecided({ entries, links }, await decisionsOfPair(register, pair));
}
