import type { IsoDate } from '../../model/index.ts';
import { commitmentRecord } from './commitments.ts';
import { instrumentRecord } from './instruments.ts';
import { meetingRecord } from './meetings.ts';
import type { CommitmentRecord, LedgerRecord } from './types.ts';

/** Anything told by a document. */
interface Told {
  readonly document: string;
}

/** The record as it stood on a day: without what was published later, also of earlier talks. What people ruled is kept. */
export function recordAsOf(record: LedgerRecord, asOf: IsoDate): LedgerRecord {
  const isKnown = ({ document }: Told) => (record.documents.get(document)?.publishedAt ?? '') <= asOf;
  const isWhole = (mentions: readonly Told[]) => mentions.every(isKnown);
  const commitments = record.commitments.flatMap((one) =>
    isWhole(one.mentions) ? [one] : earlierCommitment(one, isKnown, record),
  );
  return {
    ...record,
    documents: new Map([...record.documents].filter(([document]) => isKnown({ document }))),
    meetings: record.meetings.flatMap((one) => {
      const known = one.mentions.filter(isKnown);
      return known.length === 0 ? [] : isWhole(one.mentions) ? [one] : [meetingRecord(known)];
    }),
    commitments: commitments.map((one) =>
      isWhole(one.evidence.map(({ mention }) => mention))
        ? one
        : { ...one, evidence: one.evidence.filter(({ mention }) => isKnown(mention)) },
    ),
    instruments: record.instruments.flatMap((one) => {
      const known = one.mentions.filter(isKnown);
      return known.length === 0 ? [] : isWhole(one.mentions) ? [one] : [instrumentRecord(known)];
    }),
    progress: record.progress.filter(isKnown),
  };
}

/** A commitment by those of its mentions that were known. */
function earlierCommitment(
  one: CommitmentRecord,
  isKnown: (mention: Told) => boolean,
  { reprints }: LedgerRecord,
): CommitmentRecord[] {
  const known = one.mentions.filter(isKnown);
  if (known.length === 0) return [];
  const headOf = (document: string) =>
    reprints.find((cluster) => cluster.reprints.some((reprint) => reprint.document === document))?.head ?? document;
  const { evidence, revises, revisedBy, ruled, meeting } = one;
  return [{ ...commitmentRecord(known, headOf), evidence, revises, revisedBy, ruled, meeting }];
}
