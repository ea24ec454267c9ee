import {
  compareSides,
  type DecidedRecord,
  type LedgerEntry,
  type MeetingRecord,
  type SidesComparison,
} from '../ledger/index.ts';
import { type IsoDate, ReadoutError } from '../model/index.ts';
import {
  type DocumentSummary,
  documentsById,
  entriesOf,
  type FindingKind,
  findPair,
  pairsOfFinding,
} from '../register/index.ts';
import type { Desk } from './desk.ts';
import { pairRecord } from './pair-record.ts';
import { type CommitmentView, commitmentViews, today } from './pairs.ts';

/** An undertaking with its history; `documents` are those that its mentions and evidence come from, `related` those of its meeting. */
export interface CommitmentPage extends CommitmentView {
  readonly pair: string;
  readonly asOf: IsoDate;
  readonly documents: readonly DocumentSummary[];
  readonly meeting: MeetingRecord | undefined;
}

/** A meeting with its accounts, and each two accounts of it by different sides set side by side. */
export interface MeetingPage {
  readonly pair: string;
  readonly record: MeetingRecord;
  readonly commitments: readonly CommitmentView[];
  readonly documents: readonly DocumentSummary[];
  readonly comparisons: readonly SidesComparison[];
}

/** The undertaking that a finding is a mention of, as of a day. Throws `not-found`. */
export async function commitment(desk: Desk, id: string, asOf: IsoDate = today()): Promise<CommitmentPage> {
  const { pair, record } = await recordWith(desk, 'commitment', id);
  const view = commitmentViews(record, asOf).find(({ record: { mentions } }) => mentions.some((one) => one.id === id));
  if (view === undefined) throw notFound('commitment', id);
  const { mentions, evidence, meeting } = view.record;
  const sources = [...mentions, ...evidence.map(({ mention }) => mention)].map(({ document }) => document);
  return {
    ...view,
    pair,
    asOf,
    documents: await documentsById(desk.register, [...new Set(sources)]),
    meeting: record.meetings.find((one) => one.id === meeting),
  };
}

/** The meeting that a finding is an account of. Throws `not-found`. */
export async function meeting(desk: Desk, id: string): Promise<MeetingPage> {
  const { pair, record } = await recordWith(desk, 'meeting', id);
  const found = record.meetings.find(({ mentions }) => mentions.some((one) => one.id === id));
  if (found === undefined) throw notFound('meeting', id);
  const ids = [...new Set(found.mentions.map(({ document }) => document))];
  return {
    pair,
    record: found,
    commitments: commitmentViews(record, today()).filter((view) => view.record.meeting === found.id),
    documents: await documentsById(desk.register, ids),
    comparisons: comparisonsOf(record, await entriesOf(desk.register, ids)),
  };
}

/** Each two accounts by different sides; a reprint is no account of its own. */
function comparisonsOf(record: DecidedRecord, entries: readonly LedgerEntry[]): SidesComparison[] {
  const reprints = new Set(record.reprints.flatMap((cluster) => cluster.reprints.map(({ document }) => document)));
  const sided = entries.filter(({ document: { id, side } }) => side !== undefined && !reprints.has(id));
  return sided.flatMap((a, index) =>
    sided
      .slice(index + 1)
      .filter((b) => a.document.side !== b.document.side)
      .map((b) => compareSides(record, a, b)),
  );
}

async function recordWith({ register }: Desk, kind: FindingKind, id: string) {
  for (const pair of await pairsOfFinding(register, kind, id)) {
    const summary = await findPair(register, pair);
    if (summary !== undefined) return { pair, record: await pairRecord(register, pair, summary.revision) };
  }
  throw notFound(kind, id);
}

function notFound(what: string, id: string): ReadoutError {
  return new ReadoutError(
    'not-found',
    `the register has no ${what}`,
    id,
    'look for it in the dossier of its pair or by search',
  );
}
