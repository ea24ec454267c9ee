import type { DossierFilters, Status } from '../../desk/index.ts';
import { STATUSES } from '../../desk/index.ts';
import { AREAS, type Area, type IsoDate, parseDay, ReadoutError } from '../../model/index.ts';

/** The filters of a dossier in the query of its address. Throws `bad-date`, `unknown-area` or `bad-input`. */
export function filtersOf(query: URLSearchParams): DossierFilters {
  return {
    areas: valuesOf(query, 'area').map(areaOf),
    statuses: valuesOf(query, 'status').map(statusOf),
    side: query.get('side') || undefined,
    from: dayOf(query, 'from'),
    to: dayOf(query, 'to'),
    asOf: dayOf(query, 'asOf'),
  };
}

/** A day in a query; undefined where the field is empty. */
export function dayOf(query: URLSearchParams, name: string): IsoDate | undefined {
  const value = query.get(name) ?? '';
  return value === '' ? undefined : parseDay(value);
}

/** All values of a name: given several times, or set apart by commas. */
export function valuesOf(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');
}

/** The area of a word, or a coded error. */
export function areaOf(value: string): Area {
  const area = AREAS.find((one) => one === value);
  if (area !== undefined) return area;
  throw new ReadoutError('unknown-area', 'no area is called', value, `the areas are ${AREAS.join(', ')}`);
}

function statusOf(value: string): Status {
  const status = STATUSES.find((one) => one === value);
  if (status !== undefined) return status;
  throw new ReadoutError('bad-input', 'no status is called', value, `the statuses are ${STATUSES.join(', ')}`);
}

/** The number of a page, from 1. */
export function pageNumber(query: URLSearchParams): number {
  const number = Number(query.get('page') ?? '1');
  return Number.isInteger(number) && number > 0 && number <= 10_000 ? number : 1;
}

/** How many of a list are asked for: 50 where it is not said, 200 at most. */
export function limitOf(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? '50');
  if (Number.isInteger(limit) && limit >= 1 && limit <= 200) return limit;
  throw new ReadoutError('bad-input', 'not a number of items:', String(query.get('limit')), 'ask for 1 to 200');
}
