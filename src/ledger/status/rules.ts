import { type Figure, type IsoDate, type IsoDateOrInterval, lastDayOf } from '../../model/index.ts';
import { isSameMeasure } from '../links/features.ts';
import type { Evidence } from '../record/types.ts';
import { reportedFigure } from './figures.ts';
import type { Status } from './types.ts';

/** The undertaking as it is judged: what it set out to reach, until when, and whether it promised help. */
export interface Terms {
  readonly madeOn: IsoDate;
  readonly target?: Figure | undefined;
  readonly deadline?: IsoDateOrInterval | undefined;
  readonly isHelp: boolean;
}

/** Something that happened to an undertaking. */
export type HistoryEvent =
  | { readonly kind: 'evidence'; readonly date: IsoDate; readonly evidence: Evidence }
  | { readonly kind: 'reaffirmed'; readonly date: IsoDate; readonly mention: string }
  | { readonly kind: 'replaced'; readonly date: IsoDate; readonly mention: string; readonly by: Figure }
  | { readonly kind: 'deadline'; readonly date: IsoDate }
  | { readonly kind: 'silence'; readonly date: IsoDate };

/** One rule: where it applies, and the status that it gives. The first that applies to an event decides. */
export interface StatusRule {
  readonly id: string;
  readonly reason: string;
  readonly example: string;
  readonly gives: Status;
  readonly applies: (event: HistoryEvent, terms: Terms, status: Status) => boolean;
}

/** Years without a word after which an undated undertaking has lapsed: longer than programmes of cooperation and terms of office run. */
export const LAPSE_YEARS = 10;

/** What no later event changes. */
export const FINAL: ReadonlySet<Status> = new Set(['fulfilled', 'abandoned', 'superseded']);

const isReport = (event: HistoryEvent, ...kinds: readonly Evidence['kind'][]) =>
  event.kind === 'evidence' && kinds.includes(event.evidence.kind);

/** Words for one thing taking the place of another, and for time that ran out. */
const REPLACED =
  /(?<![\p{L}])(?:replac|instead of|in place of|supersed|gave way|given way|вместо|взамен|замен[её]н|сменил|уступил|орнына|ордуна)/iu;
const EXPIRED = /(?<![\p{L}])(?:expir|laps|ran out|истек|истёк|утратил[аои]? силу|күшін жойды|күчүн жогот)/iu;

function says(event: HistoryEvent, words: RegExp): boolean {
  return event.kind === 'evidence' && words.test(event.evidence.mention.words);
}

