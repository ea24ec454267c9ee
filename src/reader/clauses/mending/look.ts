import { attach, type Draft } from '../draft.ts';
import type { MendingWords } from './mending-words.ts';

export function isPredicative({ heads, relations }: Draft, head: number): boolean {
  for (let at = Math.max(0, head - 12); at < head; at++)
    if (heads[at] === head && (relations[at] === 'cop' || relations[at] === 'nsubj')) return true;
  return false;
}

export function isInfinitive({ doc, infinitives }: Draft, token: number): boolean {
  return infinitives.has(token) || doc.feature(token, 'VerbForm') === 'Inf';
}

/** “to VERB”. */
export function hasMark(
  { heads, forms, relations }: Draft,
  words: MendingWords,
  token: number,
  first: number,
): boolean {
  for (let at = Math.max(first, token - 4); at < token; at++)
    if (heads[at] === token && relations[at] === 'mark' && words.infinitiveMarks.has(forms[at]!)) return true;
  return false;
}

export function hasChildBefore({ heads, relations }: Draft, parent: number, names: readonly string[]): boolean {
  for (let at = Math.max(0, parent - 15); at < parent; at++)
    if (heads[at] === parent && names.includes(relations[at]!)) return true;
  return false;
}

/** A bare English verb form without subject or auxiliary. */
export function isBare(
  { doc, forms, lemmas, heads, relations, infinitives }: Draft,
  { infinitiveMarks }: MendingWords,
  token: number,
): boolean {
  if (infinitives.has(token)) return true;
  if (infinitiveMarks.size === 0 ? doc.feature(token, 'VerbForm') !== 'Inf' : forms[token] !== lemmas[token])
    return false;
  for (let at = Math.max(0, token - 12); at < token; at++)
    if (heads[at] === token && ['nsubj', 'aux', 'cop'].includes(relations[at]!)) return false;
  return true;
}

export function caseOf({ heads, relations, lemmas }: Draft, token: number): string | undefined {
  for (let at = Math.max(0, token - 8); at < token; at++)
    if (heads[at] === token && (relations[at] === 'case' || relations[at] === 'mark')) return lemmas[at];
  return undefined;
}

export function rootOf({ heads }: Draft, token: number): number {
  let at = token;
  while (heads[at]! >= 0) at = heads[at]!;
  return at;
}

export function childIn(
  { heads, relations }: Draft,
  head: number,
  from: number,
  to: number,
  relation: string,
): number | undefined {
  for (let at = from; at < to; at++) if (heads[at] === head && relations[at] === relation) return at;
  return undefined;
}

/** Whether a comma or conjunction stands before the token or its adverb. */
export function followsComma({ forms, upos, relations }: Draft, token: number, first: number): boolean {
  const before = upos[token - 1] === 'ADV' ? token - 2 : token - 1;
  return before > first && (forms[before] === ',' || relations[before] === 'cc');
}

/** A noun, or a gerund that stands as one. */
export function isNominal({ upos, forms, doc }: Draft, token: number): boolean {
  if (upos[token] === 'NOUN' || upos[token] === 'PROPN') return true;
  return doc.language === 'en' && upos[token] === 'VERB' && forms[token]!.endsWith('ing');
}

/** Puts the token where `above` hangs, and `above` below it. */
export function exchange(draft: Draft, token: number, above: number, relation: string): void {
  const { heads, relations } = draft;
  if (token === above) return;
  heads[token] = heads[above]!;
  relations[token] = relations[above]!;
  attach(draft, above, token, relation);
}
