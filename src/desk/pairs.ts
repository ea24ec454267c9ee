import {
  type CommitmentRecord,
  type DecidedRecord,
  type InstrumentRecord,
  type MeetingRecord,
  type ReprintCluster,
  recordAsOf,
  type ScoreTables,
  type Series,
  type Status,
  type StatusAt,
  scoreTables,
  seriesOf,
  statusOf,
} from '../ledger/index.ts';
import { type ActorId, type Area, type IsoDate, ReadoutError } from '../model/index.ts';
import {
  type DocumentSummary,
  documentsOfPair,
  findPair,
  listPairs,
  membersOf,
  type PairSummary,
  pairOf,
} from '../register/index.ts';
import type { Desk } from './desk.ts';
import { pairRecord } from './pair-record.ts';
import { remembering } from './remember.ts';

/** What narrows a dossier; days are ISO, both ends included, and count when a thing was made, held or signed. */
export interface DossierFilters {
  readonly areas?: readonly Area[] | undefined;
  readonly statuses?: readonly Status[] | undefined;
  /** Only undertakings of this side alone (`KAZ`), or of both (`joint`). */
  readonly side?: ActorId | 'joint' | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** The day as of which the record is shown; today where it is left out. */
  readonly asOf?: IsoDate | undefined;
}

/** An undertaking with what became of it by a day; `series` has the figures toward its target. */
export interface CommitmentView {
  readonly record: CommitmentRecord;
  /** Absent where the day of the undertaking is unknown. */
  readonly status: StatusAt | undefined;
  readonly series: Series | undefined;
}

/** All that the register says of a pair as of a day, the newest first. */
export interface Dossier {
  readonly summary: PairSummary;
  readonly asOf: IsoDate;
  readonly documents: readonly DocumentSummary[];
  readonly meetings: readonly MeetingRecord[];
  readonly commitments: readonly CommitmentView[];
  readonly instruments: readonly InstrumentRecord[];
  readonly reprints: readonly ReprintCluster[];
  /** Documents that are one text in several languages. */
  readonly versions: readonly (readonly string[])[];
  readonly scores: ScoreTables;
}

/** The pairs of states, and of states and organizations, that the register has a record of, those with most commitments first. */
export function pairs({ register }: Desk, options: { limit?: number } = {}): Promise<PairSummary[]> {
  return listPairs(register, options);
}

/** The dossier of a pair: `dossier(desk, 'KAZ-KGZ', { areas: ['transport'] })`, the two in either order. Throws `not-found`. */
export async function dossier(desk: Desk, pair: string, filters: DossierFilters = {}): Promise<Dossier> {
  const { asOf = today() } = filters;
  const summary = await requirePair(desk, pair);
  const current = await pairRecord(desk.register, summary.pair, summary.revision);
  const documents = await documentsBehind(desk, summary.pair, current);
  const { record, views, scores } = onDay(current, asOf);
  const isKnown = isKnownBy(asOf);
  const within = isWithin(filters);
  const commitments = views.filter((view) => passes(view, filters) && within(view.record.mentions[0]?.date));
  return {
    summary,
    asOf,
    documents: documents.filter(({ publishedAt }) => isKnown(publishedAt)),
    meetings: record.meetings.filter(({ date }) => isKnown(date) && within(date)).reverse(),
    scores: commitments.length === views.length ? scores : scoreTables(commitments),
    commitments: commitments.reverse(),
    instruments: record.instruments.filter(({ date }) => isKnown(date) && within(date)).reverse(),
    reprints: record.reprints,
    versions: record.versions,
  };
}

/** A record as it stood on a day, with the undertakings known by then and their scores. */
const onDay = remembering((current: DecidedRecord, asOf: IsoDate) => {
  const record = recordAsOf(current, asOf);
  const isKnown = isKnownBy(asOf);
  const views = commitmentViews(record, asOf).filter(({ record: { mentions } }) => isKnown(mentions[0]?.date));
  return { record, views, scores: scoreTables(views) };
});

const documentsOfRecords = new WeakMap<DecidedRecord, readonly DocumentSummary[]>();

/** The documents that a record was derived from; they change with it only. */
async function documentsBehind({ register }: Desk, pair: string, record: DecidedRecord) {
  const known = documentsOfRecords.get(record) ?? (await documentsOfPair(register, pair));
  documentsOfRecords.set(record, known);
  return known;
}

/** The undertakings of a record with their status as of a day. */
export function commitmentViews(
  { commitments }: Pick<DecidedRecord, 'commitments'>,
  asOf: IsoDate,
): readonly CommitmentView[] {
  return viewsOf(commitments, asOf);
}

const viewsOf = remembering((commitments: DecidedRecord['commitments'], asOf: IsoDate): readonly CommitmentView[] => {
  const byId = new Map(commitments.map((record) => [record.id, record]));
  return commitments.map((record) => ({
    record,
    status: statusOf(record, asOf, (id) => byId.get(id)),
    series: seriesOf(record),
  }));
});

/** The pair of two actors; throws `bad-input` where they cannot be one. */
export function pairIdOf(a: ActorId, b: ActorId): string {
  const pair = pairOf(a, b);
  if (pair !== undefined) return pair;
  throw new ReadoutError(
    'bad-input',
    'not a pair:',
    `${a} ${b}`,
    'name two different states, or a state and an organization',
  );
}

/** The pair with a record; throws `not-found`. */
export async function requirePair({ register }: Desk, pair: string): Promise<PairSummary> {
  const members = membersOf(pair) ?? membersOf(pair.split('-').reverse().join('-'));
  if (members === undefined)
    throw new ReadoutError('not-found', 'not a pair:', pair, 'write it as KAZ-KGZ, with the ISO codes of two states');
  const summary = await findPair(register, pairIdOf(...members));
  if (summary !== undefined) return summary;
  throw new ReadoutError(
    'not-found',
    'the register has nothing of the pair',
    pair,
    'see the list of pairs, or add documents',
  );
}

export function today(): IsoDate {
  return new Date().toISOString().slice(0, 10);
}

function passes({ record, status }: CommitmentView, { areas = [], statuses = [], side }: DossierFilters): boolean {
  const { parties } = record;
  if (areas.length > 0 && !areas.some((area) => record.areas.includes(area))) return false;
  if (statuses.length > 0 && (status === undefined || !statuses.includes(status.status))) return false;
  if (side === 'joint') return parties.length > 1;
  return side === undefined || (parties.length === 1 && parties[0] === side);
}

function isWithin({ from, to }: DossierFilters) {
  return (day = ''): boolean => (from === undefined || day >= from) && (to === undefined || (day !== '' && day <= to));
}

/** Whether something of a day, if it has one, was there by another. */
function isKnownBy(asOf: IsoDate) {
  return (day: IsoDate | undefined): boolean => day === undefined || day <= asOf;
}
