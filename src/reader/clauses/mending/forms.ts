import { attach, type Draft } from '../draft.ts';
import { exchange, hasChildBefore } from './look.ts';
import type { FormWords } from './mending-words.ts';

/** Gives the token the part of speech, lemma and place that its form tells. */
export function mendForm(draft: Draft, words: FormWords, token: number, end: number): void {
  const form = draft.forms[token]!;
  // «возьмёт»: the lists need not have both spellings.
  const future = words.futureForms.get(form) ?? words.futureForms.get(form.replaceAll('ё', 'е'));
  const participle = future === undefined ? words.participleForms.get(form) : undefined;
  if (future !== undefined) asVerb(draft, token, future, FUTURE);
  else if (participle !== undefined) asVerb(draft, token, participle, PARTICIPLE);
  else if (looksPerfective(draft, words, token)) draft.mended.set(token, FUTURE);
  else if (isTakenForFuture(draft, words, token)) draft.mended.set(token, PRESENT);
  else if (isInfinitiveByForm(draft, words, token)) asVerb(draft, token, form, INFINITIVE);
  const short = words.shortPredicates.get(form);
  if (short !== undefined) asPredicate(draft, token, short, end);
}

const FUTURE = new Map([
  ['VerbForm', 'Fin'],
  ['Tense', 'Fut'],
]);

const PRESENT = new Map([
  ['VerbForm', 'Fin'],
  ['Tense', 'Pres'],
]);

export const PARTICIPLE = new Map([
  ['VerbForm', 'Part'],
  ['Voice', 'Pass'],
  ['Variant', 'Short'],
]);

const INFINITIVE = new Map([['VerbForm', 'Inf']]);

/** «отремонтирует»: a prefixed verb in a present form, which is the future of a perfective verb. */
function looksPerfective({ upos, forms, doc }: Draft, words: FormWords, token: number): boolean {
  if (upos[token] !== 'VERB' || words.perfectivePrefixes.length === 0) return false;
  if (
    doc.feature(token, 'Tense') === 'Past' ||
    doc.feature(token, 'VerbForm') !== 'Fin' ||
    doc.feature(token, 'Mood') === 'Imp'
  )
    return false;
  const form = forms[token]!;
  const has = (ending: string): boolean => form.endsWith(ending);
  return (
    words.perfectiveEndings.some(has) &&
    !words.imperfectiveEndings.some(has) &&
    words.perfectivePrefixes.some((prefix) => form.startsWith(prefix) && form.length > prefix.length + 4)
  );
}

/** «благодарим»: the present of an imperfective verb that the tagger takes for the future. */
function isTakenForFuture({ doc, forms }: Draft, { imperfectiveEndings }: FormWords, token: number): boolean {
  return doc.feature(token, 'Tense') === 'Fut' && imperfectiveEndings.includes(forms[token]!);
}

/** «будут *поощрять*»: an infinitive beside its auxiliary that the tagger did not know. */
function isInfinitiveByForm(draft: Draft, { infinitiveEndings }: FormWords, token: number): boolean {
  const { upos, forms } = draft;
  if (upos[token] === 'VERB' || upos[token] === 'AUX') return false;
  return infinitiveEndings.some((ending) => forms[token]!.endsWith(ending)) && hasChildBefore(draft, token, ['aux']);
}

function asVerb(draft: Draft, token: number, lemma: string, features: ReadonlyMap<string, string>): void {
  const { upos, lemmas, relations, heads, mended } = draft;
  lemmas[token] = lemma;
  mended.set(token, features);
  if (upos[token] === 'VERB') return;
  upos[token] = 'VERB';
  const marked = hasChildBefore(draft, token, ['mark']);
  if (marked && ['obj', 'nmod', 'obl', 'nsubj'].includes(relations[token]!)) relations[token] = 'ccomp';
  else if (relations[token] === 'amod' && heads[token]! > token && heads[heads[token]!] === -1)
    exchange(draft, token, heads[token]!, 'nsubj');
  claimArguments(draft, token, features === FUTURE);
}

/** What was hung on the noun that the verb was taken for: its subject in front, its object behind. */
function claimArguments({ heads, relations, upos }: Draft, verb: number, isActive: boolean): void {
  for (let token = Math.max(0, verb - 8); token < verb + 8; token++) {
    if (heads[token] !== verb || relations[token] !== 'nmod' || !['NOUN', 'PROPN', 'PRON'].includes(upos[token] ?? ''))
      continue;
    relations[token] = token < verb ? 'nsubj' : isActive ? 'obj' : 'nsubj';
    if (token > verb) return;
  }
}

/** «сторона *готова* поставить»: the adjective is the predicate, the infinitive its complement. */
function asPredicate(draft: Draft, token: number, lemma: string, end: number): void {
  const { upos, lemmas, heads, relations, doc } = draft;
  lemmas[token] = lemma;
  upos[token] = 'ADJ';
  for (let next = token + 1; next < Math.min(end, token + 12); next++) {
    if (upos[next] !== 'VERB' || doc.feature(next, 'VerbForm') !== 'Inf') continue;
    if (heads[next] === token) return;
    const isAbove = heads[token] === next || heads[heads[token]!] === next;
    if (!isAbove && heads[next] !== heads[token]) return;
    exchange(draft, token, isAbove ? next : token, 'xcomp');
    if (!isAbove) attach(draft, next, token, 'xcomp');
    for (let before = Math.max(0, token - 15); before < token; before++)
      if (heads[before] === next && ['nsubj', 'mark', 'cc', 'obl'].includes(relations[before]!)) heads[before] = token;
    return;
  }
}
