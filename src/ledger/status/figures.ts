import { type Figure, firstDayOf, type IsoDate } from '../../model/index.ts';
import type { ProgressMention } from '../entry/types.ts';

/** The figure that a claim reports as reached; undefined for a new aim, or where it is of a time that the report lies before. */
export function reportedFigure({ progress, figure, when }: ProgressMention, reported: IsoDate): Figure | undefined {
  const begins = when === undefined ? undefined : firstDayOf(when);
  // “trade is to come to 3 billion by 2030”, reported in 2024
  const isAhead = begins !== undefined && begins > reported;
  return progress === 'revised' || isAhead ? undefined : figure;
}
