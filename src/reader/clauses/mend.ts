import { attach, type Draft, isWithin } from './draft.ts';

/** What the mending of trees needs to know of a language. */
export interface MendingWords {
  /** Lemmas of verbs that govern a content clause: “…, the Minister said”. */
  readonly reporting: ReadonlySet<string>;
  /** Verbs that a tagger takes for nouns where no “to” stands before them. */
  readonly actions: ReadonlySet<string>;
  /** Endings that only verbs have. */
  readonly verbEndings: readonly string[];
  readonly infinitiveMarks: ReadonlySet<string>;
}

/**
 * Mends what parsers get wrong in lists of undertakings and in reports, where the words leave no doubt:
 * verbs tagged as nouns in a list of infinitives, bare infinitives coordinated with the finite verb that governs the list,
 * verbs coordinated with nouns, and a report behind what it reports.
 */
export function mend(draft: Draft, words: MendingWords): void {
  for (let sentence = 0; sentence < draft.doc.sentenceCount; sentence++) {
    const [first, end] = draft.doc.sentenceRange(sentence);
    for (let token = first; token < end; token++) {
      mendHiddenVerb(draft, words, token, first);
      mendCoordination(draft, words, token);
    }
    mendReport(draft, words, first, end);
  }
}

/** “to simplify rules and *digitalise* documents”: a verb that was taken for part of the noun phrase behind it. */
function mendHiddenVerb(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { upos, forms, relations, heads } = draft;
  if (upos[token] === 'VERB' || upos[token] === 'AUX' || !isVerbForm(words, forms[token]!)) return;
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

/** A verb is coordinated with the nearest verb above or before it that has the same form. */
function mendCoordination(draft: Draft, words: MendingWords, token: number): void {
  const { doc, heads, relations, upos } = draft;
  if (relations[token] !== 'conj' || upos[token] !== 'VERB') return;
  const head = heads[token]!;
  if (head < 0) return;
  if (upos[head] !== 'VERB' && upos[head] !== 'AUX' && !isPredicative(draft, head)) joinNearestVerb(draft, token, head);
  else if (isBare(draft, words, token) && !isBare(draft, words, head) && doc.feature(head, 'VerbForm') !== 'Inf')
    joinList(draft, token, head);
}

function isPredicative({ heads, relations }: Draft, head: number): boolean {
  for (let at = Math.max(0, head - 12); at < head; at++)
    if (heads[at] === head && (relations[at] === 'cop' || relations[at] === 'nsubj')) return true;
  return false;
}

function joinNearestVerb(draft: Draft, token: number, noun: number): void {
  const { doc, heads, upos } = draft;
  const form = doc.feature(token, 'VerbForm');
  for (let above = heads[noun]!; above >= 0; above = heads[above]!) {
    if (above >= token || upos[above] !== 'VERB' || doc.feature(above, 'VerbForm') !== form) continue;
    attach(draft, token, above, 'conj');
    return;
  }
}

/** A bare English verb form without subject or auxiliary. */
function isBare(
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

/** “agreed to expand trade, *develop* ties”: the list goes on below what the finite verb governs. */
function joinList(draft: Draft, token: number, finite: number): void {
  const { doc, upos, heads, infinitives } = draft;
  if (
    doc.feature(finite, 'VerbForm') === 'Fin' &&
    doc.feature(finite, 'Tense') === 'Pres' &&
    doc.feature(token, 'VerbForm') !== 'Inf'
  )
    return;
  for (let at = finite + 1; at < token; at++) {
    if (
      upos[at] !== 'VERB' ||
      !(infinitives.has(at) || doc.feature(at, 'VerbForm') === 'Inf') ||
      !isWithin(draft, at, finite)
    )
      continue;
    if (heads[at] === finite || upos[heads[at]!] !== 'VERB') {
      attach(draft, token, at, 'conj');
      return;
    }
  }
}

/** “A and B, the Minister said”: the report is made to govern what stands before it, as a report in front does. */
function mendReport(draft: Draft, words: MendingWords, first: number, end: number): void {
  const { heads, relations, upos, lemmas, doc } = draft;
  for (let token = first + 3; token < end; token++) {
    if (
      upos[token] !== 'VERB' ||
      !words.reporting.has(lemmas[token]!) ||
      heads[token]! < 0 ||
      doc.feature(token, 'VerbForm') !== 'Fin'
    )
      continue;
    if (
      !['conj', 'advcl', 'parataxis'].includes(relations[token]!) ||
      !isBehindComma(draft, token, first) ||
      governsBehind(draft, token, end)
    )
      continue;
    const root = rootOf(draft, token);
    const content = childIn(draft, token, first, token, 'ccomp');
    const old = { head: heads[token]!, relation: relations[token]! };
    if (old.relation === 'conj' && content === undefined) continue;
    draft.heads[token] = -1;
    draft.relations[token] = 'root';
    attach(draft, root, token, 'ccomp');
    if (content !== undefined) attach(draft, content, old.head, 'conj');
    return;
  }
}

/** Nothing but its subject stands between the reporting verb and the comma before it. */
function isBehindComma({ forms, heads, upos }: Draft, token: number, first: number): boolean {
  for (let at = token - 1; at > first; at--) {
    if (forms[at] === ',' || upos[at] === 'PUNCT') return true;
    if (upos[at] === 'VERB' || upos[at] === 'CCONJ' || upos[at] === 'SCONJ' || (heads[at]! < at - 8 && heads[at]! >= 0))
      return false;
  }
  return false;
}

function governsBehind({ heads, relations }: Draft, token: number, end: number): boolean {
  for (let at = token + 1; at < end; at++)
    if (heads[at] === token && ['ccomp', 'xcomp', 'obj', 'csubj'].includes(relations[at]!)) return true;
  return false;
}

function childIn(
  { heads, relations }: Draft,
  head: number,
  from: number,
  to: number,
  relation: string,
): number | undefined {
  for (let at = from; at < to; at++) if (heads[at] === head && relations[at] === relation) return at;
  return undefined;
}

function rootOf({ heads }: Draft, token: number): number {
  let at = token;
  while (heads[at]! >= 0) at = heads[at]!;
  return at;
}
