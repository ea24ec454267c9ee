import { placeNamed } from '../../knowledge/index.ts';
import { isOfState, lastDayOf } from '../../model/index.ts';
import type { CommitmentMention, InstrumentMention, MeetingMention, Mention, ProgressMention } from '../entry/types.ts';
import { DOCUMENT_CONCEPTS, isThingTerm } from '../terms/terms.ts';
import {
  compareCommitments,
  compareInstrument,
  compareProgress,
  daysBetween,
  isSameOccasion,
  isSameUnit,
} from './features.ts';
import { BODIES } from './meetings.ts';
import { coverOf } from './overlap.ts';
import { reasonsOf, scoreOf } from './scorer.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Link, Outcome } from './types.ts';

/**
 * The link between two wordings of undertakings: the same one, the same with another target (`revises`), or perhaps; undefined where
 * they are different ones. Those of one document are never linked: the reading has told them apart.
 */
export function linkCommitments(x: CommitmentMention, y: CommitmentMention): Link | undefined {
  if (x.document === y.document || !mayBeOne(x, y) || isOver(x, y)) return undefined;
  const [a, b] = x.id < y.id ? [x, y] : [y, x];
  const { features, overlap } = compareCommitments(a, b);
  const score = scoreOf('commitment', features);
  const occasion = isSameOccasion(a, b);
  const outcome = outcomeOf(score, thresholdsFor(a, b, occasion));
  if (outcome === 'different') return undefined;
  const reasons = reasonsOf('commitment', features, overlap.terms);
  if (!occasion && isOtherTarget(a, b)) return outcome === 'same' ? revision(a, b, score, reasons) : undefined;
  return { kind: 'same-commitment', a: a.id, b: b.id, outcome, score, reasons };
}

/** Long after, words alone do not tell that it is the same undertaking again: a person must see it. */
function thresholdsFor(a: CommitmentMention, b: CommitmentMention, occasion: boolean) {
  if (occasion) return THRESHOLDS.occasion;
  const years = a.date === undefined || b.date === undefined ? 0 : daysBetween(a.date, b.date) / 365;
  const isRecalled = a.reaffirms || b.reaffirms;
  return years > THRESHOLDS.apart.years && !isRecalled
    ? { ...THRESHOLDS.commitment, same: Number.POSITIVE_INFINITY }
    : THRESHOLDS.commitment;
}

/** Whether the earlier one was due so long before the later that the later is another round: water for this summer, and for the next. */
function isOver(a: CommitmentMention, b: CommitmentMention): boolean {
  const [earlier, later] = (a.date ?? '') <= (b.date ?? '') ? [a, b] : [b, a];
  const due = earlier.deadline === undefined ? undefined : lastDayOf(earlier.deadline);
  if (due === undefined || later.date === undefined || later.reaffirms) return false;
  return due < later.date && daysBetween(due, later.date) > THRESHOLDS.apart.overdueDays;
}

/** Undertakings of which no party is common are different ones, unless one side tells the other's part. */
function mayBeOne(a: CommitmentMention, b: CommitmentMention): boolean {
  return a.parties.some((party) => b.parties.includes(party)) || isSameOccasion(a, b);
}

/** Below this ratio two targets are two goals; above, they differ by rounding, or by one item of many done meanwhile. */
const SAME_GOAL = 0.8;

/** Two targets of one unit that are two goals. */
function isOtherTarget({ target: a }: CommitmentMention, { target: b }: CommitmentMention): boolean {
  if (a === undefined || b === undefined || !isSameUnit(a, b)) return false;
  return Math.min(a.value, b.value) < SAME_GOAL * Math.max(a.value, b.value);
}

function revision(
  a: CommitmentMention,
  b: CommitmentMention,
  score: number,
  reasons: readonly string[],
): Link | undefined {
  if (a.date === undefined || b.date === undefined || a.date === b.date) return undefined;
  const [later, earlier] = a.date > b.date ? [a, b] : [b, a];
  return { kind: 'revises', a: later.id, b: earlier.id, outcome: 'same', score, reasons };
}

function outcomeOf(score: number, { same, unsure }: { readonly same: number; readonly unsure: number }): Outcome {
  return score >= same ? 'same' : score >= unsure ? 'unsure' : 'different';
}

/** The link from a claim of progress to an undertaking made before it; undefined where it does not speak of it. */
export function linkProgress(progress: ProgressMention, commitment: CommitmentMention): Link | undefined {
  if (!isBefore(commitment, progress) || !meets(progress.circle, commitment.parties)) return undefined;
  if (isDoneByOther(progress, commitment)) return undefined;
  const { features, overlap } = compareProgress(progress, commitment);
  if (isOfMore(progress.circle, commitment) && overlap.names !== 'shared') return undefined;
  const score = isGeneralHelp(progress, commitment) ? HELP : scoreOf('progress', features);
  const outcome = outcomeOf(score, progress.echo === true ? THRESHOLDS.echo : THRESHOLDS.progress);
  // "The agreements are being carried out" speaks of all and of none.
  const isVague = overlap.shared < VAGUE && features.manyAreas === 0;
  if (outcome === 'different' || isVague) return undefined;
  const reasons = reasonsOf('progress', features, overlap.terms);
  return { kind: 'progress-of', a: progress.id, b: commitment.id, outcome, score, reasons };
}

