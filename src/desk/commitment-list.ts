import type { Status } from '../ledger/index.ts';
import type { ActorId, Area, IsoDate } from '../model/index.ts';
import { countStandings, listStandings, type Standing, type StandingFilters } from '../register/index.ts';
import { LIVE, plusDays } from './agenda.ts';
import type { Desk } from './desk.ts';
import { today } from './pairs.ts';
import { queryOf } from './search.ts';

/** More than so many are not counted: nobody reads them, and to count them takes long. */
export const MOST_COUNTED = 10_000;

/** How many are held in memory at a time while a whole list is written. */
const PORTION = 500;

/** What narrows a list of undertakings over all pairs; days are ISO, both ends included. */
export interface CommitmentFilters {
  readonly statuses?: readonly Status[] | undefined;
  /** Only what still has to be done and should have been done by now. */
  readonly overdue?: boolean | undefined;
  /** Only what still has to be done within so many days. */
  readonly due?: number | undefined;
  readonly areas?: readonly Area[] | undefined;
  /** A party, or the state or organization behind one. */
  readonly actor?: ActorId | undefined;
  /** Only undertakings of these pairs. */
  readonly pairs?: readonly string[] | undefined;
  /** When it was made. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** The day as of which the status is asked for; today where it is left out. */
  readonly asOf?: IsoDate | undefined;
  /** Words in any of their forms; those in quotation marks stand one behind the other. */
  readonly words?: string | undefined;
}

/** A page of a list of undertakings. */
export interface CommitmentList {
  readonly asOf: IsoDate;
  readonly items: readonly Standing[];
  /** How many there are, up to `MOST_COUNTED`. */
  readonly count: number;
  readonly more: boolean;
}

/**
 * Undertakings of all pairs with their status: `commitmentList(desk, { overdue: true, areas: ['transport'], actor: 'KGZ' })`. Those with
 * a deadline that is asked for come by their deadlines, others by when they were made, the newest first. `page` counts from 1.
 */
export async function commitmentList(
  { register }: Desk,
  filters: CommitmentFilters,
  { page = 1, limit = 50 }: { page?: number; limit?: number } = {},
): Promise<CommitmentList> {
  const { asOf = today() } = filters;
  const wanted = standingFilters(filters, asOf);
  if (wanted === undefined) return { asOf, items: [], count: 0, more: false };
  const order = orderOf(filters);
  const [items, count] = await Promise.all([
    listStandings(register, wanted, { order, offset: (page - 1) * limit, limit: limit + 1 }),
    countStandings(register, wanted, MOST_COUNTED + 1),
  ]);
  return { asOf, items: items.slice(0, limit), count: Math.min(count, MOST_COUNTED), more: items.length > limit };
}

/** All undertakings of a list, in its order. */
export async function* everyCommitment(desk: Desk, filters: CommitmentFilters): AsyncGenerator<Standing> {
  for (let page = 1, more = true; more; page++) {
    const portion = await commitmentList(desk, filters, { page, limit: PORTION });
    yield* portion.items;
    more = portion.more;
  }
}

function orderOf({ overdue, due }: CommitmentFilters) {
  return overdue === true || due !== undefined ? 'deadline' : 'made';
}

/** What the register is asked for; undefined where the words name nothing that can be looked for. */
function standingFilters(
  { statuses = [], overdue = false, due, areas, actor, pairs, from, to, words = '' }: CommitmentFilters,
  asOf: IsoDate,
): StandingFilters | undefined {
  const query = words.trim() === '' ? undefined : queryOf(words);
  if (query?.terms.length === 0) return undefined;
  const isOpen = overdue || due !== undefined;
  const live = statuses.length === 0 ? LIVE : LIVE.filter((status) => statuses.includes(status));
  return {
    asOf,
    pairs,
    areas,
    party: actor,
    from,
    to,
    words: query,
    statuses: isOpen ? live : statuses.length > 0 ? statuses : undefined,
    deadlineFrom: overdue || due === undefined ? undefined : asOf,
    deadlineTo: overdue ? plusDays(asOf, -1) : due === undefined ? undefined : plusDays(asOf, due),
  };
}
