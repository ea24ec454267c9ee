import { z } from 'zod';
import { isActorId } from './actors.ts';
import { ACTS } from './acts.ts';
import { AREAS } from './areas.ts';
import { IsoDate, IsoDateOrInterval } from './dates.ts';
import { MARKINGS } from './markings.ts';
import { Span } from './spans.ts';

const ActorId = z.string().refine(isActorId, 'an actor is written KAZ, KAZ/president or eaeu');
const Spans = z.array(Span).min(1);
const Area = z.enum(AREAS);
const Confidence = z.number().min(0).max(1);

/** Whence a finding comes: the rule or model that made it, and how sure that is. */
const origin = { rule: z.string().min(1), confidence: Confidence };

export const DOCUMENT_KINDS = ['readout', 'joint-statement', 'speech', 'interview', 'treaty', 'report'] as const;
export const LANGUAGES = ['en', 'ru', 'kk', 'ky'] as const;

/** What a document says of itself (codebook, section 1). */
export const DocumentFacts = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(DOCUMENT_KINDS),
  language: z.enum([...LANGUAGES, 'other']),
  title: z.string().optional(),
  publisher: z.string().optional(),
  citedSource: z.string().optional(),
  side: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  publishedAt: IsoDate.optional(),
  url: z.string().optional(),
  dateline: z.strictObject({ place: z.string().optional(), agency: z.string().optional() }).optional(),
});

/** By which step a mention was resolved; `ambiguous` when more than one actor remained. */
export const RESOLUTION_STEPS = [
  'exact',
  'text',
  'knowledge',
  'role',
  'group',
  'pronoun',
  'surname',
  'metonym',
  'ambiguous',
] as const;

/** A noun phrase that names an actor (section 2). Several actors behind one phrase are several mentions with one span. */
export const ActorMention = z.strictObject({
  spans: Spans,
  actor: ActorId,
  name: z.string().optional(),
  by: z.enum(RESOLUTION_STEPS),
  confidence: Confidence,
});

export const FORMATS = [
  'one-on-one',
  'narrow',
  'expanded',
  'multilateral',
  'call',
  'margins',
  'ceremony',
  'press',
] as const;

/** An encounter that the text reports as having happened or as planned (section 3). */
export const Meeting = z.strictObject({
  spans: Spans,
  formats: z.array(z.enum(FORMATS)),
  parties: z.array(ActorId),
  participants: z.array(z.strictObject({ name: z.string().optional(), office: ActorId.optional() })),
  date: IsoDateOrInterval.optional(),
  place: z.string().optional(),
  status: z.enum(['held', 'scheduled', 'cancelled']),
  ...origin,
});

/** Who does or says what toward whom (section 4). */
export const Statement = z.strictObject({
  spans: Spans,
  act: z.enum(ACTS),
  speaker: ActorId.optional(),
  sources: z.array(ActorId),
  targets: z.array(ActorId),
  polarity: z.enum(['positive', 'negative']),
  modality: z.enum(['actual', 'planned', 'desired', 'hypothetical']),
  areas: z.array(Area),
  quoted: z.boolean(),
  ...origin,
});

/** A number with its unit (`USD`, `%`, `km`, `t`, `people`, …) and what it measures. */
export const Figure = z.strictObject({
  value: z.number(),
  unit: z.string().optional(),
  measure: z.string().optional(),
});

/** An undertaking to future action (section 5). `spans` is its action; `statement` indexes the statement that makes it. */
export const Commitment = z.strictObject({
  spans: Spans,
  parties: z.array(ActorId).min(1),
  beneficiaries: z.array(ActorId),
  areas: z.array(Area),
  strength: z.literal([1, 2, 3, 4, 5]),
  deadline: IsoDateOrInterval.optional(),
  target: Figure.optional(),
  instrument: z.string().optional(),
  conditional: z.boolean(),
  reaffirms: z.boolean(),
  statement: z.int().nonnegative().optional(),
  ...origin,
});

export const INSTRUMENT_TYPES = [
  'treaty',
  'agreement',
  'memorandum',
  'joint-statement',
  'declaration',
  'protocol',
  'programme',
  'roadmap',
  'contract',
  'decision',
  'other',
] as const;

/** A document signed, adopted or in preparation (section 6). */
export const Instrument = z.strictObject({
  spans: Spans,
  type: z.enum(INSTRUMENT_TYPES),
  title: z.string().optional(),
  parties: z.array(ActorId),
  date: IsoDateOrInterval.optional(),
  status: z.enum(['in-preparation', 'signed', 'ratified', 'in-force', 'terminated']),
  areas: z.array(Area),
  ...origin,
});

export const PROGRESS_KINDS = ['progress', 'fulfilled', 'delayed', 'failed', 'abandoned', 'revised'] as const;

/** What became of an earlier undertaking, as the text tells it (section 6). */
export const Progress = z.strictObject({
  spans: Spans,
  kind: z.enum(PROGRESS_KINDS),
  areas: z.array(Area),
  figure: Figure.optional(),
  date: IsoDateOrInterval.optional(),
  ...origin,
});

/** What one document says, by the codebook (section 9). Absent means not said. */
export const Reading = z.strictObject({
  reader: z.string().min(1),
  document: DocumentFacts,
  actorMentions: z.array(ActorMention),
  meetings: z.array(Meeting),
  statements: z.array(Statement),
  commitments: z.array(Commitment),
  instruments: z.array(Instrument),
  progress: z.array(Progress),
  /** Who may see it: what a register adds to the readings that it exports. */
  marking: z.enum(MARKINGS).optional(),
});

/** The type with every array and object in it read-only. */
type Deep<T> = T extends [number, number]
  ? Span
  : T extends readonly (infer U)[]
    ? readonly Deep<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Deep<T[K]> }
      : T;

export type Language = (typeof LANGUAGES)[number];
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export type Format = (typeof FORMATS)[number];
export type InstrumentType = (typeof INSTRUMENT_TYPES)[number];
export type ProgressKind = (typeof PROGRESS_KINDS)[number];
export type ResolutionStep = (typeof RESOLUTION_STEPS)[number];
export type DocumentFacts = Deep<z.infer<typeof DocumentFacts>>;
export type ActorMention = Deep<z.infer<typeof ActorMention>>;
export type Meeting = Deep<z.infer<typeof Meeting>>;
export type Statement = Deep<z.infer<typeof Statement>>;
export type Figure = Deep<z.infer<typeof Figure>>;
export type Commitment = Deep<z.infer<typeof Commitment>>;
export type Strength = Commitment['strength'];
export type Instrument = Deep<z.infer<typeof Instrument>>;
export type Progress = Deep<z.infer<typeof Progress>>;
export type Reading = Deep<z.infer<typeof Reading>>;
