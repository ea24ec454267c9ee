import type { CommitmentPage } from '../../desk/index.ts';
import { firstDayOf } from '../../model/index.ts';
import type { Locale } from '../locale/locale.ts';
import { drawn } from './plot.ts';

export type SeriesData = NonNullable<CommitmentPage['series']>;

interface Point {
  readonly day: Date;
  readonly value: number;
}

/** Figures reported over time as a line, the targets as dashed lines from the day they were set; as SVG, empty where nothing was reported. */
export async function seriesChart(series: SeriesData, { number, language }: Locale): Promise<string> {
  const points = pointsOf(series);
  if (points.length === 0) return '';
  const targets = series.targets.map(({ value }) => value.value);
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return drawn(({ dot, line, ruleY, text }) => ({
    width: 640,
    height: 220,
    marginLeft: 56,
    marginRight: 16,
    x: { type: 'utc', label: null, ticks: 6, tickFormat: (day: Date) => month.format(day) },
    y: { zero: true, grid: true, ticks: 4, label: null, tickFormat: (value: number) => short.format(value) },
    marks: [
      ruleY(targets, { stroke: 'var(--late)', strokeDasharray: '5 4' }),
      text(targets, {
        y: (value: number) => value,
        frameAnchor: 'right',
        dy: -7,
        text: number,
        fill: 'var(--late)',
        textAnchor: 'end',
      }),
      line(points, { x: 'day', y: 'value', stroke: 'var(--moving)' }),
      dot(points, { x: 'day', y: 'value', fill: 'var(--moving)', r: 4 }),
    ],
  }));
}

/** What was reported by the day it is of; numbers of days to come are aims, not reports. */
function pointsOf({ points }: SeriesData): Point[] {
  return points.flatMap(({ when, reported, figure }) => {
    const day = (when === undefined ? undefined : firstDayOf(when)) ?? reported;
    return day > reported ? [] : [{ day: new Date(`${day}T00:00:00Z`), value: figure.value }];
  });
}
