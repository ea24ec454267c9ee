import type { Doc } from '../language/index.ts';
import type {
  ActorId,
  Document,
  DocumentFacts,
  Figure,
  IsoDateOrInterval,
  ResolutionStep,
  Span,
} from '../model/index.ts';
import type { Dateline } from './layout/dateline.ts';

/** What reading starts from: a document and its text with trees. Each step returns the setting with one layer more. */
export interface Input {
  readonly document: Document;
  readonly doc: Doc;
}

/** `ignored` is what belongs to the page and not to the text: menus, tags, share lines, counters, credits. */
export type BlockKind =
  | 'headline'
  | 'heading'
  | 'paragraph'
  | 'question'
  | 'list-item'
  | 'caption'
  | 'related'
  | 'signature'
  | 'annex'
  | 'ignored';

/** A line or paragraph of the text, and what part it plays in the layout. Blocks are in order and hold every token. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** First token, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  /** The first token behind a dateline, a number or a bullet; equal to `first` where there is none. */
  readonly body: number;
  /** The block that introduces a list item (“…the parties agreed to:”); an index into `blocks`. */
  readonly introducedBy?: number;
  readonly dateline?: Dateline;
}

export interface WithBlocks extends Input {
  readonly blocks: readonly Block[];
  /** The block that holds a token. */
  blockAt(token: number): Block;
}

export interface WithFacts extends WithBlocks {
  readonly facts: DocumentFacts;
}

/** What kind of noun phrase a mention is. `group`: one phrase for several actors (“the sides”). */
type MentionKind = 'state' | 'organization' | 'office' | 'person' | 'delegation' | 'body' | 'group' | 'pronoun';

/** A noun phrase that names one actor or, as a group, several. */
export interface Mention {
  readonly kind: MentionKind;
  /** Outermost tokens, both within the phrase, and its syntactic head. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly span: Span;
  /** Never empty. */
  readonly actors: readonly ActorId[];
  /** Of persons named: each actor's name as the text gives it, in the nominative. */
  readonly names?: readonly string[];
  readonly by: ResolutionStep;
  readonly confidence: number;
}

export interface WithMentions extends WithFacts {
  /** In the order of the text, free of overlaps. */
  readonly mentions: readonly Mention[];
  /** The mention that covers a token. */
  mentionAt(token: number): Mention | undefined;
  /** The states and organizations whose dealings the document tells, most central first: whom “the sides” means. */
  readonly parties: readonly ActorId[];
}

/** Words between quotation marks or in a speaker's turn; a quotation over several paragraphs is one a paragraph. */
export interface Quote {
  readonly span: Span;
  /** Tokens within the marks: first, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  readonly speaker?: ActorId;
  /** Whether quotation marks stand around it (codebook: `quoted`); false for turns of an interview. */
  readonly marked: boolean;
}

export interface WithQuotes extends WithMentions {
  readonly quotes: readonly Quote[];
  quoteAt(token: number): Quote | undefined;
  /** Whose words the token belongs to by quotation or because the whole document is one person's speech or answers. */
  speakerAt(token: number): ActorId | undefined;
}

/** How finely a time is given. */
export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'years';

/** A time expression with its preposition: “by the end of 2025”, «до 1 июня». */
export interface Time {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  /** The day or interval by the codebook's rulings (section 10, “Times and numbers”). */
  readonly value: IsoDateOrInterval;
  /** What it means where the text looks ahead, or back, if that is not `value`: a month without its year. */
  readonly ahead?: IsoDateOrInterval;
  readonly behind?: IsoDateOrInterval;
  readonly precision: Precision;
  /** `by`: an end that something must meet; `from`: a beginning; `at`: when something is; `for`: how long something holds. */
  readonly bound: 'at' | 'by' | 'from' | 'for';
  readonly rule: string;
}

export interface WithTimes extends WithQuotes {
  readonly times: readonly Time[];
}

/** An amount with its unit: “$2 billion”, «17,7 %», “two thousand tonnes”. `measure` is filled by those who use it. */
export interface Amount {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  readonly figure: Figure;
  /** “to $2 billion” is a level to reach, “by 12 %” a change. */
  readonly bound?: 'to' | 'by' | 'over' | 'under' | 'about';
}

export interface WithAmounts extends WithTimes {
  readonly amounts: readonly Amount[];
}
