import { type Figure, firstDayOf, type IsoDateOrInterval, lastDayOf } from '../../model/index.ts';
import type { CommitmentMention, InstrumentMention, ProgressMention } from '../entry/types.ts';
import { isParticular, measureTerms } from '../terms/terms.ts';
import { coverOf, jaccardOf, overlapOf, setJaccard, type TermOverlap, type Wording } from './overlap.ts';

/** Numbers between -1 and about 1 that speak for or against two mentions being one thing. */
export type Features = Readonly<Record<string, number>>;

export interface Comparison {
  readonly features: Features;
  readonly overlap: TermOverlap;
}

/** What the scorer looks at in two wordings of undertakings. */
export function compareCommitments(a: CommitmentMention, b: CommitmentMention): Comparison {
  const overlap = overlapOf(a, b);
  const features = {
    ...wording(overlap),
    ...actionFeatures(a.action, b.action),
    otherThing: otherThing(a.terms, b.terms),
    ...areaFeatures(a.areas, b.areas),
    parties: partyFeature(a.parties, b.parties),
    occasion: isSameOccasion(a, b) ? 1 : 0,
    target: targetFeature(a.target, b.target),
    deadline: deadlineFeature(a.deadline, b.deadline),
  };
  return { features, overlap };
}

/** What the scorer looks at in a claim about an undertaking and the undertaking. */
export function compareProgress(progress: ProgressMention, commitment: CommitmentMention): Comparison {
  const overlap = overlapOf(progress, commitment);
  const features = {
    ...wording(overlap),
    sameAction: progress.action !== undefined && progress.action === commitment.action ? 1 : 0,
    recall: overlap.b === 0 ? 0 : Math.min(1, overlap.shared / overlap.b),
    otherThing: otherThing(progress.terms, commitment.terms),
    ...areaFeatures(progress.areas, commitment.areas),
    figure: figureFeature(progress.figure, commitment.target),
    recalled: progress.recalls.some((time) => isWithinTime(commitment.date, time)) ? 1 : 0,
  };
  return { features, overlap };
}

/** A mention without what it leans on. */
export function ownTerms({ terms }: { readonly terms: readonly string[] }): Wording {
  return { terms, context: [] };
}

/** The terms of a mention with those that it leans on. */
export function aboutOf({
  terms,
  context,
}: {
  readonly terms: readonly string[];
  readonly context: readonly string[];
}): readonly string[] {
  return context.length === 0 ? terms : [...terms, ...context];
}

/** Both name particular things, and not one in common: gas and electricity may both be supplied. */
function otherThing(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [a.filter(isParticular), b.filter(isParticular)];
  return x.length > 0 && y.length > 0 && !x.some((term) => y.includes(term)) ? 1 : 0;
}

/** Equal areas tell little where there is one, much where three or more come together again. */
function areaFeatures(a: readonly string[], b: readonly string[]) {
  const shared = a.filter((area) => b.includes(area)).length;
  return { areas: setJaccard(a, b), manyAreas: shared >= 3 ? 1 : 0 };
}

/** Between Jaccard similarity and containment: an undertaking of one may be told as one of both. */
function partyFeature(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((party) => b.includes(party)).length;
  return (setJaccard(a, b) + shared / Math.max(1, Math.min(a.length, b.length))) / 2;
}

/** Families that go with any other: to raise, to strengthen, to develop says how far, not what is done. */
const GENERAL = new Set(['grow']);

/** Two works of one family may be one work at different stages; of other families, hardly. */
function actionFeatures(a: string | undefined, b: string | undefined) {
  const isKnown = a !== undefined && b !== undefined;
  const isGeneral = isKnown && (GENERAL.has(a) || GENERAL.has(b));
  return { sameAction: isKnown && a === b ? 1 : 0, otherAction: isKnown && a !== b && !isGeneral ? 1 : 0 };
}

function wording(overlap: TermOverlap) {
  return {
    cover: coverOf(overlap),
    jaccard: jaccardOf(overlap),
    shared: saturate(overlap.shared),
    name: overlap.names === 'shared' ? 1 : 0,
    otherName: overlap.names === 'conflict' ? 1 : 0,
    oneNamed: overlap.names === 'one' ? 1 : 0,
  };
}

/** What the scorer looks at in a signed document and an undertaking to draw it up or to sign it. */
export function compareInstrument(instrument: InstrumentMention, commitment: CommitmentMention): TermOverlap {
  return overlapOf(ownTerms(instrument), ownTerms(commitment));
}

/** Whether two mentions belong to talks of the same circle on the same day, or the next by another clock. */
export function isSameOccasion(a: CommitmentMention, b: CommitmentMention): boolean {
  if (a.date === undefined || b.date === undefined || !isSameList(a.circle, b.circle)) return false;
  return a.date === b.date || daysBetween(a.date, b.date) <= 1;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
}

/** Days from one day to the other, either way. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}

const days = new Map<string, number>();

/** Days since 1970, remembered: a register has few days and asks for them often. */
function dayNumber(day: string): number {
  let number = days.get(day);
  if (number === undefined) {
    number = Date.parse(day) / 86_400_000;
    days.set(day, number);
  }
  return number;
}

/** Whether two figures count the same thing: the unit, a rate's time left out. */
export function isSameUnit(a: Figure, b: Figure): boolean {
  return a.unit?.split('/')[0] === b.unit?.split('/')[0];
}

/** Whether two figures measure the same: "agricultural trade" is a part of "trade turnover", not the same. */
export function isSameMeasure(a: Figure, b: Figure): boolean {
  const [x, y] = [measureTerms(a.measure), measureTerms(b.measure)];
  return isSameUnit(a, b) && (x.length === 0 || y.length === 0 || setJaccard(x, y) === 1);
}

function targetFeature(a: Figure | undefined, b: Figure | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (!isSameUnit(a, b)) return -1;
  return a.value === b.value ? 1 : Math.min(a.value, b.value) / Math.max(a.value, b.value) - 0.5;
}

function figureFeature(figure: Figure | undefined, target: Figure | undefined): number {
  if (figure === undefined || target === undefined) return 0;
  if (isSameUnit(figure, target)) return 1;
  return figure.unit === '%' || figure.unit === 'times' ? 0.5 : -1;
}

function deadlineFeature(a: IsoDateOrInterval | undefined, b: IsoDateOrInterval | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a === b) return 1;
  return lastDayOf(a) !== undefined && lastDayOf(a) === lastDayOf(b) ? 1 : 0;
}

function isWithinTime(day: string | undefined, time: IsoDateOrInterval): boolean {
  return day !== undefined && (firstDayOf(time) ?? day) <= day && day <= (lastDayOf(time) ?? day);
}

/** A weight squeezed into 0…1: the first shared things tell most. */
function saturate(weight: number): number {
  return 1 - Math.exp(-Math.max(0, weight) / 3);
}
