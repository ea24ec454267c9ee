import {
  type Agenda,
  agenda,
  type DocumentSummary,
  type DueCommitment,
  documents,
  type PairSummary,
  pairs,
} from '../../desk/index.ts';
import { commitmentHref, pairHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { lastVisit } from '../http/visits.ts';
import { Lines } from '../parts/lines.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { StatusMark } from '../parts/marks.tsx';
import { DocumentLine, Parties } from '../parts/names.tsx';
import { Empty, PageHead, Scroll, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';

const NEWEST = 12;
/** So many pairs have a line; every actor's page leads to the others. */
const PAIRS = 60;

/** The first page: what is due, what is overdue, what waits, what is new, and the pairs. */
export function addHome(app: App): void {
  app.get('/', async (context) => {
    const since = lastVisit(context);
    const [all, days, newest] = await Promise.all([
      pairs(context.var.desk),
      agenda(context.var.desk),
      documents(context.var.desk, { limit: NEWEST }),
    ]);
    return page(context, <HomePage pairs={all} agenda={days} newest={newest} since={since} />);
  });
}

interface HomeProps {
  readonly pairs: readonly PairSummary[];
  readonly agenda: Agenda;
  readonly newest: readonly DocumentSummary[];
  /** When the user was last here, as an ISO time. */
  readonly since: string | undefined;
}

function HomePage({ pairs: all, agenda: days, newest, since }: HomeProps) {
  const { t, number } = useLocale();
  const fresh = since === undefined ? [] : newest.filter(({ addedAt }) => addedAt > since);
  return (
    <Page title="">
      <PageHead label={t('app.tagline')} title={t('home.title')}>
        <p class="lead">{t('home.lead')}</p>
      </PageHead>
      <div class="columns">
        <div>
          <Section title={t('home.pairs')} count={number(all.length)}>
            {all.length === 0 ? <Empty>{t('home.empty')}</Empty> : <PairTable pairs={all} agenda={days} />}
            {all.length > PAIRS ? (
              <p class="page-links">
                <a href="/actors">{t('nav.actors')}</a>
              </p>
            ) : (
              ''
            )}
          </Section>
          <Section title={fresh.length > 0 ? t('home.new') : t('home.recent')}>
            <ol class="lines">
              {(fresh.length > 0 ? fresh : newest).map((document) => (
                <DocumentLine document={document} />
              ))}
            </ol>
          </Section>
        </div>
        <div>
          <DueSection
            name="soon"
            title={t('home.due30')}
            items={days.due.filter((item) => item.days <= 30)}
            empty={t('home.none30')}
          />
          <DueSection
            name="later"
            title={t('home.due')}
            items={days.due.filter((item) => item.days > 30)}
            empty={t('home.none90')}
          />
          <DueSection name="overdue" title={t('home.overdue')} items={days.overdue} empty={t('home.noOverdue')} />
        </div>
      </div>
    </Page>
  );
}

function PairTable({ pairs: all, agenda: { waiting } }: { pairs: readonly PairSummary[]; agenda: Agenda }) {
  const { t } = useLocale();
  return (
    <Scroll label={t('home.pairs')}>
      <table class="pairs">
        <thead>
          <tr>
            <th scope="col">{t('home.pair')}</th>
            <th scope="col" class="number">
              {t('dossier.commitments')}
            </th>
            <th scope="col" class="number">
              {t('dossier.meetings')}
            </th>
            <th scope="col" class="number">
              {t('home.instruments')}
            </th>
            <th scope="col" class="number">
              {t('dossier.texts')}
            </th>
            <th scope="col">{t('home.period')}</th>
            <th scope="col" class="number">
              {t('home.waiting')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, PAIRS).map((pair) => (
            <PairRow pair={pair} waiting={waiting.get(pair.pair)} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function PairRow({ pair, waiting }: { pair: PairSummary; waiting: number | undefined }) {
  const { actor, number } = useLocale();
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
        {waiting === undefined || waiting === 0 ? '' : <a href={`/review?pair=${pair.pair}`}>{number(waiting)}</a>}
      </td>
    </tr>
  );
}

interface DueProps {
  readonly name: string;
  readonly title: string;
  readonly items: readonly DueCommitment[];
  readonly empty: string;
}

function DueSection({ name, title, items, empty }: DueProps) {
  const { number } = useLocale();
  return (
    <Section id={name} title={title} count={number(items.length)}>
      {items.length === 0 ? <Empty>{empty}</Empty> : ''}
      <Lines name={name} limit={12} items={items} line={(item) => <DueLine item={item} />} />
    </Section>
  );
}

function DueLine({ item: { record, status, deadline, days } }: { item: DueCommitment }) {
  const { t, day } = useLocale();
  return (
    <li class="line due-line">
      <p class="due-day number">
        <time datetime={deadline}>{day(deadline)}</time>
        <span class={days < 0 ? 'warn' : 'quiet'}>
          {days < 0 ? t('home.daysLate', { count: -days }) : t('home.daysLeft', { count: days })}
        </span>
      </p>
      <div>
        <a class="line-title words" href={commitmentHref(record.id)}>
          {record.mentions[0]?.words ?? record.id}
        </a>
        <p class="meta">
          <StatusMark status={status?.status} /> <Parties actors={record.parties} />
        </p>
      </div>
    </li>
  );
}
