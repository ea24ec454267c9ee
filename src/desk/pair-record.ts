import { type DecidedRecord, deriveDecided } from '../ledger/index.ts';
import { decisionsOfPair, entriesOfPair, keepRecord, keptRecord, linksFrom, type Register } from '../register/index.ts';
import { packRecord, unpackRecord } from './packed-record.ts';

/** Raised with every change of how the ledger derives records or of how they are packed: those on disk are derived anew then. */
const VERSION = '1';

/** From so many undertakings on it is quicker to read a record from disk than to derive it. */
const LARGE = 150;

/** Records with so many mentions of undertakings are kept in memory, and always the latest; those used longest ago go first. */
const MOST_MENTIONS = 30_000;

interface Kept {
  readonly revision: number;
  readonly record: Promise<DecidedRecord>;
  /** Its mentions of undertakings, once it is there. */
  mentions: number;
}

const kept = new WeakMap<Register, Map<string, Kept>>();

/** The current record of a pair at a revision, derived from what the machine proposes and what people decided. */
export function pairRecord(register: Register, pair: string, revision: number): Promise<DecidedRecord> {
  const records = kept.get(register) ?? new Map<string, Kept>();
  kept.set(register, records);
  const known = records.get(pair);
  const current =
    known?.revision === revision ? known : { revision, record: recordOf(register, pair, revision), mentions: 0 };
  // The one used last stands last.
  records.delete(pair);
  records.set(pair, current);
  if (current !== known) void settle(records, pair, current);
  return current.record;
}

/** Nothing is written: what is only asked for must wait for no writer. */
async function recordOf(register: Register, pair: string, revision: number): Promise<DecidedRecord> {
  return (await recordOnDisk(register, pair, revision)) ?? derivePair(register, pair);
}

/** Counts a record once it is there and makes room for it; a failure is not remembered. */
async function settle(records: Map<string, Kept>, pair: string, current: Kept): Promise<void> {
  try {
    const { commitments } = await current.record;
    current.mentions = commitments.reduce((sum, { mentions }) => sum + mentions.length, 0);
    let all = [...records.values()].reduce((sum, { mentions }) => sum + mentions, 0);
    for (const [other, { mentions }] of records) {
      if (all <= MOST_MENTIONS || records.size === 1) break;
      records.delete(other);
      all -= mentions;
    }
  } catch {
    if (records.get(pair) === current) records.delete(pair);
  }
}

/** The current record of a pair, as it is on disk or derived; a large one is on disk afterwards. It is not kept in memory. */
export async function loadPair(register: Register, pair: string, revision: number): Promise<DecidedRecord> {
  const known = await recordOnDisk(register, pair, revision);
  if (known !== undefined) return known;
  const record = await derivePair(register, pair);
  if (record.commitments.length >= LARGE)
    await keepRecord(register, { pair, revision, version: VERSION }, packRecord(record));
  return record;
}

async function recordOnDisk(register: Register, pair: string, revision: number): Promise<DecidedRecord | undefined> {
  const packed = await keptRecord(register, { pair, revision, version: VERSION });
  return packed === undefined ? undefined : unpackRecord(packed);
}

async function derivePair(register: Register, pair: string): Promise<DecidedRecord> {
  const entries = await entriesOfPair(register, pair);
  const ids = entries.flatMap(({ document, meetings, commitments, progress, instruments }) =>
    [document, ...meetings, ...commitments, ...progress, ...instruments].map(({ id }) => id),
  );
  const links = await linksFrom(register, ids);
  return deriveDecided({ entries, links }, await decisionsOfPair(register, pair));
}
