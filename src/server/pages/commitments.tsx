import { type CommitmentList, commitmentList, exportCommitments, MOST_COUNTED, STATUSES } from '../../desk/index.ts';
import { AREAS } from '../../model/index.ts';
import { withQuery } from '../hrefs.ts';
import { asksFollowed, commitmentFilters, OVERDUE } from '../http/commitment-filters.ts';
import type { App } from '../http/env.ts';
import { recordExport } from '../http/exports.ts';
import { pageNumber } from '../http/filters.ts';
import { streamLines } from '../http/lines.ts';
import { staleFor } from '../http/standings.ts';
import { Choice, Day } from '../parts/fields.tsx';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { Empty, PageHead } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { StaleNote, StandingLine } from '../parts/standing-line.tsx';

/** Undertakings over all pairs, with filters in the address, and the same list as a table to take along. */
export function addCommitmentsPage(app: App): void {
  app.get('/commitments', async (context) => {
    const query = new URL(context.req.url).searchParams;
    const filters = await commitmentFilters(context.var.desk, query);
    const [list, stale] = await Promise.all([
      commitmentList(context.var.desk, filters, { page: pageNumber(query) }),
      staleFor(context),
    ]);
    return page(context, <CommitmentsPage list={list} stale={stale} />);
  });
  app.get('/commitments.csv', async (context) => {
    const { desk } = context.var;
    const filters = await commitmentFilters(desk, new URL(context.req.url).searchParams);
    await recordExport(context);
    context.header('content-type', 'text/csv; charset=utf-8');
    context.header('content-disposition', 'attachment; filename="commitments.csv"');
    return streamLines(context, exportCommitments(desk, filters));
  });
}

function CommitmentsPage({ list, stale }: { list: CommitmentList; stale: number }) {
  const { t } = useLocale();
  const { url } = useView();
  const number = pageNumber(url.searchParams);
  return (
    <Page title={t('commitments.title')}>
      <PageHead title={t('commitments.title')}>
        <p class="meta">{countWords(list, t)}</p>
      </PageHead>
      <StaleNote stale={stale} />
      <CommitmentFilterForm />
      {list.items.length === 0 ? <Empty>{t('commitments.none')}</Empty> : ''}
      <ol class="lines wide">
        {list.items.map((item) => (
          <StandingLine item={item} />
        ))}
      </ol>
      <p class="page-links">
        {number > 1 ? <a href={withQuery(url, { page: String(number - 1) })}>{t('search.previous')}</a> : ''}
        {list.more ? <a href={withQuery(url, { page: String(number + 1) })}>{t('search.next')}</a> : ''}
        {list.count > 0 ? <a href={`/commitments.csv${url.search}`}>{t('commitments.table')}</a> : ''}
        <a href={`/search${url.search}`}>{t('commitments.search')}</a>
      </p>
    </Page>
  );
}

/** How long a list is; of a very long one that it is longer than was counted. */
export function countWords({ count }: CommitmentList, t: ReturnType<typeof useLocale>['t']): string {
  return count >= MOST_COUNTED ? t('commitments.many', { count }) : t('commitments.count', { count });
}

/** The filters of a list of undertakings. */
function CommitmentFilterForm() {
  const { t } = useLocale();
  const { searchParams } = useView().url;
  const chosen = (name: string): string => searchParams.get(name) ?? '';
  return (
    <form class="filters" method="get" action="/commitments" aria-label={t('dossier.filters')}>
      {searchParams.getAll('pair').map((pair) => (
        <input type="hidden" name="pair" value={pair} />
      ))}
      <label class="grow">
        <span class="label">{t('commitments.words')}</span>
        <input type="search" name="q" value={chosen('q')} />
      </label>
      <StatusChoice chosen={chosen('status')} />
      <DueChoice chosen={chosen('due')} />
      <AreaChoice chosen={chosen('area')} />
      <label>
        <span class="label">{t('search.actor')}</span>
        <input type="text" name="actor" value={chosen('actor')} placeholder="KAZ" size={10} />
      </label>
      <Day name="from" label={t('filter.from')} chosen={chosen('from')} />
      <Day name="to" label={t('filter.to')} chosen={chosen('to')} />
      <Day name="asOf" label={t('filter.asOf')} chosen={chosen('asOf')} />
      <label class="check">
        <input type="checkbox" name="followed" value="1" checked={asksFollowed(searchParams)} />
        {t('commitments.followed')}
      </label>
      <button type="submit">{t('filter.apply')}</button>
      <ChosenPairs />
    </form>
  );
}

/** The pairs that the address names, as they stand there, in a tag that can be taken off. */
function ChosenPairs() {
  const { t } = useLocale();
  const { url } = useView();
  const pair = url.searchParams.get('pair') ?? '';
  if (pair === '') return null;
  return (
    <p class="chosen">
      <a class="chip" href={withQuery(url, { pair: undefined })} aria-label={t('filter.remove', { value: pair })}>
        {pair} <span aria-hidden="true">×</span>
      </a>
    </p>
  );
}

/** One of the statuses, or that something is overdue. */
export function StatusChoice({ chosen }: { chosen: string }) {
  const { t, of } = useLocale();
  const statuses = STATUSES.map((status) => [status, of('status', status)] as const);
  return (
    <Choice
      name="status"
      label={t('filter.status')}
      chosen={chosen}
      options={[[OVERDUE, t('home.overdue')], ...statuses]}
    />
  );
}

function DueChoice({ chosen }: { chosen: string }) {
  const { t } = useLocale();
  const days = [...new Set(['30', '90', '365', ...(chosen === '' ? [] : [chosen])])];
  return (
    <Choice
      name="due"
      label={t('commitments.due')}
      chosen={chosen}
      options={days.map((count) => [count, t('commitments.within', { count: Number(count) })])}
    />
  );
}

/** One of the areas. */
export function AreaChoice({ chosen }: { chosen: string }) {
  const { t, of } = useLocale();
  return (
    <Choice
      name="area"
      label={t('filter.area')}
      chosen={chosen}
      options={AREAS.map((area) => [area, of('area', area)])}
    />
  );
}
