import { type Figure, firstDayOf, type IsoDate, type IsoDateOrInterval, sharedLength } from '../../model/index.ts';
import type { ProgressMention } from '../entry/types.ts';
import { isSameMeasure } from '../links/features.ts';
import type { CommitmentRecord } from '../record/types.ts';
import { reportedFigure } from './figures.ts';

/** One point of a series: a figure, the time it is of, and the words it comes from. */
export interface SeriesPoint {
  readonly figure: Figure;
  /** The time measured; absent where the text does not say. */
  readonly when?: IsoDateOrInterval | undefined;
  /** When it was reported. */
  readonly reported: IsoDate;
  readonly mention: string;
  readonly document: string;
  readonly words: string;
}

/** The targets of an undertaking and the figures reported toward them, in order of time. */
export interface Series {
  readonly commitment: string;
  readonly unit?: string | undefined;
  readonly targets: CommitmentRecord['targets'];
  readonly points: readonly SeriesPoint[];
}

/** The numeric series of an undertaking with a target; undefined where there is none. One figure told by several texts is one point. */
export function seriesOf(record: CommitmentRecord): Series | undefined {
  const target = record.targets[0]?.value;
  if (target === undefined) return undefined;
  const points = record.evidence.flatMap(({ mention, date }) =>
    mention.kind === 'progress' && !isAim(record, mention) ? pointOf(mention, date, target) : [],
  );
  return { commitment: record.id, unit: target.unit, targets: record.targets, points: distinct(points).sort(byTime) };
}

function pointOf(mention: ProgressMention, date: IsoDate, target: Figure): SeriesPoint[] {
  const { when, id, document, words } = mention;
  const figure = reportedFigure(mention, date);
  if (figure === undefined || !isSameMeasure(figure, target)) return [];
  return [{ figure, when, reported: date, mention: id, document, words }];
}

/** Whether the claim's figure is one that its own text undertakes to reach: “the task of bringing trade to 2 billion”. */
function isAim({ mentions }: CommitmentRecord, { document, spans, figure }: ProgressMention): boolean {
  return mentions.some(
    (one) => one.document === document && one.target?.value === figure?.value && sharedLength(one.spans, spans) > 0,
  );
}

function distinct(points: readonly SeriesPoint[]): SeriesPoint[] {
  const byKey = new Map<string, SeriesPoint>();
  for (const point of points) {
    const key = `${point.when ?? point.reported} ${point.figure.value}`;
    if (!byKey.has(key)) byKey.set(key, point);
  }
  return [...byKey.values()];
}

function byTime(a: SeriesPoint, b: SeriesPoint): number {
  const [x, y] = [timeOf(a), timeOf(b)];
  return x < y ? -1 : x > y ? 1 : a.mention < b.mention ? -1 : 1;
}

function timeOf({ when, reported }: SeriesPoint): string {
  return (when === undefined ? undefined : firstDayOf(when)) ?? reported;
}
