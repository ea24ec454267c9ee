import { resolveActor } from '../../desk/index.ts';
import type { Area } from '../../model/index.ts';
import { areaOf, dayOf, pageNumber } from './filters.ts';

/** What narrows a search, from the query of its address. Throws coded errors. */
export function searchFilters(query: URLSearchParams) {
  const actor = query.get('actor') ?? '';
  return {
    page: pageNumber(query),
    actor: actor === '' ? undefined : resolveActor(actor),
    area: areaIn(query),
    language: query.get('language') || undefined,
    from: dayOf(query, 'from'),
    to: dayOf(query, 'to'),
  };
}

function areaIn(query: URLSearchParams): Area | undefined {
  const value = query.get('area') ?? '';
  return value === '' ? undefined : areaOf(value);
}
