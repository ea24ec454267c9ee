import {
  type CommitmentView,
  clearestMention,
  type Dossier,
  type InstrumentRecord,
  type MeetingRecord,
} from '../../desk/index.ts';
import { commitmentHref, meetingHref, sourceHref, withQuery } from '../hrefs.ts';
import { useLocale, useView } from '../parts/locale-context.tsx';
import { Scroll } from '../parts/section.tsx';
import { type TimeScale, timeScale } from './time-scale.ts';

const WIDTH = 1120;
const AXIS = 74;
const CELL = 9;
const COLUMN = 9;

/** Meetings above a line of time, documents on it, the undertakings of each day below it, coloured by their status. */
export function Timeline({ dossier }: { dossier: Dossier }) {
  const { t } = useLocale();
  const drawn = newest(dossier);
  const { meetings, instruments, commitments } = drawn;
  const days = daysShown(drawn);
  const scale = timeScale(days, [16, WIDTH - 16]);
  if (scale === undefined) return null;
  const columns = columnsOf(commitments);
  const rows = Math.max(1, ...columns.map(({ views }) => Math.min(views.length, COLUMN)));
  const height = AXIS + 44 + rows * CELL;
  return (
    <figure class="timeline">
      <Scroll label={t('dossier.timeline')}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} aria-label={t('dossier.timeline')}>
          <Axis scale={scale} height={height} />
          {columns.map((column) => (
            <CommitmentColumn x={scale.at(column.day)} views={column.views} />
          ))}
          {placed(instruments.filter(isWithin(scale)), scale).map(({ item, x }) => (
            <InstrumentMark item={item} x={x} />
          ))}
          {placed(meetings, scale).map(({ item, x, level }) => (
            <MeetingMark meeting={item} x={x} level={level} />
          ))}
        </svg>
      </Scroll>
      <figcaption class="legend small">
        <span class="key key-meeting">{t('legend.meeting')}</span>
        <span class="key key-scheduled">{t('legend.scheduled')}</span>
        <span class="key key-instrument">{t('legend.instrument')}</span>
        <span class="key key-commitment">{t('legend.commitment')}</span>
        {commitments.length < dossier.commitments.length ? <span>{t('legend.newest')}</span> : ''}
      </figcaption>
    </figure>
  );
}

type Drawn = Pick<Dossier, 'meetings' | 'instruments' | 'commitments'>;

/** More than can be told apart are not drawn: the newest are, and the years lead to the others. */
function newest({ meetings, instruments, commitments }: Dossier): Drawn {
  return {
    meetings: meetings.slice(0, 150),
    instruments: instruments.slice(0, 100),
    commitments: commitments.slice(0, 300),
  };
}