/** What is told of a whole union or region is not told of two of its members. */
function isOfMore(circle: readonly string[], commitment: CommitmentMention): boolean {
  return circle.length >= commitment.circle.length + THRESHOLDS.apart.states;
}

/** What one side undertook is not done by the other: help that it receives is not help that it gives. */
function isDoneByOther({ doers, areas, echo }: ProgressMention, { parties }: CommitmentMention): boolean {
  if (doers === undefined || !doers.every(isOfState)) return false;
  return (echo === true || areas.includes('humanitarian')) && !meets(doers, parties);
}

/** Shared weight below which a claim names nothing of the undertaking. */
const VAGUE = 0.5;

/** Concepts of help that do not say what is given. */
const HELPING: ReadonlySet<string> = new Set(['c:relief', 'c:humanitarian']);
/** The score of a link by rule: above the threshold, below most links by likeness. */
const HELP = 0.55;

/** Help in general reported after help in particular was promised: weak evidence, but all there often is. */
function isGeneralHelp({ areas, terms, progress }: ProgressMention, commitment: CommitmentMention): boolean {
  const isPromised =
    commitment.areas.includes('humanitarian') && commitment.parties.length === 1 && commitment.action === 'flow';
  const things = terms.filter(isThingTerm);
  return (
    isPromised &&
    progress === 'progress' &&
    areas.includes('humanitarian') &&
    things.some((term) => HELPING.has(term)) &&
    !things.some((term) => commitment.terms.includes(term))
  );
}

/** Actions by which a document comes about. */
export const MAKING = ['c:prepare', 'c:sign', 'c:adopt', 'c:ratify', 'c:complete', 'c:submit'] as const;

/** The link from a document signed or in preparation to an undertaking to draw up or sign one of its kind. */
export function linkInstrument(instrument: InstrumentMention, commitment: CommitmentMention): Link | undefined {
  if (!isBefore(commitment, instrument) || !meets(instrument.circle, commitment.parties)) return undefined;
  const kinds = DOCUMENT_CONCEPTS.filter((kind) => commitment.terms.includes(kind) && instrument.terms.includes(kind));
  if (kinds.length === 0 || !MAKING.some((making) => commitment.terms.includes(making))) return undefined;
  const overlap = compareInstrument(instrument, commitment);
  const areas = instrument.areas.some((area) => commitment.areas.includes(area));
  const score = coverOf(overlap) * (areas ? 1 : 0.7);
  if (score < THRESHOLDS.instrument.same || overlap.terms.length <= kinds.length) return undefined;
  return { kind: 'progress-of', a: instrument.id, b: commitment.id, outcome: 'same', score, reasons: overlap.terms };
}

/** Years within which a visit that was promised without a date counts as the one that was meant. */
const VISIT_YEARS = 3;

/** The link from a meeting held to an undertaking to hold it, or to visit the country that it was held in. */
export function linkMeetingHeld(meeting: MeetingMention, commitment: CommitmentMention): Link | undefined {
  const { status, date } = meeting;
  if (
    status !== 'held' ||
    !isBefore(commitment, meeting) ||
    !commitment.circle.every((party) => meeting.parties.includes(party))
  )
    return undefined;
  const last =
    (commitment.deadline && lastDayOf(commitment.deadline)) ?? yearsAfter(commitment.date ?? '', VISIT_YEARS);
  if (date === undefined || date > last) return undefined;
  if (isOfMore(meeting.parties, commitment) && !commitment.terms.includes('c:take-part')) return undefined;
  const body = HOLDING.some((term) => commitment.terms.includes(term)) ? sharedBody(meeting, commitment) : undefined;
  const isVisit = VISITS.some((term) => commitment.terms.includes(term)) && isHostedByOther(meeting, commitment);
  if (body === undefined && !isVisit) return undefined;
  return {
    kind: 'progress-of',
    a: meeting.id,
    b: commitment.id,
    outcome: 'same',
    score: 0.6,
    reasons: [body ?? 'visit'],
  };
}

const HOLDING = ['c:hold', 'c:meet', 'c:session', 'c:organize', 'c:take-part'];
/** Concepts of a visit; meetings and undertakings of visits meet under the key `visit`. */
export const VISITS = ['c:visit', 'c:working-visit'];

function sharedBody({ terms }: MeetingMention, commitment: CommitmentMention): string | undefined {
  return BODIES.find((body) => terms.includes(body) && commitment.terms.includes(body));
}

/** One party undertook to visit the other, and the place lies there. */
function isHostedByOther({ place }: MeetingMention, { parties }: CommitmentMention): boolean {
  const host = place === undefined || parties.length !== 1 ? undefined : stateOfPlace(place);
  return host !== undefined && !parties.includes(host);
}

const hosts = new Map<string, string | undefined>();

/** The state that a place lies in, remembered: the table of places is searched by folding its names. */
function stateOfPlace(place: string): string | undefined {
  if (!hosts.has(place)) hosts.set(place, placeNamed(place)?.state);
  return hosts.get(place);
}

function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

function isBefore(commitment: CommitmentMention, later: Exclude<Mention, CommitmentMention>): boolean {
  if (commitment.document === later.document) return false;
  return commitment.date !== undefined && later.date !== undefined && commitment.date < later.date;
}

function meets(circle: readonly string[], parties: readonly string[]): boolean {
  return parties.some((party) => circle.includes(party));
}
