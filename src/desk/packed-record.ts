import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type {
  CommitmentRecord,
  DecidedRecord,
  InstrumentRecord,
  MeetingRecord,
  Mention,
  MentionKind,
} from '../ledger/index.ts';

/** The mentions of a record by their kinds; what tells of one gives its place in its list, since many things tell of the same. */
type Mentions = { readonly [Kind in MentionKind]: Extract<Mention, { kind: Kind }>[] };

interface Place {
  readonly kind: CommitmentRecord['evidence'][number]['mention']['kind'];
  readonly at: number;
}

type Told<Record extends { readonly mentions: unknown }> = Omit<Record, 'mentions'> & {
  readonly mentions: readonly number[];
};

interface PackedCommitment extends Omit<CommitmentRecord, 'mentions' | 'reaffirmations' | 'evidence'> {
  readonly mentions: readonly number[];
  readonly reaffirmations: readonly number[];
  readonly evidence: readonly (Omit<CommitmentRecord['evidence'][number], 'mention'> & { readonly mention: Place })[];
}

/** A record as JSON: what is one object in it stays one, so that it is small and quick to read. */
interface Packed extends Omit<DecidedRecord, 'documents' | 'meetings' | 'commitments' | 'instruments' | 'progress'> {
  readonly all: Mentions;
  readonly documents: readonly (readonly [string, NonNullable<ReturnType<DecidedRecord['documents']['get']>>])[];
  readonly meetings: readonly Told<MeetingRecord>[];
  readonly commitments: readonly PackedCommitment[];
  readonly instruments: readonly Told<InstrumentRecord>[];
  readonly progress: readonly number[];
}

/** A record as compressed bytes, to be kept. */
export function packRecord(record: DecidedRecord): Uint8Array {
  const all: Mentions = { meeting: [], commitment: [], instrument: [], progress: [] };
  const places = new Map<Mention, number>();
  const placeOf = (mention: Mention): number => {
    const known = places.get(mention);
    if (known !== undefined) return known;
    const list: Mention[] = all[mention.kind];
    places.set(mention, list.length);
    return list.push(mention) - 1;
  };
  const told = <One extends { readonly mentions: readonly Mention[] }>(one: One) => ({
    ...one,
    mentions: one.mentions.map(placeOf),
  });
  const packed: Packed = {
    ...record,
    documents: [...record.documents],
    meetings: record.meetings.map(told),
    commitments: record.commitments.map((one) => ({
      ...told(one),
      reaffirmations: one.reaffirmations.map(placeOf),
      evidence: one.evidence.map(({ mention, ...rest }) => ({
        ...rest,
        mention: { kind: mention.kind, at: placeOf(mention) },
      })),
    })),
    instruments: record.instruments.map(told),
    progress: record.progress.map(placeOf),
    all,
  };
  return zstdCompressSync(JSON.stringify(packed));
}

/** The record in bytes that `packRecord` made. */
export function unpackRecord(bytes: Uint8Array): DecidedRecord {
  const { all, ...packed }: Packed = JSON.parse(zstdDecompressSync(bytes).toString());
  const { meeting, commitment, instrument, progress } = all;
  const from =
    <One>(list: readonly One[]) =>
    (at: number): One => {
      const one = list[at];
      if (one === undefined) throw new RangeError('a place without its mention');
      return one;
    };
  const evidenceIn = { meeting: from(meeting), instrument: from(instrument), progress: from(progress) };
  return {
    ...packed,
    documents: new Map(packed.documents),
    meetings: packed.meetings.map((one) => ({ ...one, mentions: one.mentions.map(from(meeting)) })),
    commitments: packed.commitments.map((one) => ({
      ...one,
      mentions: one.mentions.map(from(commitment)),
      reaffirmations: one.reaffirmations.map(from(commitment)),
      evidence: one.evidence.map(({ mention: { kind, at }, ...rest }) => ({ ...rest, mention: evidenceIn[kind](at) })),
    })),
    instruments: packed.instruments.map((one) => ({ ...one, mentions: one.mentions.map(from(instrument)) })),
    progress: packed.progress.map(from(progress)),
  };
}