/** The days that the line must reach. Documents of long before the first meeting are left out: they would press all else together. */
function daysShown({ meetings, instruments, commitments }: Drawn): string[] {
  const lived = [
    ...meetings.map(({ date }) => date),
    ...commitments.map(({ record }) => record.mentions[0]?.date),
  ].filter((day) => day !== undefined);
  const signed = instruments.flatMap(({ date }) => date ?? []);
  const first = lived.toSorted()[0];
  if (first === undefined) return signed;
  const yearBefore = `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;
  return [...lived, ...signed.filter((day) => day >= yearBefore)];
}

function isWithin({ from, to }: TimeScale) {
  return ({ date = '' }: { readonly date?: string | undefined }): boolean => date >= from && date <= to;
}

function Axis({ scale, height }: { scale: TimeScale; height: number }) {
  const { url } = useView();
  const { t } = useLocale();
  const wholeYears = scale.ticks.every((day) => day.endsWith('-01-01'));
  return (
    <g class="axis">
      {scale.ticks.map((day) => {
        const year = day.slice(0, 4);
        const href = withQuery(url, { from: `${year}-01-01`, to: `${year}-12-31` });
        return (
          <>
            <line x1={scale.at(day)} x2={scale.at(day)} y1="14" y2={height} />
            <a href={href} aria-label={t('dossier.zoom', { year })}>
              <text x={scale.at(day) + 4} y={AXIS + 16}>
                {scale.at(day) > WIDTH - 50 ? '' : wholeYears ? year : day.slice(0, 7)}
              </text>
            </a>
          </>
        );
      })}
      <line class="base" x1="0" x2={WIDTH} y1={AXIS} y2={AXIS} />
    </g>
  );
}

/** Things with a day where they stand on the line; those that would cover one another go up a level. */
function placed<Item extends { readonly date?: string | undefined }>(items: readonly Item[], scale: TimeScale) {
  const ends: number[] = [];
  return items
    .flatMap((item) => (item.date === undefined ? [] : [{ item, x: scale.at(item.date) }]))
    .sort((a, b) => a.x - b.x)
    .map(({ item, x }) => {
      const free = ends.findIndex((end) => end <= x);
      const level = free < 0 ? Math.min(ends.length, 3) : free;
      ends[level] = x + 13;
      return { item, x, level };
    });
}

function MeetingMark({ meeting, x, level }: { meeting: MeetingRecord; x: number; level: number }) {
  const { day, of, t, place } = useLocale();
  const y = AXIS - 12 - level * 14;
  const words = [
    meeting.date === undefined ? '' : day(meeting.date),
    meeting.place === undefined ? t('meeting.title') : place(meeting.place, meeting.date),
    meeting.status === 'held' ? '' : of('meeting', meeting.status),
    meeting.formats.map((format) => of('format', format)).join(', '),
  ];
  return (
    <a class="mark" href={meetingHref(meeting.id)} aria-label={words.filter((part) => part !== '').join(', ')}>
      <circle class={`meeting ${meeting.status}`} cx={x} cy={y} r="5.5" />
      <Tip x={x} y={y - 10}>
        {words.filter((part) => part !== '').join(' · ')}
      </Tip>
    </a>
  );
}

function InstrumentMark({ item, x }: { item: InstrumentRecord; x: number }) {
  const { day, of } = useLocale();
  const words = [item.date === undefined ? '' : day(item.date), item.title ?? of('instrument', item.type)].join(' · ');
  const mention = item.mentions[0];
  return (
    <a class="mark" href={mention === undefined ? '/instruments' : sourceHref(mention)} aria-label={words}>
      <path class="instrument" d={`M${x} ${AXIS - 5}l5 5l-5 5l-5 -5Z`} />
      <Tip x={x} y={AXIS - 10}>
        {words}
      </Tip>
    </a>
  );
}

interface DayColumn {
  readonly day: string;
  readonly views: readonly CommitmentView[];
}

function columnsOf(commitments: readonly CommitmentView[]): DayColumn[] {
  const byDay = Map.groupBy(commitments, ({ record }) => record.mentions[0]?.date ?? '');
  return [...byDay].filter(([day]) => day !== '').map(([day, views]) => ({ day, views: views.toSorted(byStatus) }));
}

function byStatus(a: CommitmentView, b: CommitmentView): number {
  return (a.status?.status ?? '') < (b.status?.status ?? '') ? -1 : 1;
}

function CommitmentColumn({ x, views }: { x: number; views: readonly CommitmentView[] }) {
  return (
    <g>
      {views.map((view, index) => {
        const left = x - 4 + Math.floor(index / COLUMN) * CELL;
        return <CommitmentCell view={view} x={left} y={AXIS + 24 + (index % COLUMN) * CELL} />;
      })}
    </g>
  );
}

function CommitmentCell({ view: { record, status }, x, y }: { view: CommitmentView; x: number; y: number }) {
  const { of, t } = useLocale();
  const words = clearestMention(record)?.words ?? '';
  const state = status === undefined ? t('status.unknown') : of('status', status.status);
  return (
    <a class="mark" href={commitmentHref(record.id)} aria-label={`${state}: ${words}`}>
      <rect class={`cell status-${status?.status ?? 'unknown'}`} x={x} y={y} width={CELL - 1.5} height={CELL - 1.5} />
      <Tip x={x} y={y - 5}>{`${state}: ${words}`}</Tip>
    </a>
  );
}

/** Words that show while their mark is pointed at or focused, kept within the drawing. */
function Tip({ x, y, children }: { x: number; y: number; children: string }) {
  const text = children.length > 90 ? `${children.slice(0, 88)}…` : children;
  const anchor = x < WIDTH / 3 ? 'start' : x > (2 * WIDTH) / 3 ? 'end' : 'middle';
  return (
    <text class="tip" x={x} y={Math.max(10, y)} text-anchor={anchor}>
      {text}
    </text>
  );
}
