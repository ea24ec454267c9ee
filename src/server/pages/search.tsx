import { type Desk, type SearchPage, type SearchResult, search } from '../../desk/index.ts';
import { AREAS, type Span } from '../../model/index.ts';
import { documentHref, withQuery } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { pageNumber } from '../http/filters.ts';
import { searchFilters } from '../http/search-filters.ts';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { Empty, PageHead } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { Choice, Day } from './dossier-filters.tsx';

/** The search over all texts; words and filters stand in the address. */
export function addSearchPage(app: App, desk: Desk): void {
  app.get('/search', async (context) => {
    const query = new URL(context.req.url).searchParams;
    const words = query.get('q')?.trim() ?? '';
    const found = words === '' ? undefined : await search(desk, words, searchFilters(query));
    return page(context, <SearchView words={words} found={found} />);
  });
}

function SearchView({ words, found }: { words: string; found: SearchPage | undefined }) {
  const { t } = useLocale();
  const { url } = useView();
  const number = pageNumber(url.searchParams);
  return (
    <Page
      title={words === '' ? t('search.title') : `${words} · ${t('search.title')}`}
      feed={`/search.atom${url.search}`}
    >
      <PageHead title={t('search.title')} />
      <SearchForm words={words} />
      {found === undefined ? <p class="quiet">{t('search.hint')}</p> : ''}
      {found !== undefined && found.results.length === 0 ? <Empty>{t('search.none')}</Empty> : ''}
      <ol class="lines wide">
        {found?.results.map((result) => (
          <ResultLine result={result} />
        ))}
      </ol>
      <p class="page-links">
        {number > 1 ? <a href={withQuery(url, { page: String(number - 1) })}>{t('search.previous')}</a> : ''}
        {found?.more === true ? <a href={withQuery(url, { page: String(number + 1) })}>{t('search.next')}</a> : ''}
        {words === '' ? '' : <a href={`/search.atom${url.search}`}>{t('search.feed')}</a>}
      </p>
    </Page>
  );
}

function SearchForm({ words }: { words: string }) {
  const { t, of } = useLocale();
  const { searchParams } = useView().url;
  const chosen = (name: string): string => searchParams.get(name) ?? '';
  return (
    <form class="filters" method="get" action="/search">
      <label class="grow">
        <span class="label">{t('search.label')}</span>
        <input type="search" name="q" value={words} />
      </label>
      <label>
        <span class="label">{t('search.actor')}</span>
        <input type="text" name="actor" value={chosen('actor')} placeholder="KAZ" size={10} />
      </label>
      <Choice
        name="area"
        label={t('filter.area')}
        chosen={chosen('area')}
        options={AREAS.map((area) => [area, of('area', area)])}
      />
      <Choice
        name="language"
        label={t('field.language')}
        chosen={chosen('language')}
        options={['en', 'ru', 'kk', 'ky'].map((code) => [code, of('language', code)])}
      />
      <Day name="from" label={t('filter.from')} chosen={chosen('from')} />
      <Day name="to" label={t('filter.to')} chosen={chosen('to')} />
      <button type="submit">{t('search.button')}</button>
    </form>
  );
}

function ResultLine({ result: { document, snippet, marks, at } }: { result: SearchResult }) {
  const { day, t } = useLocale();
  const { id, title, publisher, publishedAt, language } = document;
  const [start, end] = marks[0] ?? [0, 0];
  return (
    <li class="line">
      <a class="line-title words" lang={language} href={`${documentHref(id)}#s=${at + start}-${at + end}`}>
        {title === '' ? t('document.untitled') : title}
      </a>
      <p class="words snippet" lang={language}>
        <Marked text={snippet} marks={marks} />
      </p>
      <p class="meta">
        {publisher === undefined ? '' : <span>{publisher}</span>}
        {publishedAt === undefined ? '' : <span>{day(publishedAt)}</span>}
      </p>
    </li>
  );
}

/** A text with some of its words marked; marks that overlap are drawn as far as they are new. */
export function Marked({ text, marks }: { text: string; marks: readonly Span[] }) {
  let last = 0;
  const pieces = marks
    .toSorted((a, b) => a[0] - b[0])
    .map(([start, end]) => {
      const from = Math.max(last, start);
      const before = text.slice(last, from);
      last = Math.max(last, end);
      return (
        <>
          {before}
          <mark>{text.slice(from, last)}</mark>
        </>
      );
    });
  return (
    <>
      {pieces}
      {text.slice(last)}
    </>
  );
}
