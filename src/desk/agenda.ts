import type { Status } from '../ledger/index.ts';
import type { IsoDate } from '../model/index.ts';
import { countStandings, listStandings, type Standing, waitingByPair } from '../register/index.ts';
import type { Desk } from './desk.ts';
import { today } from './pairs.ts';

/** Statuses of what still has to be done. */
export const LIVE: readonly Status[] = ['open', 'in-progress', 'partly', 'delayed'];

/** Days ahead that are looked at: what is due soon, and what is due later. */
const SOON = 30;
const LATER = 90;

/** Undertakings by what their deadlines ask of the days to come. */
export interface Agenda {
  readonly asOf: IsoDate;
  /** Due within 30 days, the nearest deadline first. */
  readonly soon: DueList;
  /** Due after that and within 90 days, the nearest deadline first. */
  readonly later: DueList;
  /** The longest overdue first. */
  readonly overdue: DueList;
}

/** The first undertakings of a list, and how many it has. */
export interface DueList {
  readonly count: number;
  readonly items: readonly DueCommitment[];
}

export interface DueCommitment extends Standing {
  readonly deadline: IsoDate;
  /** Days from `asOf` to the deadline; negative where it has passed. */
  readonly days: number;
}

/** Whose undertakings, and how many of each list are given. */
export interface AgendaOptions {
  readonly asOf?: IsoDate | undefined;
  /** Those of these pairs; of all where it is left out. */
  readonly pairs?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** What is due within 30 and 90 days, and what is overdue, as the standings have it. */
export async function agenda(desk: Desk, { asOf = today(), pairs, limit = 12 }: AgendaOptions = {}): Promise<Agenda> {
  const list = (deadlineFrom: IsoDate | undefined, deadlineTo: IsoDate) =>
    dueList(desk, { asOf, pairs, limit }, { deadlineFrom, deadlineTo });
  const [soon, later, overdue] = await Promise.all([
    list(asOf, plusDays(asOf, SOON)),
    list(plusDays(asOf, SOON + 1), plusDays(asOf, LATER)),
    list(undefined, plusDays(asOf, -1)),
  ]);
  return { asOf, soon, later, overdue };
}

/** How many proposals wait for a person, by pair; those with most first. */
export function waiting({ register }: Desk): Promise<ReadonlyMap<string, number>> {
  return waitingByPair(register);
}

/** The day so many days later. */
export function plusDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

async function dueList(
  { register }: Desk,
  { asOf, pairs, limit }: { asOf: IsoDate; pairs: readonly string[] | undefined; limit: number },
  deadlines: { readonly deadlineFrom: IsoDate | undefined; readonly deadlineTo: IsoDate },
): Promise<DueList> {
  const filters = { asOf, pairs, statuses: LIVE, ...deadlines };
  const [items, count] = await Promise.all([
    listStandings(register, filters, { order: 'deadline', limit }),
    countStandings(register, filters),
  ]);
  return { count, items: items.flatMap((item) => dueItem(item, asOf)) };
}

function dueItem({ deadline, ...rest }: Standing, asOf: IsoDate): DueCommitment[] {
  if (deadline === undefined) return [];
  return [{ ...rest, deadline, days: Math.round((Date.parse(deadline) - Date.parse(asOf)) / 86_400_000) }];
}
