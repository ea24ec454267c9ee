import { z } from 'zod';
import { STATUSES } from '../../desk/index.ts';
import {
  ACTS,
  AREAS,
  Commitment,
  Figure,
  FORMATS,
  INSTRUMENT_TYPES,
  Instrument,
  IsoDate,
  IsoDateOrInterval,
  LANGUAGES,
  MARKINGS,
  Meeting,
  PROGRESS_KINDS,
  Progress,
  Reading,
  Span,
} from '../../model/index.ts';

/** The shapes of what the API answers; each answer is made by `views.ts` and validated against these in the tests. */

const Actor = z.string().describe('KAZ, KAZ/president, eaeu');
const Area = z.enum(AREAS);
const Status = z.enum(STATUSES);
const Words = {
  id: z.string(),
  document: z.string(),
  spans: z.array(Span),
  words: z.string(),
  date: IsoDate.optional(),
};
const Origin = { rule: z.string(), confidence: z.number() };

export const DocumentSummary = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  language: z.string(),
  publisher: z.string().optional(),
  citedSource: z.string().optional(),
  side: Actor.optional(),
  publishedAt: IsoDate.optional(),
  url: z.string().optional(),
  addedAt: z.string(),
  marking: z.enum(MARKINGS),
});

export const PairSummary = z.object({
  pair: z.string(),
  a: Actor,
  b: Actor,
  documents: z.int(),
  meetings: z.int(),
  commitments: z.int(),
  instruments: z.int(),
  progress: z.int(),
  firstDate: IsoDate.optional(),
  lastDate: IsoDate.optional(),
  marking: z.enum(MARKINGS),
});

/** Words of a text where something is found. */
const MentionView = z.object({ ...Words, ...Origin });

const StatusChange = z.object({ status: Status, date: IsoDate, rule: z.string(), mention: z.string().optional() });

const CommitmentRecordView = z.object({
  id: z.string(),
  words: z.string(),
  parties: z.array(Actor),
  areas: z.array(Area),
  strength: z.int().min(1).max(5),
  made: IsoDate.optional(),
  deadline: IsoDateOrInterval.optional(),
  target: Figure.optional(),
  meeting: z.string().optional(),
  status: Status.optional(),
  since: IsoDate.optional(),
  statusRule: z.string().optional(),
  changes: z.array(StatusChange),
  mentions: z.array(MentionView),
  evidence: z.array(z.object({ kind: z.enum(PROGRESS_KINDS), date: IsoDate, mention: MentionView })),
});

const MeetingRecordView = z.object({
  id: z.string(),
  parties: z.array(Actor),
  formats: z.array(z.enum(FORMATS)),
  participants: z.array(z.object({ name: z.string().optional(), office: Actor.optional() })),
  date: IsoDateOrInterval.optional(),
  place: z.string().optional(),
  status: z.enum(['held', 'scheduled', 'cancelled']),
  mentions: z.array(MentionView),
  contradictions: z.array(z.object({ field: z.string(), values: z.array(z.string()) })),
});

const InstrumentRecordView = z.object({
  id: z.string(),
  type: z.enum(INSTRUMENT_TYPES),
  title: z.string().optional(),
  parties: z.array(Actor),
  date: IsoDate.optional(),
  status: z.string(),
  mentions: z.array(MentionView),
});

const ScoreSum = z.object({
  key: z.string(),
  score: z.number(),
  count: z.int(),
  mean: z.number(),
  statuses: z.partialRecord(Status, z.int()),
});

export const DossierView = z.object({
  pair: PairSummary,
  asOf: IsoDate,
  meetings: z.array(MeetingRecordView),
  commitments: z.array(CommitmentRecordView),
  instruments: z.array(InstrumentRecordView),
  documents: z.array(DocumentSummary),
  scores: z.object({ all: ScoreSum, bySide: z.array(ScoreSum), byArea: z.array(ScoreSum), byYear: z.array(ScoreSum) }),
});

export const DocumentDetail = z.object({ document: DocumentSummary, text: z.string(), reading: Reading });

