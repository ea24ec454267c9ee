import {
  type CommitmentList,
  forgetSearch,
  type SavedSearch,
  type SearchResult,
  savedSearches,
  saveSearch,
} from '../../desk/index.ts';
import type { Span } from '../../model/index.ts';
import { documentHref, withQuery } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { pageNumber } from '../http/filters.ts';
import { formOf } from '../http/form.ts';
import { type Found, foundBy, nameOfSearch } from '../http/search-request.ts';
import { Choice, Day } from '../parts/fields.tsx';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { StandingLine } from '../parts/standing-line.tsx';
import { AreaChoice, countWords, StatusChoice } from './commitments.tsx';

/** The search over all texts; words and filters stand in the address. */
export function addSearchPage(app: App): void {
  app.get('/search', async (context) => {
    const query = new URL(context.req.url).searchParams;
    const [found, saved] = await Promise.all([foundBy(context.var.desk, query), savedSearches(context.var.desk)]);
    return page(context, <SearchView found={found} saved={saved} />);
  });
  app.post('/search/save', async (context) => {
    const { query: given = '', name = '' } = await formOf(context);
    const query = new URLSearchParams(given).toString();
    await saveSearch(context.var.desk, { name: name.trim() || query, query });
    return context.redirect(`/search?${query}`, 303);
  });
  app.post('/search/forget', async (context) => {
    const { query = '' } = await formOf(context);
    await forgetSearch(context.var.desk, query);
    return context.redirect('/search', 303);
  });
}

interface SearchProps {
  readonly found: Found;
  readonly saved: readonly SavedSearch[];
}

function SearchView({ found, saved }: SearchProps) {
  const locale = useLocale();
  const { t } = locale;
  const { url } = useView();
  const { texts, commitments, words } = found;
  const isAsked = commitments !== undefined;
  const name = nameOfSearch(url.searchParams, locale);
  return (
    <Page title={isAsked ? `${name} · ${t('search.title')}` : t('search.title')} feed={`/search.atom${url.search}`}>
      <PageHead title={t('search.title')} />
      <SearchForm words={words} />
      {isAsked ? <SaveForm name={name} /> : <p class="quiet">{t('search.hint')}</p>}
      {isAsked ? '' : <SavedList saved={saved} />}
      {commitments === undefined ? '' : <CommitmentsFound found={commitments} isBeside={texts !== undefined} />}
      {texts === undefined ? '' : <TextsFound results={texts.results} />}
      <PageLinks more={(texts ?? commitments)?.more === true} isAsked={isAsked} />
    </Page>
  );
}

function PageLinks({ more, isAsked }: { more: boolean; isAsked: boolean }) {
  const { t } = useLocale();
  const { url } = useView();
  const number = pageNumber(url.searchParams);
  return (
    <p class="page-links">
      {number > 1 ? <a href={withQuery(url, { page: String(number - 1) })}>{t('search.previous')}</a> : ''}
      {more ? <a href={withQuery(url, { page: String(number + 1) })}>{t('search.next')}</a> : ''}
      {isAsked ? <a href={`/search.atom${url.search}`}>{t('search.feed')}</a> : ''}
    </p>
  );
}

/** Undertakings that were found; beside texts only the first of them. */
function CommitmentsFound({ found, isBeside }: { found: CommitmentList; isBeside: boolean }) {
  const { t } = useLocale();
  const { url } = useView();
  if (isBeside && found.count === 0) return null;
  return (
    <Section title={t('search.commitments')} aside={countWords(found, t)}>
      {found.items.length === 0 ? <Empty>{t('commitments.none')}</Empty> : ''}
      <ol class="lines wide">
        {found.items.map((item) => (
          <StandingLine item={item} />
        ))}
      </ol>
      <p class="page-links">
        <a href={`/commitments${withQuery(url, { page: undefined }).slice(url.pathname.length)}`}>
          {t('search.wholeList')}
        </a>
      </p>
    </Section>
  );
}

function TextsFound({ results }: { results: readonly SearchResult[] }) {
  const { t } = useLocale();
  return (
    <Section title={t('search.texts')}>
      {results.length === 0 ? <Empty>{t('search.none')}</Empty> : ''}
      <ol class="lines wide">
        {results.map((result) => (
          <ResultLine result={result} />
        ))}
      </ol>
    </Section>
  );
}

/** Keeps what is being looked for, under its name. */
function SaveForm({ name }: { name: string }) {
  const { t } = useLocale();
  const { url } = useView();
  return (
    <form method="post" action="/search/save" class="inline">
      <input type="hidden" name="query" value={url.search.slice(1)} />
      <input type="hidden" name="name" value={name} />
      <button type="submit" class="plain small">
        {t('search.save')}
      </button>
    </form>
  );
}

function SavedList({ saved }: { saved: readonly SavedSearch[] }) {
  const { t, day } = useLocale();
  if (saved.length === 0) return null;
  return (
    <Section title={t('search.saved')}>
      <ul class="lines wide">
        {saved.map(({ name, query, savedAt }) => (
          <li class="line">
            <a class="line-title words" href={`/search?${query}`}>
              {name}
            </a>
            <div class="meta">
              <span>{day(savedAt.slice(0, 10))}</span>
              <a href={`/search.atom?${query}`}>{t('search.feed')}</a>
              <form method="post" action="/search/forget" class="inline">
                <input type="hidden" name="query" value={query} />
                <button type="submit" class="plain small">
                  {t('search.forget')}
                </button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SearchForm({ words }: { words: string }) {
  const { t, of } = useLocale();
  const { searchParams } = useView().url;
  const chosen = (name: string): string => searchParams.get(name) ?? '';
  return (
    <form class="filters" method="get" action="/search" autocomplete="off">
      <label class="grow">
        <span class="label">{t('search.label')}</span>
        <input type="search" name="q" value={words} />
      </label>
      <label>
        <span class="label">{t('search.actor')}</span>
        <input type="text" name="actor" value={chosen('actor')} placeholder="KAZ" size={10} />
      </label>
      <StatusChoice chosen={chosen('status')} />
      <AreaChoice chosen={chosen('area')} />
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
