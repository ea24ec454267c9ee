import { matchNames, type NameEntry } from '../../knowledge/index.ts';
import type { Doc } from '../../language/index.ts';
import { type Language, overlap, type Span } from '../../model/index.ts';
import { conceptsAt, familyOf, isLight, isThing, weightOfConcept } from './lexicon.ts';
import { romanize, sameSkeleton, skeletonOf } from './names.ts';
import stopwords from './stopwords.json' with { type: 'json' };

/**
 * What words are about, one string a thing: `c:checkpoint` a concept, `n:krkr` a name's skeleton, `p:…` a known place, `o:…` an
 * organization, `#:180` a number, `w:en:ferret` a word that the lexicon does not have. All but the last are the same in every language.
 */
export interface PlacedTerm {
  readonly span: Span;
  readonly term: string;
}

/** How much a shared term tells, by its kind; of a concept, by its weight in the lexicon. */
const WEIGHTS = { name: 3, place: 1.5, organization: 1.5, number: 1.5, word: 1.2, concepts: [0, 0.3, 1, 2] } as const;

/** How much it tells that two mentions share the term. */
export function weightOf(term: string): number {
  switch (term.slice(0, 2)) {
    case 'c:':
      return WEIGHTS.concepts[weightOfConcept(term.slice(2)) ?? 1] ?? 1;
    case 'n:':
      return WEIGHTS.name;
    case 'p:':
      return WEIGHTS.place;
    case 'o:':
      return WEIGHTS.organization;
    case '#:':
      return WEIGHTS.number;
    default:
      return WEIGHTS.word;
  }
}

/** Whether the term names a thing that undertakings are about: no action, number, or name that may stand for many things. */
export function isThingTerm(term: string): boolean {
  return term.startsWith('c:') ? weightOf(term) >= 1 && isThing(term.slice(2)) : term.startsWith('o:');
}

/** Whether the term names a particular thing: flour, a bus, not goods or transport. */
export function isParticular(term: string): boolean {
  return term.startsWith('c:') && weightOfConcept(term.slice(2)) === 3 && isThing(term.slice(2));
}

/** Whether the term is a proper name that is no known place. */
export function isNameTerm(term: string): boolean {
  return term.startsWith('n:');
}

/** Whether mentions that share the term may be about one thing: a thing, or a word that the lexicon does not have. */
export function isTopic(term: string): boolean {
  return isThingTerm(term) || term.startsWith('w:');
}

/** Whether two terms are one: names by their skeletons, the rest by equality. */
export function sameTerm(a: string, b: string): boolean {
  return a === b || (a.startsWith('n:') && b.startsWith('n:') && sameSkeleton(a.slice(2), b.slice(2)));
}

/** A part of a token between hyphens. */
interface Part {
  readonly span: Span;
  readonly form: string;
  readonly token: number;
}

const STOP: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(stopwords.en.split(' ')),
  ru: new Set(stopwords.ru.split(' ')),
  kk: new Set(stopwords.kk.split(' ')),
  ky: new Set(stopwords.ky.split(' ')),
};

/** All terms of a document with their places, from left to right. Needs tokens only. */
export function placedTerms(doc: Doc): PlacedTerm[] {
  const parts = partsOf(doc);
  const lower = parts.map(({ form }) => form.toLowerCase());
  const known = knownNames(doc);
  const initial = sentenceInitials(doc);
  const capitals = new Set(
    parts.filter(({ form, token }) => isCapital(form) && !initial.has(token)).map(({ form }) => form),
  );
  const terms: PlacedTerm[] = [];
  for (let at = 0; at < parts.length; ) {
    const part = parts[at]!;
    const name = known.get(part.token);
    if (name !== undefined) {
      terms.push(...name.map((term) => ({ span: part.span, term })));
      at += 1;
      continue;
    }
    const step = termAt(parts, lower, at, doc.language, (one) => capitals.has(one.form));
    terms.push(...step.terms);
    at += step.length;
  }
  return terms;
}

interface Step {
  readonly terms: readonly PlacedTerm[];
  readonly length: number;
}

function termAt(
  parts: readonly Part[],
  lower: readonly string[],
  at: number,
  language: Language,
  isName: (part: Part) => boolean,
): Step {
  const part = parts[at]!;
  const word = lower[at]!;
  if (/^\d/.test(word)) return { terms: numberTerms(part), length: 1 };
  const concepts = conceptsAt(lower, at, language);
  if (concepts.length > 0) {
    const length = concepts[0]!.length;
    const span: Span = [part.span[0], parts[at + length - 1]!.span[1]];
    return { terms: concepts.map(({ concept }) => ({ span, term: `c:${concept}` })), length };
  }
  if (STOP[language].has(word)) return { terms: [], length: 1 };
  if (isName(part)) return nameAt(parts, at);
  return { terms: wordTerms(part, word, language), length: 1 };
}

/** A name with all its hyphened parts: Ust-Lapna, Kyzyl-Too. */
function nameAt(parts: readonly Part[], at: number): Step {
  let length = 1;
  while (parts[at + length]?.token === parts[at]!.token || isHyphened(parts, at + length)) length += 1;
  const form = parts
    .slice(at, at + length)
    .map((part) => part.form)
    .join('');
  const span: Span = [parts[at]!.span[0], parts[at + length - 1]!.span[1]];
  const skeleton = skeletonOf(form);
  return { terms: skeleton.length > 1 ? [{ span, term: `n:${skeleton}` }] : [], length };
}

