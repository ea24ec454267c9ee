import type { CommitmentPage } from '../../desk/index.ts';
import { sourceHref } from '../hrefs.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { figureWords } from '../parts/names.tsx';
import { timeScale } from './time-scale.ts';

type SeriesData = NonNullable<CommitmentPage['series']>;

const WIDTH = 640;
const HEIGHT = 200;
const BASE = HEIGHT - 24;

/** Figures reported over time against the target, drawn, with the same as a table. */
export function Series({ series }: { series: SeriesData }) {
  const locale = useLocale();
  const { t, day } = locale;
  return (
    <figure class="series">
      <SeriesDrawing series={series} />
      <table>
        <caption class="visually-hidden">{t('commitment.numbers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.date')}</th>
            <th scope="col">{t('series.figure')}</th>
            <th scope="col">{t('field.source')}</th>
          </tr>
        </thead>
        <tbody>
          {series.targets.map(({ value, date }) => (
            <tr class="target">
              <td>{date === undefined ? '' : day(date)}</td>
              <td class="number">
                {t('field.target')}: {figureWords(value, locale)}
              </td>
              <td />
            </tr>
          ))}
          {series.points.map((point) => (
            <tr>
              <td>{day(point.when ?? point.reported)}</td>
              <td class="number">{figureWords(point.figure, locale)}</td>
              <td>
                <a href={sourceHref({ document: point.document, id: point.mention })}>{point.words}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function SeriesDrawing({ series }: { series: SeriesData }) {
  const locale = useLocale();
  const points = series.points.map(({ when, reported, figure }) => ({ day: dayIn(when) ?? reported, figure }));
  const targets = series.targets.flatMap(({ value, date }) =>
    date === undefined ? [] : [{ day: date, figure: value }],
  );
  const scale = timeScale(
    [...points, ...targets].map(({ day }) => day),
    [8, WIDTH - 8],
  );
  if (scale === undefined || points.length === 0) return <></>;
  const most = Math.max(...[...points, ...targets].map(({ figure }) => figure.value)) * 1.15;
  const y = (value: number): number => Math.round(BASE - (value / most) * (BASE - 14));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={locale.t('commitment.numbers')}>
      {scale.ticks.map((tick) => (
        <text class="tick" x={scale.at(tick)} y={HEIGHT - 6} text-anchor="middle">
          {tick.endsWith('-01-01') ? tick.slice(0, 4) : tick.slice(0, 7)}
        </text>
      ))}
      <line class="base" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
      {targets.map(({ day, figure }) => (
        <g class="target">
          <line x1={scale.at(day)} x2={WIDTH} y1={y(figure.value)} y2={y(figure.value)} />
          <text x={WIDTH - 4} y={y(figure.value) - 5} text-anchor="end">
            {locale.t('field.target')}: {figureWords({ value: figure.value, unit: figure.unit }, locale)}
          </text>
        </g>
      ))}
      <polyline
        class="curve"
        points={points.map(({ day, figure }) => `${scale.at(day)},${y(figure.value)}`).join(' ')}
      />
      {points.map(({ day, figure }) => (
        <circle class="point" cx={scale.at(day)} cy={y(figure.value)} r="4.5">
          <title>{figureWords(figure, locale)}</title>
        </circle>
      ))}
    </svg>
  );
}

/** The first real day of a time as the text has it. */
function dayIn(when: string | undefined): string | undefined {
  return when?.split('/').find((part) => part !== '..');
}
