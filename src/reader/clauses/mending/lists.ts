import { attach, type Draft } from '../draft.ts';
import { caseOf, exchange, hasMark, isInfinitive, isNominal } from './look.ts';
import type { MendingWords } from './mending-words.ts';

/** “to hold A, *to convene* B and to open C”: the middle of the list, taken for a purpose. */
export function mendSequel(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { relations, heads, upos, doc, forms } = draft;
  if (relations[token] !== 'advcl' || upos[token] !== 'VERB' || !hasMark(draft, words, token, first)) return;
  if (!isInfinitive(draft, heads[token]!) || forms[token - 2] !== ',') return;
  const [, end] = doc.sentenceRange(doc.sentenceOf(token));
  for (let next = token + 1; next < end; next++) {
    if (heads[next] !== token || relations[next] !== 'conj' || !hasMark(draft, words, next, token)) continue;
    relations[token] = 'conj';
    return;
  }
}

/** “to open A and to *train* B”: an infinitive that was taken for a part of its object's name. */
export function mendListedVerb(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { relations, heads, upos, forms } = draft;
  if (upos[token] !== 'VERB' || relations[token] !== 'compound' || heads[token]! < token) return;
  if (!words.infinitiveMarks.has(forms[token - 1]!)) return;
  for (let verb = token - 2; verb >= first; verb--) {
    if (upos[verb] !== 'VERB' || !isInfinitive(draft, verb)) continue;
    exchange(draft, token, heads[token]!, 'obj');
    attach(draft, token, verb, 'conj');
    return;
  }
}

/** “on the use of A and *on* the building of B”: coordinated with what has the same preposition. */
export function mendRepeatedPreposition(draft: Draft, token: number): void {
  const { heads, relations, upos } = draft;
  if (relations[token] !== 'conj' || !isNominal(draft, token)) return;
  const own = caseOf(draft, token);
  if (own === undefined || caseOf(draft, heads[token]!) === own) return;
  const start = upos[heads[token]!] === 'VERB' ? lastIntroduced(draft, token, own) : heads[token]!;
  for (let above = start; above >= 0 && upos[above] !== 'VERB'; above = heads[above]!) {
    if (caseOf(draft, above) !== own) continue;
    attach(draft, token, above, 'conj');
    return;
  }
}

/** The nearest noun to the left that hangs on the same verb with the preposition. */
function lastIntroduced(draft: Draft, token: number, preposition: string): number {
  const { heads, upos } = draft;
  for (let at = token - 1; at > heads[token]!; at--)
    if (upos[at] === 'NOUN' && heads[at] === heads[token] && caseOf(draft, at) === preposition) return at;
  return -1;
}

/** «пригласил *его* посетить Лиму»: whoever is invited, where the infinitive has an object of its own. */
export function mendInvitee(draft: Draft, token: number): void {
  const { heads, relations, upos, doc } = draft;
  const infinitive = heads[token]!;
  if (doc.language !== 'ru' || upos[token] !== 'PRON' || relations[token] !== 'obj' || infinitive < token) return;
  const verb = heads[infinitive]!;
  if (!isInfinitive(draft, infinitive) || verb < 0 || verb > token || upos[verb] !== 'VERB') return;
  const isTaken = heads.some((head, at) => head === infinitive && at > infinitive && relations[at] === 'obj');
  if (isTaken) attach(draft, token, verb, 'obj');
}

/** An object in front of its infinitive belongs to the verb before it: “build *a centre*, unlock the potential”. */
export function mendObject(draft: Draft, token: number): void {
  const { heads, relations, upos, doc, forms } = draft;
  const head = heads[token]!;
  if (doc.language !== 'en' || relations[token] !== 'obj' || head < token || !isInfinitive(draft, head)) return;
  let hasComma = false;
  for (let at = token + 1; at < head; at++) hasComma ||= forms[at] === ',';
  if (!hasComma) return;
  for (let at = token - 1; at >= Math.max(0, token - 8); at--) {
    if (upos[at] !== 'VERB') continue;
    attach(draft, token, at, 'obj');
    return;
  }
}

/** «*поэтапно* устранять барьеры»: an adverb that was put in its verb's place. */
export function mendAdverb(draft: Draft, token: number): void {
  const { upos, relations, heads, doc } = draft;
  const verb = token + 1;
  if (
    upos[token] !== 'ADV' ||
    relations[token] !== 'conj' ||
    heads[verb] !== token ||
    doc.feature(verb, 'VerbForm') !== 'Inf'
  )
    return;
  exchange(draft, verb, token, 'advmod');
}
