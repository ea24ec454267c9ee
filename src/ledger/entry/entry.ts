import type { Doc } from '../../language/index.ts';
import {
  type Act,
  type ActorId,
  type Document,
  type Figure,
  firstDayOf,
  type Language,
  lengthOf,
  overlap,
  principalsOf,
  type Reading,
  type Span,
  spansMatch,
  wordsOf,
} from '../../model/index.ts';
import {
  actionIn,
  isAboutDocument,
  isNameTerm,
  isThingTerm,
  measureTerms,
  type PlacedTerm,
  placedTerms,
  termsIn,
  weightOf,
} from '../terms/terms.ts';
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
    ...termsAround(source, commitment.spans, target),
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
    ...termsAround(source, progress.spans, progress.figure),
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
    ...termsAround(source, instrument.spans),
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

/**
 * The terms of the words themselves and, as context, what they lean on where they do not tell what they are about ("launch it in 2026"):
 * the rest of their sentence, and the sentence before where that does not tell either.
 */
function termsAround({ placed, doc }: Source, spans: readonly Span[], figure?: Figure) {
  const terms = [...new Set([...termsIn(placed, spans), ...measureTerms(figure?.measure)])].sort();
  const leans = hasPronoun(doc, spans);
  if (terms.some(isThingTerm) && !leans)
    return { terms, context: namesOfSame(placed, terms, wordsOf(doc.text, spans), sentencesOf(doc, spans, 1)) };
  const lent = (before: number) =>
    termsIn(placed, [sentencesOf(doc, spans, before)]).filter((term) => !terms.includes(term));
  const context = lent(0);
  return { terms, context: context.some(isThingTerm) && !leans ? context : lent(1) };
}

/** Code units between a thing and its name in one phrase. */
const BESIDE = 12;

/** Words for the rest or the whole of a kind: such things are not the one that was named. */
const OTHERS =
  /(?<![\p{L}])(?:other|another|remaining|all|each|every|several|остальн|друг|прочи|всех|все|кажд|ины|басқа|қалған|барлық|башка|калган|бардык)/iu;

/** "The crossing" has the name that stands beside the same thing around: "the Kordai checkpoint". */
function namesOfSame(placed: readonly PlacedTerm[], terms: readonly string[], words: string, around: Span): string[] {
  if (terms.some(isNameTerm) || OTHERS.test(words)) return [];
  const inside = placed.filter(({ span }) => overlap(span, around) > 0);
  const same = inside.filter(({ term }) => isThingTerm(term) && weightOf(term) >= 2 && terms.includes(term));
  const isBeside = (a: Span, b: Span) => Math.max(a[0], b[0]) - Math.min(a[1], b[1]) <= BESIDE;
  const names = inside.filter(({ term, span }) => isNameTerm(term) && same.some((one) => isBeside(one.span, span)));
  return [...new Set(names.map(({ term }) => term))].sort();
}

/** Pronouns that stand for the object of an undertaking. */
const PRONOUNS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['it', 'them', 'these', 'those']),
  ru: new Set(['его', 'её', 'ее', 'их', 'него', 'нее', 'неё', 'них', 'ним', 'ней', 'ними', 'этот', 'эту', 'этого']),
  kk: new Set(['оны', 'олар', 'оларды', 'оның']),
  ky: new Set(['аны', 'алар', 'аларды', 'анын']),
};

function hasPronoun(doc: Doc, spans: readonly Span[]): boolean {
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? start;
  for (let token = doc.tokenAt(start); token < doc.length && doc.startOf(token) < end; token++)
    if (PRONOUNS[doc.language].has(doc.form(token).toLowerCase())) return true;
  return false;
}

/** The text's range of the sentences that the spans stand in, and of so many before them. */
function sentencesOf(doc: Doc, spans: readonly Span[], before = 0): Span {
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? start;
  if (doc.length === 0) return [start, end];
  const first = doc.sentenceOf(Math.min(doc.tokenAt(start), doc.length - 1));
  const last = doc.sentenceOf(Math.min(doc.tokenAt(Math.max(start, end - 1)), doc.length - 1));
  const [from] = doc.sentenceRange(Math.max(0, first - before));
  const [, to] = doc.sentenceRange(last);
  return [Math.min(start, doc.startOf(from)), Math.max(end, doc.endOf(to - 1))];
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
