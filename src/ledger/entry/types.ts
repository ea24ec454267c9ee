import type {
  ActorId,
  Area,
  DocumentKind,
  Figure,
  Format,
  InstrumentType,
  IsoDate,
  IsoDateOrInterval,
  Language,
  ProgressKind,
  Span,
  Strength,
} from '../../model/index.ts';

/** What the ledger needs to know of a document: whence it comes, and a sketch of its wording to find reprints by. */
export interface DocumentEntry {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly language: Language | 'other';
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly publishedAt?: IsoDate | undefined;
  readonly url?: string | undefined;
  /** The state whose official voice it is. */
  readonly side?: ActorId | undefined;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  /** MinHash signature of the text's word shingles. */
  readonly signature: readonly number[];
}

/** What every mention carries, so that it can be compared without its document. */
interface MentionBase {
  /** `DOCUMENT#c120-180`: the document, the kind's letter and the span; the same for every reader that finds the same span. */
  readonly id: string;
  readonly document: string;
  readonly spans: readonly Span[];
  /** The words of the spans. */
  readonly words: string;
  /** The day of the talks that the mention belongs to, else that of publication; absent where neither is known. */
  readonly date?: IsoDate | undefined;
  /** States and organizations among whom the thing stands: its own parties and the others of its meeting. */
  readonly circle: readonly ActorId[];
  readonly rule: string;
  readonly confidence: number;
}

/** An encounter as one document tells it. */
export interface MeetingMention extends MentionBase {
  readonly kind: 'meeting';
  readonly formats: readonly Format[];
  readonly parties: readonly ActorId[];
  readonly participants: readonly { readonly name?: string | undefined; readonly office?: ActorId | undefined }[];
  /** As the text has it; `date` of the base is its first day. */
  readonly when?: IsoDateOrInterval | undefined;
  readonly place?: string | undefined;
  readonly status: 'held' | 'scheduled' | 'cancelled';
  readonly terms: readonly string[];
  readonly publishedAt?: IsoDate | undefined;
}

/** An undertaking as one document words it. */
export interface CommitmentMention extends MentionBase {
  readonly kind: 'commitment';
  readonly parties: readonly ActorId[];
  readonly beneficiaries: readonly ActorId[];
  readonly areas: readonly Area[];
  readonly strength: Strength;
  readonly deadline?: IsoDateOrInterval | undefined;
  readonly target?: Figure | undefined;
  readonly instrument?: string | undefined;
  readonly conditional: boolean;
  readonly reaffirms: boolean;
  /** The family of what is done: `lifecycle`, `renew`, `flow` (see `terms/concepts.json`). */
  readonly action?: string | undefined;
  /** What the words are about: concepts, names, numbers, rare words (see `terms/`). */
  readonly terms: readonly string[];
  /** The same of the sentences around, without the terms of the words themselves. */
  readonly context: readonly string[];
  /** The state whose voice tells it. */
  readonly side?: ActorId | undefined;
}

/** What a document says became of an earlier undertaking. */
export interface ProgressMention extends MentionBase {
  readonly kind: 'progress';
  /**
   * True where the text does not tell it as progress, but states something done or going on ("gas is being pumped") that may be what
   * was undertaken. Echoes stand behind the reading's own items of progress.
   */
  readonly echo?: boolean | undefined;
  readonly progress: ProgressKind;
  /** The states and organizations that did it, where the text says. */
  readonly doers?: readonly ActorId[] | undefined;
  readonly areas: readonly Area[];
  readonly figure?: Figure | undefined;
  /** The day or time that the claim is about, as the text has it. */
  readonly when?: IsoDateOrInterval | undefined;
  readonly action?: string | undefined;
  readonly terms: readonly string[];
  readonly context: readonly string[];
  /** Days or intervals that the sentence names ("decided in June 2018"), by which an undertaking is recalled. */
  readonly recalls: readonly IsoDateOrInterval[];
}

/** A document signed or in preparation, as one document tells it. */
export interface InstrumentMention extends MentionBase {
  readonly kind: 'instrument';
  readonly type: InstrumentType;
  readonly title?: string | undefined;
  readonly parties: readonly ActorId[];
  readonly when?: IsoDateOrInterval | undefined;
  readonly status: 'in-preparation' | 'signed' | 'ratified' | 'in-force' | 'terminated';
  readonly areas: readonly Area[];
  readonly terms: readonly string[];
  readonly context: readonly string[];
}

export type Mention = MeetingMention | CommitmentMention | ProgressMention | InstrumentMention;
export type MentionKind = Mention['kind'];

/** All that the ledger keeps of one document's reading: plain JSON, made once by `entryOf`. */
export interface LedgerEntry {
  readonly document: DocumentEntry;
  readonly meetings: readonly MeetingMention[];
  readonly commitments: readonly CommitmentMention[];
  readonly progress: readonly ProgressMention[];
  readonly instruments: readonly InstrumentMention[];
  /** Share of the text's statements and commitments that each area has, and in which order they come up. */
  readonly areas: readonly AreaShare[];
}

/** How much of a text an area has: code units of the statements about it, and where it first comes up. */
export interface AreaShare {
  readonly area: Area;
  readonly length: number;
  readonly first: number;
}