function isHyphened(parts: readonly Part[], at: number): boolean {
  const [before, part] = [parts[at - 1], parts[at]];
  return (
    before !== undefined &&
    part !== undefined &&
    part.span[0] === before.span[1] + 1 &&
    part.form !== part.form.toLowerCase() &&
    part.token === before.token + 2
  );
}

/** Numbers tell things apart; years and single digits are too common to. */
function numberTerms({ span, form }: Part): PlacedTerm[] {
  const value = Number(form.replace(/[\s,](?=\d{3})/g, '').replace(',', '.'));
  const isTelling = Number.isFinite(value) && value > 9 && !(value >= 1900 && value <= 2100);
  return isTelling ? [{ span, term: `#:${value}` }] : [];
}

/** How many letters of a word outside the lexicon are kept: what is left of an inflected word without its ending. */
const KEPT = 6;

function wordTerms({ span }: Part, word: string, language: Language): PlacedTerm[] {
  if (word.length < 4) return [];
  return [{ span, term: `w:${language}:${romanize(word).slice(0, KEPT)}` }];
}

function isCapital(form: string): boolean {
  const first = form.charAt(0);
  return first !== first.toLowerCase();
}

function partsOf(doc: Doc): Part[] {
  const parts: Part[] = [];
  for (let token = 0; token < doc.length; token++)
    for (const match of doc.form(token).matchAll(/[\p{L}\p{M}’']+|\d[\d.,\s\u00a0]*/gu)) {
      const start = doc.startOf(token) + match.index;
      parts.push({ span: [start, start + match[0].length], form: match[0], token });
    }
  return parts;
}

/** First tokens of sentences, whose capital letter says nothing. */
function sentenceInitials(doc: Doc): ReadonlySet<number> {
  const initials = new Set<number>();
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const [first, end] = doc.sentenceRange(sentence);
    let token = first;
    while (token < end && !/[\p{L}\d]/u.test(doc.form(token))) token += 1;
    initials.add(token);
  }
  return initials;
}

/** What each token of a known name stands for; nothing for states, persons and offices, which the parties already tell. */
function knownNames(doc: Doc): ReadonlyMap<number, readonly string[]> {
  const words = Array.from({ length: doc.length }, (_, token) => doc.form(token));
  const known = new Map<number, readonly string[]>();
  for (const { first, last, entries } of matchNames(words, doc.language)) {
    const entry = entries[0];
    if (entry === undefined || entry.kind === 'office') continue;
    for (let token = first; token <= last; token++) known.set(token, token === first ? nameTerms(entry) : []);
  }
  return known;
}

function nameTerms(entry: NameEntry): readonly string[] {
  if ((entry.kind === 'capital' || entry.kind === 'city') && entry.key !== undefined) return [`p:${entry.key}`];
  if (entry.kind === 'organization') return entry.ids.map((id) => `o:${id}`);
  return [];
}

/** Kinds of document under the concepts that name them. */
export const DOCUMENT_CONCEPTS: readonly string[] = [
  'c:roadmap',
  'c:treaty',
  'c:memorandum',
  'c:protocol',
  'c:contract',
  'c:agreement',
  'c:programme',
  'c:plan',
];

/** Whether the spans speak of a document, not of what it is about; that one was carried out speaks of the thing. */
export function isAboutDocument(placed: readonly PlacedTerm[], spans: readonly Span[]): boolean {
  const concepts = placed.filter(
    ({ span, term }) => term.startsWith('c:') && spans.some((one) => overlap(one, span) > 0),
  );
  const first = concepts.find(({ term }) => isThing(term.slice(2)) || DOCUMENT_CONCEPTS.includes(term));
  return (
    first !== undefined &&
    DOCUMENT_CONCEPTS.includes(first.term) &&
    !concepts.some(({ term }) => term === 'c:carry-out')
  );
}

/**
 * The family of the action that the spans begin with. Verbs that lean on another (begin, continue, take part) have none and are passed
 * over; light ones (set up, organize) give way to the action that they bring about.
 */
export function actionIn(placed: readonly PlacedTerm[], spans: readonly Span[]): string | undefined {
  const inside = placed.filter(
    ({ span, term }) => term.startsWith('c:') && spans.some((one) => overlap(one, span) > 0),
  );
  const actions = inside.map(({ term }) => term.slice(2)).filter((concept) => familyOf(concept) !== undefined);
  const action = actions.find((concept) => !isLight(concept)) ?? actions[0];
  return action === undefined ? undefined : familyOf(action);
}

/** Measures seen so far: there are few, and they come again and again. */
const measured = new Map<string, readonly string[]>();

/** The concepts that a figure measures, by the English name of its measure: "trade turnover" → `c:trade`. */
export function measureTerms(measure: string | undefined): readonly string[] {
  if (measure === undefined) return [];
  const known = measured.get(measure);
  if (known !== undefined) return known;
  const terms = conceptsOfMeasure(measure);
  measured.set(measure, terms);
  return terms;
}

function conceptsOfMeasure(measure: string): readonly string[] {
  const words = measure.toLowerCase().match(/\p{L}+/gu) ?? [];
  const concepts = words.flatMap((_, at) => conceptsAt(words, at, 'en').map(({ concept }) => concept));
  return [...new Set(concepts.filter(isThing).map((concept) => `c:${concept}`))];
}

/** The distinct terms within the spans. */
export function termsIn(placed: readonly PlacedTerm[], spans: readonly Span[]): string[] {
  const inside = placed.filter(({ span }) => spans.some((one) => overlap(one, span) > 0));
  return [...new Set(inside.map(({ term }) => term))].sort();
}
