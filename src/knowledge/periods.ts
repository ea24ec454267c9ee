import type { IsoDate } from '../model/index.ts';

/** A time of validity, both ends included; open where an end is absent. */
export interface Period {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** Whether the day lies in the period; always where no day is given. */
export function isWithin({ from, to }: Period, date: IsoDate | undefined): boolean {
  return date === undefined || ((from === undefined || from <= date) && (to === undefined || date <= to));
}