const Shared = z.object({
  a: MentionView,
  b: MentionView,
  differences: z.array(z.object({ field: z.string(), a: z.string().optional(), b: z.string().optional() })),
});

const ComparisonView = z.object({
  a: z.string(),
  b: z.string(),
  sides: z.object({ a: Actor.optional(), b: Actor.optional() }),
  both: z.array(Shared),
  perhaps: z.array(Shared),
  onlyA: z.array(MentionView),
  onlyB: z.array(MentionView),
});

export const MeetingDetail = z.object({
  pair: z.string(),
  meeting: MeetingRecordView,
  commitments: z.array(CommitmentRecordView),
  documents: z.array(DocumentSummary),
  comparisons: z.array(ComparisonView),
});

export const CommitmentDetail = z.object({
  pair: z.string(),
  asOf: IsoDate,
  commitment: CommitmentRecordView,
  documents: z.array(DocumentSummary),
});

export const SearchAnswer = z.object({
  results: z.array(
    z.object({ document: DocumentSummary, score: z.number(), snippet: z.string(), marks: z.array(Span), at: z.int() }),
  ),
  more: z.boolean(),
});

/** A finding with its document: what a list over all pairs gives. */
export const FindingView = z.object({
  ...Words,
  kind: z.enum(['meeting', 'commitment', 'instrument', 'progress']),
  item: z.union([Meeting, Commitment, Instrument, Progress]),
  source: DocumentSummary,
});

const Standing = {
  id: z.string(),
  pair: z.string(),
  marking: z.enum(MARKINGS),
  words: z.string(),
  parties: z.array(Actor),
  areas: z.array(Area),
  strength: z.int().min(1).max(5),
  made: IsoDate.optional(),
  target: Figure.optional(),
  document: z.string().describe('in which it was made'),
  mentions: z.int().describe('how many texts tell of it'),
  status: Status.optional(),
  since: IsoDate.optional(),
};

/** An undertaking in a list over all pairs. */
const StandingView = z.object({ ...Standing, deadline: IsoDate.optional() });

/** A page of such a list, with how many there are; `stale` pairs have changed and are still worked on. */
export const StandingsView = z.object({
  asOf: IsoDate,
  items: z.array(StandingView),
  count: z.int(),
  more: z.boolean(),
  stale: z.int(),
});

const DueList = z.object({
  count: z.int(),
  items: z.array(z.object({ ...Standing, deadline: IsoDate, days: z.int() })),
});

/** What is due, with the counts of whole lists. */
export const AgendaView = z.object({
  asOf: IsoDate,
  soon: DueList.describe('due within 30 days'),
  later: DueList.describe('due after that and within 90 days'),
  overdue: DueList,
  stale: z.int(),
});

export const ReviewView = z.object({
  id: z.string(),
  kind: z.enum(['finding', 'link']),
  doubt: z.number(),
  link: z.object({ kind: z.string(), score: z.number(), reasons: z.array(z.string()) }).optional(),
  mentions: z.array(MentionView),
});

export const RulingView = z.object({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  document: z.string().optional(),
  payload: z.record(z.string(), z.unknown()),
  who: z.string(),
  at: z.string(),
  why: z.string(),
  undoes: z.string().optional(),
  marking: z.enum(MARKINGS).optional(),
});

export const BriefView = z.object({
  marking: z.enum(MARKINGS),
  title: z.string(),
  language: z.enum(LANGUAGES),
  states: z.array(Actor),
  asOf: IsoDate,
  for: Actor.optional(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      groups: z.array(
        z.object({
          title: z.string().optional(),
          more: z.int(),
          lines: z.array(
            z.object({
              text: z.string(),
              detail: z.string().optional(),
              status: Status.optional(),
              commitment: z.string().optional(),
              citations: z.array(
                z.object({
                  publisher: z.string(),
                  date: IsoDate.optional(),
                  title: z.string().optional(),
                  document: z.string(),
                  span: Span,
                  url: z.string().optional(),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  value: z.string().optional(),
  remedy: z.string().optional(),
});

export const CodebookView = z.object({ areas: z.array(Area), acts: z.array(z.enum(ACTS)), statuses: z.array(Status) });
