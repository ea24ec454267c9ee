import type { ActorId, Figure, IsoDateOrInterval, Language } from '../../model/index.ts';

/** The messages that a brief is made of, by their codes: the surface that shows it has the words. */
export const BRIEF_MESSAGES = [
  'brief.accountsDiffer',
  'brief.again',
  'brief.answer',
  'brief.ask',
  'brief.askDelayed',
  'brief.askFailed',
  'brief.askOpen',
  'brief.askPartly',
  'brief.askProgress',
  'brief.commitmentsOf',
  'brief.differences',
  'brief.differencesOf',
  'brief.documents',
  'brief.heading',
  'brief.joint',
  'brief.kept',
  'brief.keptSince',
  'brief.lastMeetings',
  'brief.lastReport',
  'brief.made',
  'brief.more',
  'brief.noFigure',
  'brief.notInForce',
  'brief.numbers',
  'brief.only',
  'brief.overdue',
  'brief.preparing',
  'brief.raise',
  'brief.relations',
  'brief.reported',
  'brief.score',
  'brief.signed',
  'brief.signedSince',
  'brief.summary',
  'brief.target',
  'brief.together',
  'brief.undated',
  'brief.unnamed',
  'brief.untouched',
  'brief.untouchedLine',
  'commitment.due',
  'field.status',
  'kind.commitment',
  'marking.label',
  'meeting.undated',
  'meeting.unsaid',
  'quote',
] as const;
export type BriefMessage = (typeof BRIEF_MESSAGES)[number];

/**
 * The words of one language for a brief: messages, names, times and numbers. The ledger says what a brief tells, by codes and their
 * parameters; who shows it brings these.
 */
export interface BriefWords {
  readonly language: Language;
  readonly t: (code: BriefMessage, params?: Readonly<Record<string, string | number>>) => string;
  /** The name of a value of the data: `of('area', 'trade')`. */
  readonly of: (
    prefix:
      | 'area'
      | 'contradiction'
      | 'documentKind'
      | 'field'
      | 'format'
      | 'instrument'
      | 'marking'
      | 'status'
      | 'strength',
    value: string,
  ) => string;
  /** A day or interval in full. */
  readonly when: (value: IsoDateOrInterval) => string;
  /** A day, short, as citations have it. */
  readonly day: (value: IsoDateOrInterval) => string;
  readonly number: (value: number) => string;
  /** A figure with its unit, without what it measures. */
  readonly figure: (value: Figure) => string;
  /** What a figure measures. */
  readonly measure: (value: string) => string;
  readonly actor: (id: ActorId) => string;
  readonly list: (items: readonly string[]) => string;
}
