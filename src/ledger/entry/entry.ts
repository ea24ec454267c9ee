import type { Doc } from '../../language/index.ts';
import {
  type Act,
  type ActorId,
  type Document,
  firstDayOf,
  lengthOf,
  principalsOf,
  type Reading,
  type Span,
  spansMatch,
  wordsOf,
} from '../../model/index.ts';
import { actionIn, isAboutDocument, isThingTerm, type PlacedTerm, placedTerms, termsIn } from '../terms/terms.ts';
import { circleOf, mainOccasion, occasionAt, statesAround } from './circle.ts';
import { recalledTimes } from './recalls.ts';
import { signatureOf } from './shingles.ts';
import type {
  AreaShare,
  CommitmentMention,
  DocumentEntry,
  InstrumentMention,
  LedgerEntry,
  MeetingMention,
  MentionKind,
  ProgressMention,
} from './types.ts';
import { sentencesOf, wordingAround } from './wording.ts';

/** What the extractors share of one document. */
interface Source {
  readonly document: Document;
  readonly doc: Doc;
  readonly reading: Reading;
  readonly placed: readonly PlacedTerm[];
  readonly ids: Map<string, number>;
}

/**
 * All that the ledger needs of a document and its reading, once and for all: plain JSON, without the text. `doc` gives tokens and
 * sentences; trees are not needed. The entry follows from its arguments alone.
 */
export function entryOf(document: Document, doc: Doc, reading: Reading): LedgerEntry {
  const source: Source = { document, doc, reading, placed: placedTerms(doc), ids: new Map() };
  return {
    document: documentEntry(source),
    meetings: reading.meetings.map((meeting) => meetingMention(source, meeting)),
    commitments: reading.commitments.map((commitment) => commitmentMention(source, commitment)),
    progress: [...reading.progress.map((progress) => progressMention(source, progress)), ...echoMentions(source)],
    instruments: reading.instruments.map((instrument) => instrumentMention(source, instrument)),
    areas: areaShares(reading),
  };
}

function documentEntry({ document, reading: { document: facts } }: Source): DocumentEntry {
  return {
    id: document.id,
    kind: facts.kind,
    language: facts.language,
    ...defined({
      title: facts.title ?? document.text.split('\n', 1)[0],
      publisher: document.publisher ?? facts.publisher,
      publishedAt: document.publishedAt ?? facts.publishedAt,
      url: document.url ?? facts.url,
      side: facts.side,
    }),
    length: document.text.length,
    signature: signatureOf(document.text),
  };
}

function meetingMention(source: Source, meeting: Reading['meetings'][number]): MeetingMention {
  const { formats, parties, participants, date: when, place, status } = meeting;
  const day = when === undefined ? undefined : firstDayOf(when);
  return {
    kind: 'meeting',
    ...baseOf(source, 'meeting', meeting),
    ...defined({ date: day ?? publishedAt(source), when, place, publishedAt: publishedAt(source) }),
    circle: [...parties].sort(),
    formats,
    parties: [...parties].sort(),
    participants,
    status,
    terms: meetingTerms(source, meeting),
  };
}

/** The terms of an account; of a plan ("they will chair the meeting"), also those before it, which say of what body. */
function meetingTerms({ placed, doc }: Source, { spans, status }: Reading['meetings'][number]): string[] {
  return termsIn(placed, status === 'scheduled' ? [sentencesOf(doc, spans, 1)] : spans);
}

function commitmentMention(source: Source, commitment: Reading['commitments'][number]): CommitmentMention {
  const { parties, beneficiaries, areas, strength, deadline, target, instrument, conditional, reaffirms } = commitment;
  const occasion = occasionAt(source.reading, parties, commitment.spans);
  return {
    kind: 'commitment',
    ...baseOf(source, 'commitment', commitment),
    ...defined({
      date: occasion.date,
      side: source.reading.document.side,
      deadline,
      target,
      instrument,
      action: actionIn(source.placed, commitment.spans),
    }),
    circle: circleOf([...parties, ...beneficiaries], occasion),
    parties: [...parties].sort(),
    beneficiaries,
    areas,
    strength,
    conditional,
    reaffirms,
    ...wordingAround(source, commitment.spans, target),
  };
}

