import { type IsoDate, type IsoDateOrInterval, lastDayOf } from '../../model/index.ts';
import type { Time } from '../setting.ts';

/** How well each kind of time serves as a deadline; a time that only says how long something holds is none. */
const FITNESS = { by: 3, from: 2, at: 1, for: 0 } as const satisfies Record<Time['bound'], number>;

/**
 * The deadline of what is undertaken in the tokens from `first` to `last`, both within: the time among them that binds most
 * closely and does not lie behind the day of publication. Undefined where there is none; a term of validity, the length of a visit and a date
 * recalled are none.
 */
export function deadlineOf(
  times: readonly Time[],
  first: number,
  last: number,
  published?: IsoDate,
): IsoDateOrInterval | undefined {
  let best: Time | undefined;
  for (const time of times) {
    if (time.first < first || time.last > last || FITNESS[time.bound] === 0) continue;
    if (published !== undefined && isPast(aheadOf(time), published)) continue;
    if (best === undefined || FITNESS[time.bound] > FITNESS[best.bound]) best = time;
  }
  return best && aheadOf(best);
}

/** The time as a text that looks ahead means it. */
function aheadOf(time: Time): IsoDateOrInterval {
  return time.ahead ?? time.value;
}

function isPast(value: IsoDateOrInterval, published: IsoDate): boolean {
  const last = value.endsWith('/..') ? value.slice(0, 10) : lastDayOf(value);
  return last !== undefined && last < published;
}