/** The rules in their order. */
export const STATUS_RULES: readonly StatusRule[] = [
  {
    id: 'fulfilled.figure',
    reason: 'a reported figure of the target’s unit is at or above the target',
    example: 'Target: trade of 500 million dollars. “Trade came to 520 million dollars.”',
    gives: 'fulfilled',
    applies: (event, { target }) => reachesTarget(event, target),
  },
  {
    id: 'progress.below-target',
    reason: 'a text calls the work done, but the figure that it gives is below the target',
    example: 'Target: ten schools. “The construction of four schools has been completed.”',
    gives: 'in-progress',
    applies: (event, { target }) => isReport(event, 'fulfilled') && fallsShort(event, target),
  },
  {
    id: 'fulfilled.report',
    reason: 'a text says that it was done, or the document that was to be drawn up is signed',
    example: '“The bridge was opened in June.”',
    gives: 'fulfilled',
    applies: (event) => isReport(event, 'fulfilled'),
  },
  {
    id: 'superseded.replaced',
    reason: 'a text says that something else took its place; a target that was raised is another matter',
    example: '“The plan for a ferry has been replaced by a bridge.”',
    gives: 'superseded',
    applies: (event, { target }) =>
      target === undefined && isReport(event, 'revised', 'abandoned') && says(event, REPLACED),
  },
  {
    id: 'lapsed.expired',
    reason: 'a text says that its time ran out',
    example: '“The programme expired without having begun.”',
    gives: 'lapsed',
    applies: (event) => isReport(event, 'failed', 'abandoned') && says(event, EXPIRED),
  },
  {
    id: 'abandoned.report',
    reason: 'a text says that it was given up',
    example: '“The sides have dropped the plan for a ferry.”',
    gives: 'abandoned',
    applies: (event) => isReport(event, 'abandoned'),
  },
  {
    id: 'failed.report',
    reason: 'a text says that it was not done and does not say that it still will be',
    example: '“The grain was never delivered.”',
    gives: 'failed',
    applies: (event) => isReport(event, 'failed'),
  },
  {
    id: 'delayed.report',
    reason: 'a text says that it is late',
    example: '“The tunnel is behind schedule.”',
    gives: 'delayed',
    applies: (event) => isReport(event, 'delayed'),
  },
  {
    id: 'partly.help',
    reason: 'particular help was promised, and a text tells of help in general only',
    example: 'Promised: tents. “The neighbours send relief regularly.”',
    gives: 'partly',
    applies: (event, { isHelp }) =>
      isHelp && event.kind === 'evidence' && event.evidence.kind === 'progress' && !event.evidence.specific,
  },
  {
    id: 'progress.late',
    reason: 'work goes on after the deadline has passed: it stays late until it is done',
    example: 'Due by March; in May: “Work on the canal continues.”',
    gives: 'delayed',
    applies: (event, { deadline }, status) =>
      status === 'delayed' &&
      (isReport(event, 'progress', 'revised') || event.kind === 'reaffirmed') &&
      isPast(deadline, event.date),
  },
  {
    id: 'progress.report',
    reason: 'a text tells of work going on, or of a figure moved toward the target',
    example: '“The foundations of the plant have been laid.”',
    gives: 'in-progress',
    applies: (event, _terms, status) => isReport(event, 'progress') && status !== 'partly',
  },
  {
    id: 'progress.revised',
    reason: 'a new date or target was set: it is still wanted',
    example: '“The launch is now expected in the autumn.”',
    gives: 'in-progress',
    applies: (event) => isReport(event, 'revised'),
  },
  {
    id: 'superseded.lower',
    reason: 'a later undertaking sets a lower target in its place',
    example: 'First a million tonnes a year, later half a million.',
    gives: 'superseded',
    applies: (event, { target }) => event.kind === 'replaced' && target !== undefined && event.by.value < target.value,
  },
  {
    id: 'progress.raised',
    reason: 'a later undertaking sets a higher target before this one was reached',
    example: 'First trade of one billion dollars, then of two.',
    gives: 'in-progress',
    applies: (event) => event.kind === 'replaced',
  },
  {
    id: 'progress.reaffirmed',
    reason: 'later talks undertook it again: it is alive, and has not been done',
    example: 'A year later: “They reaffirmed their intention to build the road.”',
    gives: 'in-progress',
    applies: (event, _terms, status) => event.kind === 'reaffirmed' && status !== 'partly',
  },
  {
    id: 'delayed.deadline',
    reason: 'the deadline passed and no text says that it was done',
    example: 'Due by the end of 2024; on 1 January 2025 no report.',
    gives: 'delayed',
    applies: (event, _terms, status) => event.kind === 'deadline' && !['partly', 'failed'].includes(status),
  },
  {
    id: 'lapsed.silence',
    reason: `no text spoke of it for ${LAPSE_YEARS} years, and it has no deadline`,
    example: 'An exchange of students agreed in 2005 and never heard of again, asked about in 2016.',
    gives: 'lapsed',
    applies: (event, { deadline }, status) =>
      event.kind === 'silence' && deadline === undefined && ['open', 'in-progress'].includes(status),
  },
];

function reachesTarget(event: HistoryEvent, target: Figure | undefined): boolean {
  const figure = figureOf(event);
  return (
    figure !== undefined &&
    target !== undefined &&
    isSameMeasure(figure, target) &&
    figure.value >= target.value &&
    isSpecific(event) &&
    isReport(event, 'progress', 'fulfilled')
  );
}

function isSpecific(event: HistoryEvent): boolean {
  return event.kind === 'evidence' && event.evidence.specific;
}

function fallsShort(event: HistoryEvent, target: Figure | undefined): boolean {
  const figure = figureOf(event);
  return figure !== undefined && target !== undefined && isSameMeasure(figure, target) && figure.value < target.value;
}

function figureOf(event: HistoryEvent): Figure | undefined {
  return event.kind === 'evidence' && event.evidence.mention.kind === 'progress'
    ? reportedFigure(event.evidence.mention, event.date)
    : undefined;
}

/** Whether the last day of a deadline lies before a day. */
function isPast(deadline: IsoDateOrInterval | undefined, day: IsoDate): boolean {
  const last = deadline === undefined ? undefined : lastDayOf(deadline);
  return last !== undefined && last < day;
}
