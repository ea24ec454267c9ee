import { attach, type Draft, isWithin } from '../draft.ts';
import { followsComma, hasChildBefore, hasMark, isBare, isInfinitive, isPredicative } from './look.ts';
import type { MendingWords } from './mending-words.ts';

/** A verb is coordinated with a verb of the same form: of its list, or of the report that it goes on with. */
export function mendCoordination(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { doc, heads, relations, upos } = draft;
  const isListed =
    LOOSE.includes(relations[token]!) &&
    followsComma(draft, token, first) &&
    isBare(draft, words, token) &&
    !hasMark(draft, words, token, first);
  if ((relations[token] !== 'conj' && !isListed) || upos[token] !== 'VERB') return;
  const head = heads[token]!;
  if (head < 0) return;
  const isArgument = ['nmod', 'obl', 'obj', 'nsubj'].includes(relations[head]!);
  const isVerb = (!isArgument && (upos[head] === 'VERB' || upos[head] === 'AUX')) || isPredicative(draft, head);
  const isMarked = hasMark(draft, words, token, first);
  if (isFiniteBelowInfinitive(draft, token, head) && joinFinite(draft, token, head)) return;
  if (isMarked && isVerb && !isInfinitive(draft, head) && joinList(draft, token, head)) return;
  if (isListed && isInfinitive(draft, head)) relations[token] = 'conj';
  else if (!isVerb || (isMarked && !isInfinitive(draft, head))) joinNearestVerb(draft, words, token, head, isMarked);
  else if (isBare(draft, words, token) && !isBare(draft, words, head) && doc.feature(head, 'VerbForm') !== 'Inf')
    joinList(draft, token, head);
  else if (goesOnReporting(draft, words, token, head)) joinReport(draft, token, head);
}

const LOOSE = ['parataxis', 'advcl', 'xcomp', 'ccomp'];

function joinNearestVerb(draft: Draft, words: MendingWords, token: number, head: number, isMarked: boolean): void {
  const { doc, heads, upos } = draft;
  const form = doc.feature(token, 'VerbForm');
  const bare = isMarked || isBare(draft, words, token);
  for (let above = heads[head]!; above >= 0; above = heads[above]!) {
    if (above >= token || upos[above] !== 'VERB') continue;
    const isLike = bare ? isInfinitive(draft, above) : doc.feature(above, 'VerbForm') === form;
    if (!isLike) continue;
    attach(draft, token, above, 'conj');
    return;
  }
}

/** “offered to share … and *proposed*”, “determined to protect … and *would* plant”: no member of the infinitive. */
function isFiniteBelowInfinitive(draft: Draft, token: number, head: number): boolean {
  const { doc, forms, lemmas } = draft;
  if (!isInfinitive(draft, head) || hasChildBefore(draft, head, ['aux'])) return false;
  if (hasChildBefore(draft, token, ['aux'])) return true;
  if (doc.language === 'en') return forms[token] !== lemmas[token] && !forms[token]!.endsWith('ing');
  return doc.feature(token, 'VerbForm') === 'Fin';
}

function joinFinite(draft: Draft, token: number, head: number): boolean {
  const { heads, upos } = draft;
  for (let above = heads[head]!; above >= 0; above = heads[above]!) {
    if (isInfinitive(draft, above) || (upos[above] !== 'VERB' && !isPredicative(draft, above))) continue;
    attach(draft, token, above, 'conj');
    return true;
  }
  return false;
}

/** “recalled that … had come and *announced* that …”: no member of the first report, whose verb has another form. */
function goesOnReporting(draft: Draft, { reporting }: MendingWords, token: number, head: number): boolean {
  const { doc, heads, lemmas } = draft;
  if (!reporting.has(lemmas[token]!) || heads[head]! < 0 || doc.feature(token, 'VerbForm') !== 'Fin') return false;
  if (hasChildBefore(draft, token, ['nsubj', 'aux'])) return false;
  return hasChildBefore(draft, head, ['aux']) || doc.feature(head, 'Tense') !== doc.feature(token, 'Tense');
}

function joinReport(draft: Draft, token: number, head: number): void {
  const { doc, heads, upos } = draft;
  const tense = doc.feature(token, 'Tense');
  for (let above = heads[head]!; above >= 0; above = heads[above]!) {
    const isLike = doc.feature(above, 'VerbForm') === 'Fin' && doc.feature(above, 'Tense') === tense;
    if (upos[above] !== 'VERB' || !(isLike || hasChildBefore(draft, above, ['aux']))) continue;
    attach(draft, token, above, 'conj');
    return;
  }
}

/** “agreed to expand trade, *develop* ties”: the list goes on below what the finite verb governs. */
function joinList(draft: Draft, token: number, finite: number): boolean {
  const { doc, upos, heads, infinitives } = draft;
  if (
    doc.feature(finite, 'VerbForm') === 'Fin' &&
    doc.feature(finite, 'Tense') === 'Pres' &&
    doc.feature(token, 'VerbForm') !== 'Inf'
  )
    return false;
  for (let at = finite + 1; at < token; at++) {
    if (
      upos[at] !== 'VERB' ||
      !(infinitives.has(at) || doc.feature(at, 'VerbForm') === 'Inf') ||
      !isWithin(draft, at, finite)
    )
      continue;
    if (heads[at] === finite || upos[heads[at]!] !== 'VERB') {
      attach(draft, token, at, 'conj');
      return true;
    }
  }
  return false;
}
