import { type IsoDate, lastDayOf } from '../../model/index.ts';
import { recordAsOf } from '../record/as-of.ts';
import type { CommitmentRecord, LedgerRecord, ReprintCluster } from '../record/types.ts';
import { LAPSE_YEARS } from './rules.ts';
import { dayAfter, statusOf, yearsAfter } from './status.ts';
import type { Status } from './types.ts';

/** Days through which an undertaking kept its status and its deadline. */
export interface StatusSpan {
  readonly status: Status;
  /** The first day. */
  readonly since: IsoDate;
  /** The day on which it ended; absent where it lasts. */
  readonly until?: IsoDate | undefined;
  /** The last day of the deadline that was known then. */
  readonly deadline?: IsoDate | undefined;
}

type Standing = Pick<StatusSpan, 'status' | 'deadline'>;

/**
 * The course of every undertaking of a record, by its id: what its status and deadline were on each day, in the past as the record stood
 * then and in the future as time alone will change it. An undertaking whose day is unknown has none.
 */
export function coursesOf(record: LedgerRecord): ReadonlyMap<string, readonly StatusSpan[]> {
  const byId = new Map(record.commitments.map((one) => [one.id, one]));
  const clusters = clustersByDocument(record.reprints);
  return new Map(
    record.commitments.map((one) => {
      const revisers = one.revisedBy.flatMap((id) => byId.get(id) ?? []);
      return [one.id, courseOf(one, partOf(record, [one, ...revisers], clusters))];
    }),
  );
}

/** What of a record these undertakings depend on. */
function partOf(
  record: LedgerRecord,
  commitments: readonly CommitmentRecord[],
  clusters: ReadonlyMap<string, ReprintCluster>,
): LedgerRecord {
  const ids = new Set(commitments.flatMap(toldOf).map(({ document }) => document));
  const documents = [...ids].flatMap((id) => record.documents.get(id) ?? []);
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    reprints: [...new Set([...ids].flatMap((id) => clusters.get(id) ?? []))],
    commitments,
    versions: [],
    meetings: [],
    instruments: [],
    progress: [],
    unsure: [],
  };
}

/** The status can change on some days only: it is asked for on each of them, of the record as it stood then. */
function courseOf(one: CommitmentRecord, part: LedgerRecord): StatusSpan[] {
  const own = new Set(one.mentions.map(({ id }) => id));
  const published = [...new Set([...part.documents.values()].flatMap(({ publishedAt = [] }) => publishedAt))].sort();
  const spans: StatusSpan[] = [];
  let known: { readonly newest: IsoDate | undefined; readonly record: LedgerRecord } | undefined;
  let last: Standing | undefined;
  for (const day of daysOfChange(part)) {
    const newest = published.findLast((other) => other <= day);
    // Between two publications the record stays the same.
    if (known === undefined || known.newest !== newest) known = { newest, record: recordAsOf(part, day) };
    const now = standingOn(day, own, known.record);
    if (now?.status === last?.status && now?.deadline === last?.deadline) continue;
    const open = spans.at(-1);
    if (open !== undefined && last !== undefined) spans[spans.length - 1] = { ...open, until: day };
    if (now !== undefined) spans.push({ ...now, since: day });
    last = now;
  }
  return spans;
}

/** The status on a day by the record as it stood then. */
function standingOn(day: IsoDate, own: ReadonlySet<string>, { commitments }: LedgerRecord): Standing | undefined {
  const byId = new Map(commitments.map((one) => [one.id, one]));
  const known = commitments.find(({ mentions }) => mentions.some(({ id }) => own.has(id)));
  const status = known === undefined ? undefined : statusOf(known, day, (id) => byId.get(id));
  if (known === undefined || status === undefined) return undefined;
  const deadline = known.deadlines.findLast(({ date }) => date === undefined || date <= day)?.value;
  return { status: status.status, deadline: deadline === undefined ? undefined : lastDayOf(deadline) };
}

function toldOf({ mentions, evidence }: CommitmentRecord) {
  return [...mentions, ...evidence.map(({ mention }) => mention)];
}

/** The days on which a status may change, in their order: something is told, published or ruled, a deadline passes, silence grows too long. */
function daysOfChange({ commitments, documents }: LedgerRecord): IsoDate[] {
  const told = commitments.flatMap(toldOf);
  const days = [
    ...told.flatMap(({ date, document }) => [date, documents.get(document)?.publishedAt]),
    ...commitments.flatMap(({ evidence, ruled }) => [...evidence, ...ruled].map(({ date }) => date)),
  ].filter((day) => day !== undefined);
  const passed = commitments.flatMap(({ mentions }) =>
    mentions.flatMap(({ deadline }) => {
      const last = deadline === undefined ? undefined : lastDayOf(deadline);
      return last === undefined ? [] : [dayAfter(last)];
    }),
  );
  const silences = days.map((day) => yearsAfter(day, LAPSE_YEARS));
  return [...new Set([...days, ...passed, ...silences])].sort();
}

function clustersByDocument(clusters: readonly ReprintCluster[]): Map<string, ReprintCluster> {
  const byDocument = new Map<string, ReprintCluster>();
  for (const cluster of clusters)
    for (const document of [cluster.head, ...cluster.reprints.map((reprint) => reprint.document)])
      byDocument.set(document, cluster);
  return byDocument;
}
