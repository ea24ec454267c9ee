import type { IsoDate } from '../../model/index.ts';

export const STATUSES = [
  'open',
  'in-progress',
  'fulfilled',
  'partly',
  'delayed',
  'failed',
  'abandoned',
  'superseded',
  'lapsed',
] as const;
export type Status = (typeof STATUSES)[number];

/** A change of status: when, by which rule, and on what words. */
export interface StatusChange {
  readonly status: Status;
  readonly date: IsoDate;
  /** Id of the rule in `STATUS_RULES`. */
  readonly rule: string;
  /** The mention that it rests on, or the decision of a person; absent where time alone changed it. */
  readonly mention?: string | undefined;
}

/** The status of an undertaking on a day, and how it came about. */
export interface StatusAt {
  readonly status: Status;
  readonly since: IsoDate;
  readonly rule: string;
  readonly changes: readonly StatusChange[];
}
