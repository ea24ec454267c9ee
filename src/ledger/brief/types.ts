import type { ActorId, IsoDate, Language, Marking, Span } from '../../model/index.ts';
import type { Status } from '../status/types.ts';
import type { BriefWords } from './words.ts';

/** Where a line of a brief comes from. */
export interface Citation {
  readonly publisher: string;
  readonly date?: IsoDate | undefined;
  readonly title?: string | undefined;
  readonly document: string;
  readonly span: Span;
  readonly url?: string | undefined;
}

/** One line: its text, what it rests on, and how it is marked. */
export interface BriefLine {
  readonly text: string;
  /** A second, smaller line: the words of a source, or what came of it. */
  readonly detail?: string | undefined;
  readonly status?: Status | undefined;
  /** The undertaking that it tells of, by its record's id. */
  readonly commitment?: string | undefined;
  readonly citations: readonly Citation[];
}

/** Lines under a heading of their own, and how many more there are than fit. */
export interface BriefGroup {
  readonly title?: string | undefined;
  readonly lines: readonly BriefLine[];
  readonly more: number;
}

const BRIEF_SECTIONS = [
  'relations',
  'overdue',
  'agenda',
  'theirs',
  'ours',
  'joint',
  'kept',
  'numbers',
  'documents',
  'differences',
] as const;
export type BriefSectionId = (typeof BRIEF_SECTIONS)[number];

export interface BriefSection {
  readonly id: BriefSectionId;
  readonly title: string;
  readonly groups: readonly BriefGroup[];
}

/** What is needed for the next talks of some states, as of a day, seen from one of them where `for` is given. */
export interface Brief {
  readonly title: string;
  /** The language of its own words; quoted words stay in that of their text. */
  readonly language: Language;
  readonly states: readonly ActorId[];
  readonly asOf: IsoDate;
  readonly for?: ActorId | undefined;
  /** The highest of what it was written from: who may see the brief. */
  readonly marking?: Marking | undefined;
  readonly sections: readonly BriefSection[];
}

export interface BriefOptions {
  readonly states: readonly ActorId[];
  readonly asOf: IsoDate;
  readonly for?: ActorId | undefined;
  readonly words: BriefWords;
}
