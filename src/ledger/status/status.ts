import { type IsoDate, lastDayOf } from '../../model/index.ts';
import type { CommitmentMention } from '../entry/types.ts';
import { isSameOccasion } from '../links/features.ts';
import type { CommitmentRecord } from '../record/types.ts';
import { FINAL, type HistoryEvent, LAPSE_YEARS, STATUS_RULES, type Terms } from './rules.ts';
import type { StatusAt, StatusChange } from './types.ts';

/** Gives an undertaking by its id: those that replaced a target are looked up through it. */
export type RecordOf = (id: string) => CommitmentRecord | undefined;

/**
 * The status of an undertaking as of a day, by the terms that held then: the last deadline and target that were said. Undefined where it
 * had not been made yet.
 */
export function statusOf(record: CommitmentRecord, asOf: IsoDate, recordOf?: RecordOf): StatusAt | undefined {
  const first = record.mentions[0]!;
  const isKnown = ({ date }: { readonly date?: IsoDate | undefined }) => date === undefined || date <= asOf;
  const deadline = record.deadlines.findLast(isKnown)?.value;
  const target = record.targets.findLast(isKnown)?.value;
  return statusBy(record, first, { deadline, target }, asOf, recordOf);
}

/** The status as of a day of what one mention undertook: by its own deadline and target, and by what came after it. */
export function statusOfMention(
  record: CommitmentRecord,
  mention: CommitmentMention,
  asOf: IsoDate,
  recordOf?: RecordOf,
): StatusAt | undefined {
  return statusBy(record, mention, { deadline: mention.deadline, target: mention.target }, asOf, recordOf);
}

function statusBy(
  record: CommitmentRecord,
  made: CommitmentMention,
  { deadline, target }: Pick<CommitmentMention, 'deadline' | 'target'>,
  asOf: IsoDate,
  recordOf: RecordOf | undefined,
): StatusAt | undefined {
  const madeOn = made.date;
  if (madeOn === undefined || madeOn > asOf) return undefined;
  const terms: Terms = { madeOn, deadline, target, isHelp: isHelp(made) };
  const changes: StatusChange[] = [{ status: 'open', date: madeOn, rule: 'open.made', mention: made.id }];
  for (const event of eventsOf(record, made, terms, asOf, recordOf)) {
    const { status } = changes.at(-1)!;
    if (FINAL.has(status)) break;
    const rule = STATUS_RULES.find(({ applies }) => applies(event, terms, status));
    if (rule !== undefined && rule.gives !== status)
      changes.push({ status: rule.gives, date: event.date, rule: rule.id, mention: mentionOf(event) });
  }
  // What a person set holds from its day on, until they set another.
  const ruled = record.ruled.findLast(({ date }) => date <= asOf);
  if (ruled !== undefined)
    changes.push({ status: ruled.status, date: ruled.date, rule: 'ruled', mention: ruled.decision });
  const last = changes.at(-1)!;
  return { status: last.status, since: last.date, rule: last.rule, changes };
}

/** Help is promised where an undertaking of one side is humanitarian: relief, medicines, food. */
function isHelp({ areas, parties }: CommitmentMention): boolean {
  return parties.length === 1 && areas.includes('humanitarian');
}

function mentionOf(event: HistoryEvent): string | undefined {
  if (event.kind === 'evidence') return event.evidence.mention.id;
  return event.kind === 'reaffirmed' || event.kind === 'replaced' ? event.mention : undefined;
}

/** What happened after the mention and up to the day, in its order; on one day reports come first, the passing of time last. */
function eventsOf(
  record: CommitmentRecord,
  made: CommitmentMention,
  terms: Terms,
  asOf: IsoDate,
  recordOf: RecordOf | undefined,
): HistoryEvent[] {
  const told: HistoryEvent[] = [];
  const isWithin = (date: IsoDate) => date > terms.madeOn && date <= asOf;
  for (const evidence of record.evidence)
    if (isWithin(evidence.date)) told.push({ kind: 'evidence', date: evidence.date, evidence });
  for (const mention of record.mentions)
    if (mention.date !== undefined && isWithin(mention.date) && !isSameOccasion(mention, made))
      told.push({ kind: 'reaffirmed', date: mention.date, mention: mention.id });
  for (const id of record.revisedBy) {
    const first = recordOf?.(id)?.mentions[0];
    if (first?.date !== undefined && first.target !== undefined && isWithin(first.date))
      told.push({ kind: 'replaced', date: first.date, mention: first.id, by: first.target });
  }
  return [...told, ...passing(told, terms, asOf)].sort(byDateAndKind);
}

function passing(told: readonly HistoryEvent[], { deadline, madeOn }: Terms, asOf: IsoDate): HistoryEvent[] {
  const last = deadline === undefined ? undefined : lastDayOf(deadline);
  if (last !== undefined && last < asOf) return [{ kind: 'deadline', date: dayAfter(last) }];
  if (deadline !== undefined || Number(asOf.slice(0, 4)) - Number(madeOn.slice(0, 4)) < LAPSE_YEARS) return [];
  const heard =
    told
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? madeOn;
  const lapses = yearsAfter(heard, LAPSE_YEARS);
  return lapses <= asOf ? [{ kind: 'silence', date: lapses }] : [];
}

const ORDER = { evidence: 0, replaced: 1, reaffirmed: 2, deadline: 3, silence: 4 } as const satisfies Record<
  HistoryEvent['kind'],
  number
>;

/** The order of reports on one day: that something is late is said before what is done about it. */
const REPORTS = ['delayed', 'failed', 'abandoned', 'progress', 'revised', 'fulfilled'];

function byDateAndKind(a: HistoryEvent, b: HistoryEvent): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.kind !== b.kind) return ORDER[a.kind] - ORDER[b.kind];
  if (a.kind !== 'evidence' || b.kind !== 'evidence') return 0;
  return (
    REPORTS.indexOf(a.evidence.kind) - REPORTS.indexOf(b.evidence.kind) ||
    (a.evidence.mention.id < b.evidence.mention.id ? -1 : 1)
  );
}

/** The same day so many years later; 1 March for 29 February. */
export function yearsAfter(day: IsoDate, years: number): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

export function dayAfter(day: IsoDate): IsoDate {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
