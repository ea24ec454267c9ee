import {
  type Agenda,
  agenda,
  type DueList,
  type Follow,
  followedPairs,
  follows,
  type PairSummary,
  pairs,
  recent,
  waiting,
} from '../../desk/index.ts';
import { pairHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { may } from '../http/permissions.ts';
import { staleFor } from '../http/standings.ts';
import { lastVisit } from '../http/visits.ts';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { DocumentLine } from '../parts/names.tsx';
import { Empty, PageHead, Scroll, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { DueLine, StaleNote } from '../parts/standing-line.tsx';
import { FollowSection } from './follows.tsx';

/** So many pairs have a line; the address `?all=pairs` gives all of them one. */
const PAIRS = 30;

/** The first page: what is due, what is overdue, what waits and what is new of that which is followed, and the pairs. */
export function addHome(app: App): void {
  app.get('/', async (context) => {
    const { desk } = context.var;
    const since = lastVisit(context);
    const [followed, own] = await Promise.all([follows(desk), followedPairs(desk)]);
    const [all, days, news, waits, stale] = await Promise.all([
      pairs(desk, { limit: 100_000 }),
      agenda(desk, { pairs: own }),
      recent(desk, { since, pairs: own }),
      waiting(desk),
      staleFor(context),
    ]);
    const shown = own === undefined ? undefined : new Set(own);
    return page(context, <HomePage all={all} own={shown} {...{ followed, days, news, waits, stale }} />);
  });
}

interface HomeProps {
  readonly all: readonly PairSummary[];
  /** The pairs that belong to what is followed; absent where nothing is. */
  readonly own: ReadonlySet<string> | undefined;
  readonly followed: readonly Follow[];
  readonly days: Agenda;
  readonly news: Awaited<ReturnType<typeof recent>>;
  readonly waits: ReadonlyMap<string, number>;
  readonly stale: number;
}

function HomePage({ all, own, followed, days, news, waits, stale }: HomeProps) {
  const { t, number } = useLocale();
  const mine = own === undefined ? all : all.filter(({ pair }) => own.has(pair));
  const isFollowing = own !== undefined;
  return (
    <Page title="">
      <PageHead label={t('app.tagline')} title={t('home.title')}>
        <p class="lead">{t('home.lead')}</p>
      </PageHead>
      <StaleNote stale={stale} />
      <Figures days={days} waits={sumOf(mine, waits)} isFollowing={isFollowing} />
      <div class="columns">
        <div>
          <DueSection name="soon" list={days.soon} query="due=30" isFollowing={isFollowing} />
          <DueSection name="later" list={days.later} query="due=90" isFollowing={isFollowing} />
          <DueSection name="overdue" list={days.overdue} query="status=overdue" isFollowing={isFollowing} />
          <PairSection all={all} mine={mine} waits={waits} isFollowing={isFollowing} />
        </div>
        <div>
          <FollowSection followed={followed} />
          <Section title={news.fresh > 0 ? t('home.new') : t('home.recent')} count={freshCount(news.fresh, number)}>
            {news.documents.length === 0 ? <Empty>{t('home.noTexts')}</Empty> : ''}
            <ol class="lines">
              {news.documents.map((document) => (
                <DocumentLine document={document} />
              ))}
            </ol>
          </Section>
        </div>
      </div>
    </Page>
  );
}

function freshCount(fresh: number, number: (value: number) => string): string | undefined {
  return fresh > 0 ? number(fresh) : undefined;
}

function sumOf(all: readonly PairSummary[], waits: ReadonlyMap<string, number>): number {
  return all.reduce((sum, { pair }) => sum + (waits.get(pair) ?? 0), 0);
}

/** Where the whole of a list is, narrowed to what is followed where something is. */
function listHref(query: string, isFollowing: boolean): string {
  return `/commitments?${query}${isFollowing ? '&followed=1' : ''}`;
}

/** The day in four figures, each of which leads to its list. */
function Figures({ days, waits, isFollowing }: { days: Agenda; waits: number; isFollowing: boolean }) {
  const { t, number } = useLocale();
  const { who } = useView();
  const within90 = days.soon.count + days.later.count;
  const figures: readonly (readonly [label: string, count: number, href: string, tone: string])[] = [
    [t('home.figure30'), days.soon.count, listHref('due=30', isFollowing), ''],
    [t('home.figure90'), within90, listHref('due=90', isFollowing), ''],
    [t('home.overdue'), days.overdue.count, listHref('status=overdue', isFollowing), 'warn'],
    ...(may(who, 'decide') ? [[t('home.waiting'), waits, '/review', ''] as const] : []),
  ];
  return (
    <ul class="figures">
      {figures.map(([label, count, href, tone]) => (
        <li>
          <a href={href}>
            <span class={`figure number ${count > 0 ? tone : ''}`}>{number(count)}</span>
            <span class="label">{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

interface DueProps {
  readonly name: 'soon' | 'later' | 'overdue';
  readonly list: DueList;
  /** What the address of the whole list asks for. */
  readonly query: string;
  readonly isFollowing: boolean;
}

function DueSection({ name, list: { count, items }, query, isFollowing }: DueProps) {
  const { t, number } = useLocale();
  const title = { soon: t('home.due30'), later: t('home.due'), overdue: t('home.overdue') }[name];
  const empty = { soon: t('home.none30'), later: t('home.none90'), overdue: t('home.noOverdue') }[name];
  return (
    <Section id={name} title={title} count={number(count)}>
      {count === 0 ? <Empty>{empty}</Empty> : ''}
      <ol class="lines">
        {items.map((item) => (
          <DueLine item={item} />
        ))}
      </ol>
      {count > items.length ? (
        <p class="page-links">
          <a href={listHref(query, isFollowing)}>{t('home.whole', { what: title })}</a>
        </p>
      ) : (
        ''
      )}
    </Section>
  );
}

interface PairsProps {
  readonly all: readonly PairSummary[];
  readonly mine: readonly PairSummary[];
  readonly waits: ReadonlyMap<string, number>;
  readonly isFollowing: boolean;
}

/** The pairs that are followed, or those with the most undertakings; all of them where the address asks for it. */
function PairSection({ all, mine, waits, isFollowing }: PairsProps) {
  const { t, number } = useLocale();
  const isWhole = useView().url.searchParams.get('all') === 'pairs';
  const listed = isWhole ? all : mine.slice(0, PAIRS);
  return (
    <Section
      id="pairs"
      title={isFollowing && !isWhole ? t('home.pairsFollowed') : t('home.pairs')}
      count={number(isWhole ? all.length : mine.length)}
    >
      {listed.length > 0 ? <PairTable pairs={listed} waits={waits} /> : ''}
      {listed.length === 0 ? <Empty>{all.length === 0 ? t('home.empty') : t('home.noneFollowed')}</Empty> : ''}
      {listed.length < all.length ? (
        <p class="page-links">
          <a href="/?all=pairs#pairs">{t('home.allPairs', { count: all.length })}</a>
        </p>
      ) : (
        ''
      )}
    </Section>
  );
}

function PairTable({ pairs: listed, waits }: { pairs: readonly PairSummary[]; waits: ReadonlyMap<string, number> }) {
  const { t } = useLocale();
  const columns = [
    t('dossier.commitments'),
    t('dossier.meetings'),
    t('home.instruments'),
    t('dossier.texts'),
    t('home.period'),
    t('home.waiting'),
  ];
  return (
    <Scroll label={t('home.pairs')}>
      <table class="pairs">
        <thead>
          <tr>
            <th scope="col">{t('home.pair')}</th>
            {columns.map((column) => (
              <th scope="col" class="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((pair) => (
            <PairRow pair={pair} waiting={waits.get(pair.pair)} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function PairRow({ pair, waiting: count }: { pair: PairSummary; waiting: number | undefined }) {
  const { actor, number } = useLocale();
  const { who } = useView();
  const years = [...new Set([pair.firstDate?.slice(0, 4), pair.lastDate?.slice(0, 4)])].filter(
    (year) => year !== undefined,
  );
  return (
    <tr>
      <th scope="row">
        <a href={pairHref(pair.pair)} class="words">
          {actor(pair.a)} – {actor(pair.b)}
        </a>
      </th>
      <td class="number">{number(pair.commitments)}</td>
      <td class="number">{number(pair.meetings)}</td>
      <td class="number">{number(pair.instruments)}</td>
      <td class="number">{number(pair.documents)}</td>
      <td class="number">{years.join('–')}</td>
      <td class="number">
        {count === undefined || !may(who, 'decide') ? '' : <a href={`/review?pair=${pair.pair}`}>{number(count)}</a>}
      </td>
    </tr>
  );
}
