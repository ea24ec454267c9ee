import type {
  ActorId,
  Area,
  Figure,
  Format,
  IsoDate,
  IsoDateOrInterval,
  ProgressKind,
  Strength,
} from '../../model/index.ts';
import type {
  CommitmentMention,
  DocumentEntry,
  InstrumentMention,
  MeetingMention,
  ProgressMention,
} from '../entry/types.ts';
import type { Link } from '../links/types.ts';
import type { StatusRuling } from './clusters.ts';

/** Documents that tell one text: the head came first, the others are its reprints. */
export interface ReprintCluster {
  readonly head: string;
  readonly reprints: readonly { readonly document: string; readonly similarity: number }[];
}

/** A field in which the accounts of one meeting do not agree, with what each says. */
export interface Contradiction {
  readonly field: 'date' | 'place' | 'status' | 'participants';
  readonly values: readonly { readonly value: string; readonly mentions: readonly string[] }[];
}

/** One meeting, as all its accounts tell it. */
export interface MeetingRecord {
  /** The id of the first account. */
  readonly id: string;
  readonly mentions: readonly MeetingMention[];
  readonly parties: readonly ActorId[];
  readonly formats: readonly Format[];
  readonly participants: readonly { readonly name?: string | undefined; readonly office?: ActorId | undefined }[];
  readonly when?: IsoDateOrInterval | undefined;
  readonly date?: IsoDate | undefined;
  readonly place?: string | undefined;
  readonly status: MeetingMention['status'];
  readonly contradictions: readonly Contradiction[];
}

/** A report about an undertaking: a claim of progress, a document signed or a meeting held as was undertaken. */
export interface Evidence {
  readonly mention: ProgressMention | InstrumentMention | MeetingMention;
  readonly kind: ProgressKind;
  readonly date: IsoDate;
  readonly score: number;
  /** Whether the words speak of the same thing, not only of the same area: "tents", not "relief". */
  readonly specific: boolean;
}

/** One undertaking with all that was said of it. */
export interface CommitmentRecord {
  /** The id of its first mention. */
  readonly id: string;
  /** By date. The first is where it was made. */
  readonly mentions: readonly CommitmentMention[];
  readonly parties: readonly ActorId[];
  readonly circle: readonly ActorId[];
  readonly areas: readonly Area[];
  /** Its mentions at later talks, each text once. */
  readonly reaffirmations: readonly CommitmentMention[];
  readonly strengths: readonly Change<Strength>[];
  readonly deadlines: readonly Change<IsoDateOrInterval>[];
  readonly targets: readonly Change<Figure>[];
  readonly evidence: readonly Evidence[];
  /** Undertakings whose targets this one replaced, and those that replaced its own. */
  readonly revises: readonly string[];
  readonly revisedBy: readonly string[];
  /** Statuses that people set. */
  readonly ruled: readonly StatusRuling[];
  /** The meeting that it was made at. */
  readonly meeting?: string | undefined;
}

/** A value from a day on, and the mention that says so. */
export interface Change<T> {
  readonly value: T;
  readonly date?: IsoDate | undefined;
  readonly mention: string;
}

/** A document signed, as all its mentions tell it. */
export interface InstrumentRecord {
  readonly id: string;
  readonly mentions: readonly InstrumentMention[];
  readonly type: InstrumentMention['type'];
  readonly title?: string | undefined;
  readonly parties: readonly ActorId[];
  readonly date?: IsoDate | undefined;
  readonly status: InstrumentMention['status'];
}

/** What many readings say together. */
export interface LedgerRecord {
  readonly documents: ReadonlyMap<string, DocumentEntry>;
  readonly reprints: readonly ReprintCluster[];
  /** Documents that are one text in several languages. */
  readonly versions: readonly (readonly string[])[];
  readonly meetings: readonly MeetingRecord[];
  readonly commitments: readonly CommitmentRecord[];
  readonly instruments: readonly InstrumentRecord[];
  readonly progress: readonly ProgressMention[];
  /** Proposals that wait for a person. */
  readonly unsure: readonly Link[];
}
