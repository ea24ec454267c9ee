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

/** The overlap of two sets of terms. Words outside the lexicon count only where both texts are in one language. */
export function overlapOf(a: readonly string[], b: readonly string[]): TermOverlap {
  const [x, y] = comparable(a, b);
  const terms = x.filter((term) => y.some((other) => sameTerm(term, other)));
  return { shared: sum(terms), a: sum(x), b: sum(y), names: namesOf(terms, x, y), terms };
}

function namesOf(shared: readonly string[], a: readonly string[], b: readonly string[]): TermOverlap['names'] {
  const isName = (term: string) => term.startsWith('n:');
  if (shared.some(isName)) return 'shared';
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

function comparable(a: readonly string[], b: readonly string[]): [readonly string[], readonly string[]] {
  const languages = (terms: readonly string[]) => new Set(terms.filter(isWord).map((term) => term.slice(2, 4)));
  const [x, y] = [languages(a), languages(b)];
  const isOne = [...x].every((language) => y.has(language)) && [...y].every((language) => x.has(language));
  return isOne ? [a, b] : [a.filter((term) => !isWord(term)), b.filter((term) => !isWord(term))];
}

function isWord(term: string): boolean {
  return term.startsWith('w:');
}

function sum(terms: readonly string[]): number {
  return terms.reduce((total, term) => total + weigh(term), 0);
}
