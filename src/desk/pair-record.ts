import { type DecidedRecord, deriveDecided } from '../ledger/index.ts';
import { decisionsOfPair, entriesOfPair, keepRecord, keptRecord, linksFrom, type Register } from '../register/index.ts';
import { packRecord, unpackRecord } from './packed-record.ts';

/** How many pairs' records are kept in memory; the one used longest ago goes first. */
const KEPT = 24;

/** Raised with every change of how the ledger derives records or of how they are packed: those on disk are derived anew then. */
const VERSION = '1';

/** From so many undertakings on it is quicker to read a record from disk than to derive it. */
const LARGE = 150;

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
  const current = known?.revision === revision ? known : { revision, record: loadPair(register, pair, revision) };
  records.set(pair, current);
  if (records.size > KEPT) records.delete(records.keys().next().value ?? '');
  // A failure must not be remembered.
  current.record.catch(() => records.delete(pair));
  return current.record;
}

/** The current record of a pair, as it is on disk or derived; a large one is on disk afterwards. It is not kept in memory. */
export async function loadPair(register: Register, pair: string, revision: number): Promise<DecidedRecord> {
  const key = { pair, revision, version: VERSION };
  const packed = await keptRecord(register, key);
  if (packed !== undefined) return unpackRecord(packed);
  const record = await derivePair(register, pair);
  if (record.commitments.length >= LARGE) await keepRecord(register, key, packRecord(record));
  return record;
}

async function derivePair(register: Register, pair: string): Promise<DecidedRecord> {
  const entries = await entriesOfPair(register, pair);
  const ids = entries.flatMap(({ document, meetings, commitments, progress, instruments }) =>
    [document, ...meetings, ...commitments, ...progress, ...instruments].map(({ id }) => id),
  );
  const links = await linksFrom(register, ids);
  return deriveDecided({ entries, links }, await decisionsOfPair(register, pair));
}
