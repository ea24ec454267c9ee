import { type CommitmentList, commitmentList, type Desk, type SearchPage, search } from '../../desk/index.ts';
import type { Locale } from '../locale/locale.ts';
import { commitmentFilters, OVERDUE } from './commitment-filters.ts';
import { pageNumber } from './filters.ts';
import { searchFilters } from './search-filters.ts';

/** Beside texts, so many undertakings are shown. */
const BESIDE_TEXTS = 5;

const PAGE = 20;

/** What a search asks for and finds. */
export interface Found {
  readonly words: string;
  /** Texts that have the words; absent where a status is asked for, which texts have not, and where no words are given. */
  readonly texts: SearchPage | undefined;
  /** Undertakings; absent where nothing is asked for. */
  readonly commitments: CommitmentList | undefined;
}

/** What narrows a search for undertakings without words. */
const NARROWING = ['status', 'due', 'area', 'actor', 'pair', 'followed', 'from', 'to'] as const;

/** What the query of an address asks for, in the texts and in the undertakings. Throws coded errors. */
export async function foundBy(desk: Desk, query: URLSearchParams): Promise<Found> {
  const words = query.get('q')?.trim() ?? '';
  const isGiven = (name: string): boolean => (query.get(name) ?? '') !== '';
  const ofTexts = words !== '' && !isGiven('status') && !isGiven('due');
  if (words === '' && !NARROWING.some(isGiven)) return { words, texts: undefined, commitments: undefined };
  const filters = await commitmentFilters(desk, query);
  const portion = ofTexts ? { limit: BESIDE_TEXTS } : { page: pageNumber(query), limit: PAGE };
  const [texts, commitments] = await Promise.all([
    ofTexts ? search(desk, words, searchFilters(query)) : undefined,
    commitmentList(desk, filters, portion),
  ]);
  return { words, texts, commitments };
}

/** A name for what is asked for: its words and what narrows them. */
export function nameOfSearch(query: URLSearchParams, { t, of, actor }: Locale): string {
  const given = (name: string, write: (value: string) => string): string[] => {
    const value = query.get(name) ?? '';
    return value === '' ? [] : [write(value)];
  };
  return [
    ...given('q', (words) => words.trim()),
    ...given('status', (status) => (status === OVERDUE ? t('home.overdue') : of('status', status))),
    ...given('due', (days) => t('commitments.within', { count: Number(days) })),
    ...given('area', (area) => of('area', area)),
    ...given('actor', actor),
    ...given('from', (day) => `${t('filter.from')} ${day}`),
    ...given('to', (day) => `${t('filter.to')} ${day}`),
  ].join(' · ');
}
