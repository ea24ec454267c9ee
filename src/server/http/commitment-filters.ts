import {
  type CommitmentFilters,
  type Desk,
  followedPairs,
  resolveActor,
  STATUSES,
  type Status,
} from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import { areaOf, dayOf, valuesOf } from './filters.ts';

/** What a list can be asked for beside the statuses: what should have been done by now. */
export const OVERDUE = 'overdue';

/** Days further ahead are not asked for. */
export const MOST_DAYS = 3660;

/** The filters of a list of undertakings in the query of its address. Throws coded errors. */
export async function commitmentFilters(desk: Desk, query: URLSearchParams): Promise<CommitmentFilters> {
  const statuses = valuesOf(query, 'status');
  const actor = query.get('actor') ?? '';
  return {
    statuses: statuses.filter((value) => value !== OVERDUE).map(statusOf),
    overdue: statuses.includes(OVERDUE),
    due: daysIn(query),
    areas: valuesOf(query, 'area').map(areaOf),
    actor: actor === '' ? undefined : resolveActor(actor),
    pairs: await pairsIn(desk, query),
    from: dayOf(query, 'from'),
    to: dayOf(query, 'to'),
    asOf: dayOf(query, 'asOf'),
    words: query.get('q') ?? '',
  };
}

/** Whether a query asks only for what is followed. */
export function asksFollowed(query: URLSearchParams): boolean {
  return ['1', 'true'].includes(query.get('followed') ?? '');
}

async function pairsIn(desk: Desk, query: URLSearchParams): Promise<readonly string[] | undefined> {
  const pairs = valuesOf(query, 'pair');
  if (pairs.length > 0) return pairs.map(inOrder);
  return asksFollowed(query) ? followedPairs(desk) : undefined;
}

/** Two states may be named in either order. */
function inOrder(pair: string): string {
  return /^[A-Z]{3}-[A-Z]{3}$/.test(pair) ? pair.split('-').sort().join('-') : pair;
}

function daysIn(query: URLSearchParams): number | undefined {
  const value = query.get('due') ?? '';
  if (value === '') return undefined;
  const days = Number(value);
  if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS) return days;
  throw new ReadoutError('bad-input', 'not a number of days:', value, `ask for 0 to ${MOST_DAYS}`);
}

function statusOf(value: string): Status {
  const status = STATUSES.find((one) => one === value);
  if (status !== undefined) return status;
  const known = [...STATUSES, OVERDUE].join(', ');
  throw new ReadoutError('bad-input', 'no status is called', value, `the statuses are ${known}`);
}
