import { type IsoDate, lastDayOf } from '../model/index.ts';
import { listPairs } from '../register/index.ts';
import type { Desk } from './desk.ts';
import { pairRecord } from './pair-record.ts';
import { type CommitmentView, commitmentViews, today } from './pairs.ts';

/** So many pairs, those with most commitments, are looked through, and no more once they have so many findings of commitments. */
const PAIRS = 12;
const ENOUGH = 6000;

/** Undertakings by what their deadlines ask of the days to come. */
export interface Agenda {
  readonly asOf: IsoDate;
  /** The nearest deadline first. */
  readonly due: readonly DueCommitment[];
  /** The longest overdue first. */
  readonly overdue: readonly DueCommitment[];
  /** Proposals that wait for a person, by pair. */
  readonly waiting: ReadonlyMap<string, number>;
}

export interface DueCommitment extends CommitmentView {
  readonly pair: string;
  readonly deadline: IsoDate;
  /** Days from `asOf` to the deadline; negative where it has passed. */
  readonly days: number;
}

/** What is due within so many days, what is overdue and what waits for review, over the pairs with most commitments. */
export async function agenda(desk: Desk, { asOf = today(), within = 90 } = {}): Promise<Agenda> {
  const due: DueCommitment[] = [];
  const overdue: DueCommitment[] = [];
  const waiting = new Map<string, number>();
  const seen = new Set<string>();
  let looked = 0;
  for (const { pair, revision, commitments } of await listPairs(desk.register, { limit: PAIRS })) {
    if (looked > 0 && looked + commitments > ENOUGH) break;
    looked += commitments;
    const record = await pairRecord(desk.register, pair, revision);
    waiting.set(pair, record.unsure.length);
    for (const view of commitmentViews(record, asOf)) {
      const item = dueItem(pair, view, asOf);
      // An undertaking of three states stands in the record of every two of them.
      if (item === undefined || seen.has(view.record.id)) continue;
      seen.add(view.record.id);
      if (item.days < 0) overdue.push(item);
      else if (item.days <= within) due.push(item);
    }
  }
  return { asOf, due: due.sort(byDeadline), overdue: overdue.sort(byDeadline), waiting };
}

function dueItem(pair: string, view: CommitmentView, asOf: IsoDate): DueCommitment | undefined {
  const status = view.status?.status;
  if (status === undefined || !['open', 'in-progress', 'partly', 'delayed'].includes(status)) return undefined;
  const last = view.record.deadlines.at(-1)?.value;
  const deadline = last === undefined ? undefined : lastDayOf(last);
  if (deadline === undefined) return undefined;
  return { ...view, pair, deadline, days: Math.round((Date.parse(deadline) - Date.parse(asOf)) / 86_400_000) };
}

function byDeadline(a: DueCommitment, b: DueCommitment): number {
  return a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0;
}