function progressMention(source: Source, progress: Reading['progress'][number]): ProgressMention {
  const sentences = sentencesOf(source.doc, progress.spans);
  const around = statesAround(source.reading, sentences);
  const occasion =
    around.length > 1 ? occasionAt(source.reading, around, progress.spans) : mainOccasion(source.reading);
  const { document, doc } = source;
  return {
    kind: 'progress',
    ...baseOf(source, 'progress', progress),
    ...defined({
      date: publishedAt(source),
      figure: progress.figure,
      when: progress.date,
      doers: doersOf(source.reading, progress.spans),
      action: isAboutDocument(source.placed, progress.spans) ? 'law' : actionIn(source.placed, progress.spans),
    }),
    circle: circleOf(around, occasion),
    progress: progress.kind,
    areas: progress.areas,
    ...wordingAround(source, progress.spans, progress.figure),
    recalls: recalledTimes(document.text.slice(...sentences), doc.language, publishedAt(source)),
  };
}

/** Who does what the spans tell of: the sources of the statement that they stand in; undefined where it names none. */
function doersOf({ statements }: Reading, spans: readonly Span[]): ActorId[] | undefined {
  const telling = statements.find((statement) => spansMatch(statement.spans, spans));
  return telling === undefined || telling.sources.length === 0 ? undefined : principalsOf(telling.sources);
}

/** Acts that tell of something done or going on. */
const TELLING: ReadonlySet<Act> = new Set(['cooperate', 'aid', 'yield', 'sign', 'state']);

/** How sure an echo is, of the confidence of its statement. */
const ECHO = 0.6;

/** Statements that may tell of an earlier undertaking without saying so: what is, where no other finding tells of it already. */
function echoMentions(source: Source): ProgressMention[] {
  const { statements, progress, commitments } = source.reading;
  const told = [...progress, ...commitments].map(({ spans }) => spans);
  return statements.flatMap((statement): ProgressMention[] => {
    const { act, modality, polarity, spans, areas, rule, confidence } = statement;
    if (
      !TELLING.has(act) ||
      modality !== 'actual' ||
      polarity !== 'positive' ||
      told.some((one) => spansMatch(one, spans))
    )
      return [];
    const claim = { spans, kind: 'progress' as const, areas, rule: `echo.${rule}`, confidence: confidence * ECHO };
    const mention = progressMention(source, claim);
    return mention.terms.some(isThingTerm) ? [{ ...mention, echo: true }] : [];
  });
}

function instrumentMention(source: Source, instrument: Reading['instruments'][number]): InstrumentMention {
  const { type, title, parties, date: when, status, areas } = instrument;
  const occasion = occasionAt(source.reading, parties, instrument.spans);
  const day = when === undefined ? undefined : firstDayOf(when);
  return {
    kind: 'instrument',
    ...baseOf(source, 'instrument', instrument),
    ...defined({ date: day ?? occasion.date, when, title }),
    circle: circleOf(parties, parties.length > 1 ? { circle: [] } : occasion),
    type,
    parties: [...parties].sort(),
    status,
    areas,
    ...wordingAround(source, instrument.spans),
  };
}

interface Finding {
  readonly spans: readonly Span[];
  readonly rule: string;
  readonly confidence: number;
}

function baseOf({ document, ids }: Source, kind: MentionKind, { spans, rule, confidence }: Finding) {
  const id = mentionId(document.id, kind, spans);
  const before = ids.get(id) ?? 0;
  ids.set(id, before + 1);
  // Two findings may share one span: "both sides will host a forum" undertaken by each.
  const unique = before === 0 ? id : `${id}.${before + 1}`;
  return { id: unique, document: document.id, spans, words: wordsOf(document.text, spans), rule, confidence };
}

/** The id of a mention: `DOCUMENT#c120-180`. */
export function mentionId(document: string, kind: MentionKind, spans: readonly Span[]): string {
  const first = spans[0]?.[0] ?? 0;
  const last = spans.at(-1)?.[1] ?? 0;
  return `${document}#${kind.charAt(0)}${first}-${last}`;
}

function publishedAt({ document, reading }: Source) {
  return document.publishedAt ?? reading.document.publishedAt;
}

function areaShares({ statements, commitments }: Reading): AreaShare[] {
  const shares = new Map<string, AreaShare>();
  for (const { areas, spans } of [...statements, ...commitments]) {
    const start = spans[0]?.[0] ?? 0;
    for (const area of areas) {
      const { length, first } = shares.get(area) ?? { length: 0, first: start };
      shares.set(area, { area, length: length + lengthOf(spans), first: Math.min(first, start) });
    }
  }
  return [...shares.values()].sort((a, b) => a.first - b.first || a.area.localeCompare(b.area));
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
function defined<T extends Readonly<Record<string, unknown>>>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
