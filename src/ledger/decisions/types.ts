import { z } from 'zod';
import {
  AREAS,
  Figure,
  IsoDate,
  IsoDateOrInterval,
  type Marking,
  PROGRESS_KINDS,
  ReadoutError,
  Span,
} from '../../model/index.ts';
import { STATUSES } from '../status/types.ts';

const Strength = z.literal([1, 2, 3, 4, 5]);
const Parties = z.array(z.string()).min(1);
const Areas = z.array(z.enum(AREAS));

/** What a correction may change of a finding; `null` takes a value away. */
const Correction = z.strictObject({
  parties: Parties.optional(),
  beneficiaries: z.array(z.string()).optional(),
  areas: Areas.optional(),
  strength: Strength.optional(),
  deadline: IsoDateOrInterval.nullable().optional(),
  target: Figure.nullable().optional(),
  conditional: z.boolean().optional(),
  date: IsoDate.optional(),
  when: IsoDateOrInterval.nullable().optional(),
  place: z.string().nullable().optional(),
  status: z.enum(['held', 'scheduled', 'cancelled']).optional(),
  progress: z.enum(PROGRESS_KINDS).optional(),
  figure: Figure.nullable().optional(),
});
export type Correction = z.infer<typeof Correction>;

/** A commitment that the reader did not find, with the place in its source that it was read from. */
const AddedCommitment = z.strictObject({
  words: z.string().min(1),
  spans: z.array(Span).min(1),
  parties: Parties,
  areas: Areas.min(1),
  strength: Strength,
  deadline: IsoDateOrInterval.optional(),
  target: Figure.optional(),
  date: IsoDate.optional(),
});

/** What each kind of decision rules. Ids are those of mentions, or of documents for reprints. */
export const PAYLOADS = {
  /** The finding is right. */
  accept: z.object({}),
  /** The finding is wrong: it leaves the record. */
  reject: z.object({}),
  correct: z.object({ fields: Correction }),
  /** The subject and `with` are one thing. */
  merge: z.object({ with: z.string() }),
  /** The subject and `from` are two things. */
  split: z.object({ from: z.string() }),
  /** The subject, a claim of progress or a document signed, speaks of the commitment `to`. */
  link: z.object({ to: z.string() }),
  unlink: z.object({ from: z.string() }),
  'set-status': z.object({ status: z.enum(STATUSES), date: IsoDate.optional() }),
  note: z.object({ text: z.string().min(1) }),
  'add-commitment': z.object({ commitment: AddedCommitment }),
  undo: z.object({}),
} as const;

export type RulingKind = keyof typeof PAYLOADS;

/** What a person ruled, when and why; `undoes` is set of kind `undo` only. Decisions are added, never changed. */
export interface Ruling {
  readonly id: string;
  readonly kind: RulingKind;
  /** The mention or document that it is about. */
  readonly subject: string;
  readonly document?: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly who: string;
  /** ISO time. */
  readonly at: string;
  readonly why: string;
  readonly undoes?: string | undefined;
  /** Who may see it: at least those who may see every document that it names. */
  readonly marking?: Marking | undefined;
}

/** The payload of a decision of a kind, or a coded error `bad-input`. */
export function payloadOf<K extends RulingKind>(kind: K, decision: Ruling): z.infer<(typeof PAYLOADS)[K]> {
  const parsed = PAYLOADS[kind].safeParse(decision.payload);
  if (parsed.success) return parsed.data as z.infer<(typeof PAYLOADS)[K]>;
  const where = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new ReadoutError(
    'bad-input',
    `a decision of kind ${kind} with a payload that does not fit`,
    decision.id,
    where,
  );
}
