import { sameTerm, weightOf } from '../terms/terms.ts';

/** What two sets of terms share, in weights; `names` says how their proper names stand to each other. */
export interface TermOverlap {
  readonly shared: number;
  readonly a: number;
  readonly b: number;
  readonly names: 'shared' | 'conflict' | 'one' | 'none';
  readonly terms: readonly string[];
}

const weights = new Map<string, number>();

/** `weightOf`, remembered: the same few thousand terms come again and again. */
function weigh(term: string): number {
  let weight = weights.get(term);
  if (weight === undefined) {
    weight = weightOf(term);
    weights.set(term, weight);
  }
  return weight;
}

/** A mention's own terms, and those that it leans on. */
export interface Wording {
  readonly terms: readonly string[];
  readonly context: readonly string[];
}

/** What a term that is only leaned on weighs of its own weight: the words around speak of other things too. */
const LENT = 0.6;

/** The overlap of what two mentions are about. Words outside the lexicon count only where both texts are in one language. */
export function overlapOf(a: Wording, b: Wording): TermOverlap {
  const isComparable = sharesLanguage([...a.terms, ...a.context], [...b.terms, ...b.context]);
  const [x, y] = [weighed(a, isComparable), weighed(b, isComparable)];
  const terms: string[] = [];
  let shared = 0;
  for (const [term, weight] of x) {
    const other = y.has(term)
      ? term
      : term.startsWith('n:')
        ? [...y.keys()].find((one) => sameTerm(term, one))
        : undefined;
    if (other === undefined) continue;
    terms.push(term);
    shared += Math.min(weight, y.get(other)!);
  }
  return { shared, a: sum(x), b: sum(y), names: namesOf(terms, [...x.keys()], [...y.keys()]), terms };
}

function weighed({ terms, context }: Wording, isComparable: boolean): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const term of terms) if (isComparable || !isWord(term)) weights.set(term, weigh(term));
  for (const term of context) if (isComparable || !isWord(term)) weights.set(term, weigh(term) * LENT);
  return weights;
}

function namesOf(shared: readonly string[], a: readonly string[], b: readonly string[]): TermOverlap['names'] {
  const isName = (term: string) => term.startsWith('n:');
  // A known place in common is enough; it may well stand beside names that only one account has.
  if (shared.some((term) => isName(term) || term.startsWith('p:'))) return 'shared';
  const named = Number(a.some(isName)) + Number(b.some(isName));
  return named === 2 ? 'conflict' : named === 1 ? 'one' : 'none';
}

/** Share of the lighter set that is shared; 0 where either is empty. */
export function coverOf({ shared, a, b }: TermOverlap): number {
  const lighter = Math.min(a, b);
  return lighter === 0 ? 0 : Math.min(1, shared / lighter);
}

/** Weighted Jaccard similarity. */
export function jaccardOf({ shared, a, b }: TermOverlap): number {
  const union = a + b - shared;
  return union <= 0 ? 0 : Math.min(1, shared / union);
}

/** Jaccard similarity of two small sets. */
export function setJaccard(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((one) => b.includes(one)).length;
  const union = a.length + b.length - shared;
  return union === 0 ? 0 : shared / union;
}

/** Whether the words outside the lexicon, if any, are of one language. */
function sharesLanguage(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.find(isWord), b.find(isWord)];
  return x === undefined || y === undefined || x.slice(2, 4) === y.slice(2, 4);
}

function isWord(term: string): boolean {
  return term.startsWith('w:');
}

function sum(weights: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}
