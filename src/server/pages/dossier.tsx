import type { Child } from 'hono/jsx';
import {
  type Dossier,
  dossier,
  type Follow,
  follows,
  type InstrumentRecord,
  type MeetingRecord,
  reviewQueue,
} from '../../desk/index.ts';
import { MeetingMap } from '../charts/map.tsx';
import { mapChart, type Spot, spotsOf } from '../charts/map-chart.ts';
import { Timeline } from '../charts/timeline.tsx';
import { yearsChart } from '../charts/years-chart.ts';
import { meetingHref, sourceHref } from '../hrefs.ts';
import type { App } from '../http/env.ts';
import { filtersOf } from '../http/filters.ts';
import type { Locale } from '../locale/locale.ts';
import { CommitmentLine } from '../parts/commitment-line.tsx';
import { FollowButton } from '../parts/follow.tsx';
import { Lines } from '../parts/lines.tsx';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { ActorLink, AreaTags, DocumentLine, Parties } from '../parts/names.tsx';
import { Empty, PageHead, Section } from '../parts/section.tsx';
import { Page, page } from '../parts/shell.tsx';
import { DossierFilterForm } from './dossier-filters.tsx';
import { CommitmentMatrix } from './matrix.tsx';
import { Scores } from './scores.tsx';

/** The dossier of a pair; its filters stand in the address. */
export function addDossier(app: App): void {
  app.get('/pairs/:pair', async (context) => {
    const query = new URL(context.req.url).searchParams;
    const pair = context.req.param('pair');
    const [found, waiting, followed] = await Promise.all([
      dossier(context.var.desk, pair, filtersOf(query)),
      reviewQueue(context.var.desk, pair),
      follows(context.var.desk),
    ]);
    const drawings = await drawingsOf(found, context.get('view').locale);
    return page(
      context,
      <DossierPage dossier={found} waiting={waiting.length} drawings={drawings} followed={followed} />,
    );
  });
}

interface Drawings {
  readonly years: string;
  readonly spots: readonly Spot[];
  readonly map: string;
}

async function drawingsOf(found: Dossier, locale: Locale): Promise<Drawings> {
  const spots = spotsOf(found);
  const [years, map] = await Promise.all([
    yearsChart(found.scores),
    mapChart(spots, [found.summary.a, found.summary.b], locale),
  ]);
  return { years, spots, map };
}

interface DossierProps {
  readonly dossier: Dossier;
  /** How many items wait for review. */
  readonly waiting: number;
  readonly drawings: Drawings;
  readonly followed: readonly Follow[];
}

function DossierPage({ dossier: found, waiting, drawings, followed }: DossierProps) {
  const { t, actor, when } = useLocale();
  const { summary, commitments, meetings, instruments, documents, asOf } = found;
  const isEmpty = commitments.length + meetings.length + instruments.length === 0;
  return (
    <Page title={`${actor(summary.a)} – ${actor(summary.b)}`}>
      <PageHead
        label={t('dossier.label', { date: when(asOf) })}
        title={
          <>
            <ActorLink actor={summary.a} /> <span class="dash">–</span> <ActorLink actor={summary.b} />
          </>
        }
      >
        <FollowButton what={{ kind: 'pair', pair: summary.pair }} followed={followed} label={t('follow.pair')} />
        <PairLinks pair={summary.pair} waiting={waiting} />
      </PageHead>
      <DossierFilterForm members={[summary.a, summary.b]} />
      {isEmpty ? <Empty>{t('dossier.none')}</Empty> : <Timeline dossier={found} />}
      <div class="columns">
        <div>
          <Listed name="commitments" limit={100} items={commitments} line={(view) => <CommitmentLine view={view} />} />
        </div>
        <div>
          {commitments.length === 0 ? (
            ''
          ) : (
            <Section title={t('dossier.matrix')}>
              <CommitmentMatrix views={commitments} />
            </Section>
          )}
          <Scores scores={found.scores} drawing={drawings.years} />
          <MeetingMap spots={drawings.spots} drawing={drawings.map} />
          <Listed name="meetings" items={meetings} line={(meeting) => <MeetingLine meeting={meeting} />} />
          <Listed name="instruments" items={instruments} line={(one) => <InstrumentLine instrument={one} />} />
          <Listed name="texts" items={documents} line={(document) => <DocumentLine document={document} />} />
        </div>
      </div>
    </Page>
  );
}

interface ListedProps<T> {
  readonly name: 'commitments' | 'meetings' | 'instruments' | 'texts';
  readonly limit?: number;
  readonly items: readonly T[];
  readonly line: (item: T) => Child;
}

/** A list of the dossier under its heading; nothing where there is nothing to list. */
function Listed<T>({ name, limit = 40, items, line }: ListedProps<T>) {
  const { t, number } = useLocale();
  if (items.length === 0) return null;
  return (
    <Section id={name} title={t(`dossier.${name}`)} count={number(items.length)}>
      <Lines name={name} limit={limit} items={items} line={line} />
    </Section>
  );
}

function PairLinks({ pair, waiting }: { pair: string; waiting: number }) {
  const { t } = useLocale();
  const { url } = useView();
  const asOf = url.searchParams.get('asOf');
  return (
    <p class="page-links">
      <a href={`/brief?${new URLSearchParams({ pair, ...(asOf === null ? {} : { asOf }) })}`}>{t('dossier.brief')}</a>
      <a href={`/compare?pair=${pair}`}>{t('dossier.compare')}</a>
      <a href={`/review?pair=${pair}`}>{t('review.waiting', { count: waiting })}</a>
      <a href={`/pairs/${pair}/calendar.ics`}>{t('dossier.calendar')}</a>
      <a href={`/api/v1/pairs/${pair}${url.search}`}>JSON</a>
    </p>
  );
}

/** One meeting in a list. */
export function MeetingLine({ meeting }: { meeting: MeetingRecord }) {
  const { of, t, when, place } = useLocale();
  const day = meeting.when ?? meeting.date;
  return (
    <li class="line">
      <a class="line-title" href={meetingHref(meeting.id)}>
        {day === undefined ? t('meeting.undated') : when(day)}
        {meeting.place === undefined ? '' : `, ${place(meeting.place, meeting.date)}`}
      </a>
      <p class="meta">
        <span class={`meeting-status ${meeting.status}`}>{of('meeting', meeting.status)}</span>
        {meeting.formats.map((format) => (
          <span>{of('format', format)}</span>
        ))}
        {meeting.parties.length > 2 ? <Parties actors={meeting.parties} /> : ''}
        {meeting.mentions.length > 1 ? (
          <span>{t('meeting.accountCount', { count: meeting.mentions.length })}</span>
        ) : (
          ''
        )}
        {meeting.contradictions.length > 0 ? <span class="warn">{t('meeting.contradicted')}</span> : ''}
      </p>
    </li>
  );
}

/** One signed document in a list. */
function InstrumentLine({ instrument }: { instrument: InstrumentRecord }) {
  const { of, day } = useLocale();
  const { mentions, type, title, date, status, parties } = instrument;
  const first = mentions[0];
  return (
    <li class="line">
      <a class="line-title words" href={first === undefined ? '/instruments' : sourceHref(first)}>
        {title ?? first?.words ?? of('instrument', type)}
      </a>
      <p class="meta">
        <span>{of('instrument', type)}</span>
        <span>{of('instrumentStatus', status)}</span>
        {date === undefined ? '' : <span>{day(date)}</span>}
        <Parties actors={parties} />
        <AreaTags areas={[...new Set(mentions.flatMap(({ areas }) => areas))]} />
      </p>
    </li>
  );
}
