import { attach, type Draft } from '../draft.ts';
import { hasChildBefore, isBare } from './look.ts';
import type { MendingWords } from './mending-words.ts';

/** “to simplify rules and *digitalise* documents”: a verb that was taken for part of the noun phrase behind it. */
export function mendHiddenVerb(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { upos, forms, relations, heads } = draft;
  if (
    upos[token] === 'AUX' ||
    !(isDescribing(draft, words, token) || (upos[token] !== 'VERB' && isVerbForm(words, forms[token]!)))
  )
    return;
  if (words.infinitiveMarks.has(forms[token - 1] ?? '')) {
    mendMarkedVerb(draft, token);
    return;
  }
  const before = upos[token - 1] === 'ADV' ? token - 2 : token - 1;
  if (before < first || !(forms[before] === ',' || relations[before] === 'cc' || forms[before] === ';')) return;
  if (!['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'ADP'].includes(upos[token + 1] ?? '')) return;
  const infinitive = nearestInfinitive(draft, token, first);
  if (infinitive === undefined) return;
  const phrase = heads[token]!;
  upos[token] = 'VERB';
  draft.infinitives.add(token);
  const isInPhrase = phrase > token && ['compound', 'amod', 'nmod', 'flat'].includes(relations[token]!);
  attach(draft, token, infinitive, 'conj');
  if (isInPhrase) attach(draft, phrase, token, 'obj');
}

/** “readiness to *modernise* …”, “are to *complete* the works”, where the verb was taken for part of the noun phrase behind it. */
function mendMarkedVerb(draft: Draft, token: number): void {
  const { upos, relations, heads, infinitives } = draft;
  const next = upos[token + 1] ?? '';
  if (!['DET', 'PRON', 'PUNCT', 'ADJ', 'NOUN', 'NUM', 'PROPN'].includes(next)) return;
  const noun = heads[token]!;
  const describes = noun > token && ['amod', 'compound', 'nmod'].includes(relations[token]!);
  if (!describes && upos[token - 1] !== 'PART' && !['DET', 'PRON', 'PUNCT', 'ADJ'].includes(next)) return;
  upos[token] = 'VERB';
  infinitives.add(token);
  if (describes) putInPlace(draft, token, noun);
  attach(draft, token - 1, token, 'mark');
  if (relations[token] === 'nmod' || relations[token] === 'obl') relations[token] = 'acl';
}

/** The verb takes the place of the noun that it was taken to describe, which becomes its object. */
function putInPlace(draft: Draft, verb: number, noun: number): void {
  const { relations, heads } = draft;
  heads[verb] = heads[noun]!;
  relations[verb] = relations[noun]!;
  for (let at = Math.max(0, verb - 15); at < verb; at++) if (heads[at] === noun) heads[at] = verb;
  attach(draft, noun, verb, 'obj');
}

/** A bare verb that was hung on the noun behind it as if it described it: “expand trade, *deepen* cooperation”. */
function isDescribing(draft: Draft, words: MendingWords, token: number): boolean {
  const { upos, relations, heads } = draft;
  return (
    upos[token] === 'VERB' &&
    ['amod', 'compound'].includes(relations[token]!) &&
    heads[token]! > token &&
    isBare(draft, words, token)
  );
}

function isVerbForm({ actions, verbEndings }: MendingWords, form: string): boolean {
  return actions.has(form) || verbEndings.some((ending) => form.length > ending.length + 3 && form.endsWith(ending));
}

/** The last infinitive before the token that is not itself below another one of its list. */
function nearestInfinitive(
  { doc, upos, heads, relations, infinitives }: Draft,
  token: number,
  first: number,
): number | undefined {
  for (let at = token - 1; at >= first; at--) {
    if (upos[at] !== 'VERB') continue;
    if (infinitives.has(at)) return at;
    if (doc.feature(at, 'VerbForm') !== 'Inf') continue;
    const isPurpose = relations[at] === 'advcl' || relations[at] === 'acl';
    const above = heads[at]!;
    if (isPurpose && above >= 0 && doc.feature(above, 'VerbForm') === 'Inf') continue;
    return at;
  }
  return undefined;
}

/** A subject in front, or a bare name that was taken for an adverbial. */
function claimsSubject(draft: Draft, verb: number): boolean {
  if (hasChildBefore(draft, verb, ['nsubj'])) return true;
  const { heads, relations, upos } = draft;
  const name = verb - 1;
  if (heads[name] !== verb || upos[name] !== 'PROPN' || !['obl', 'obj', 'nmod'].includes(relations[name]!))
    return false;
  relations[name] = 'nsubj';
  return true;
}

/** “Canada *imposed* sanctions”: a verb with a subject of its own does not describe the noun behind it. */
export function mendFiniteVerb(draft: Draft, token: number): void {
  const { upos, relations, heads } = draft;
  const noun = heads[token]!;
  if (upos[token] !== 'VERB' || relations[token] !== 'amod' || noun < token || !claimsSubject(draft, token)) return;
  const { [noun]: above } = heads;
  const relation = relations[noun]!;
  heads[token] = above!;
  relations[token] = relation;
  attach(draft, noun, token, 'obj');
}

/** “and *will*, as always, support”: an auxiliary that was taken for a verb of its own. */
export function mendAuxiliary(draft: Draft, words: MendingWords, token: number, end: number): void {
  const { upos, relations, heads, lemmas } = draft;
  if (upos[token] !== 'AUX' || relations[token] !== 'conj' || !words.futureAuxiliaries.has(lemmas[token]!)) return;
  for (let verb = token + 1; verb < Math.min(end, token + 8); verb++) {
    if (upos[verb] !== 'VERB' || !isBare(draft, words, verb)) continue;
    if (heads[verb] === token) {
      heads[verb] = heads[token]!;
      relations[verb] = relations[token]!;
    }
    attach(draft, token, verb, 'aux');
    return;
  }
}
