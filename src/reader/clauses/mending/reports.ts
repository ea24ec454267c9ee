import { attach, type Draft, isWithin } from '../draft.ts';
import { childIn, hasChildBefore, rootOf } from './look.ts';
import type { MendingWords } from './mending-words.ts';

/** “A and B, the Minister said”: the report is made to govern what stands before it, as a report in front does. */
export function mendReport(draft: Draft, words: MendingWords, first: number, end: number): void {
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
      hasChildBefore(draft, token, ['mark']) ||
      governsBehind(draft, token, end)
    )
      continue;
    const root = rootOf(draft, token);
    const content = childIn(draft, token, first, token, 'ccomp');
    const old = { head: heads[token]!, relation: relations[token]! };
    claimSubject(draft, token);
    claimSubjectBehind(draft, token, end);
    if (old.relation === 'conj' && content === undefined && hasChildBefore(draft, token, ['cc'])) continue;
    draft.heads[token] = -1;
    draft.relations[token] = 'root';
    attach(draft, root, token, 'ccomp');
    if (content !== undefined) attach(draft, content, old.head, 'conj');
    return;
  }
}

/** “He promised to send grain, *noting* the drought”: the remark goes with the report, not with what is promised. */
export function mendRemark(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { heads, relations, upos, lemmas, forms } = draft;
  if (upos[token] !== 'VERB' || relations[token] !== 'advcl' || forms[token - 1] !== ',' || token <= first) return;
  const isRemark = words.reporting.has(lemmas[token]!) || words.remarking.has(lemmas[token]!);
  const head = heads[token]!;
  if (!isRemark || !isParticiple(draft, token) || head < 0 || !isInfinitive(draft, head)) return;
  attach(draft, token, rootOf(draft, token), 'advcl');
}

function isParticiple({ doc, forms }: Draft, token: number): boolean {
  return doc.language === 'en' ? forms[token]!.endsWith('ing') : doc.feature(token, 'VerbForm') === 'Conv';
}

function isInfinitive({ doc, infinitives }: Draft, token: number): boolean {
  return infinitives.has(token) || doc.feature(token, 'VerbForm') === 'Inf';
}

/**
 * “The envoys *touched* upon fish,” the King said: with a subject of its own behind the comma, what stands before it is a clause, and the
 * verb that was taken for a participle of its first noun is its predicate.
 */
export function mendReduced(draft: Draft, words: MendingWords, token: number, first: number): void {
  const { heads, relations, upos, lemmas } = draft;
  if (upos[token] !== 'VERB' || !words.reporting.has(lemmas[token]!)) return;
  const subjects: number[] = [];
  for (let at = first; at < token; at++) if (heads[at] === token && relations[at] === 'nsubj') subjects.push(at);
  const [noun, reporter, more] = subjects;
  if (noun === undefined || reporter === undefined || more !== undefined) return;
  const verb = firstParticiple(draft, noun, reporter);
  if (verb === undefined || !hasComma(draft, verb, reporter)) return;
  relations[verb] = 'ccomp';
  heads[verb] = token;
  attach(draft, noun, verb, 'nsubj');
}

function firstParticiple(draft: Draft, noun: number, end: number): number | undefined {
  for (let at = noun + 1; at < end; at++)
    if (draft.relations[at] === 'acl' && draft.upos[at] === 'VERB' && isWithin(draft, at, noun)) return at;
  return undefined;
}

function hasComma({ forms, heads }: Draft, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (forms[at] === ',' && heads[at]! >= to) return true;
  return false;
}

/** The noun between comma and verb is the reporter, whatever it was hung on. */
function claimSubject(draft: Draft, token: number): void {
  const { heads, relations, upos } = draft;
  for (let at = token - 1; at >= Math.max(0, token - 8) && upos[at] !== 'PUNCT'; at--) {
    if (relations[at] !== 'nsubj' || heads[at] === token) continue;
    heads[at] = token;
    return;
  }
}

/** «…, – подчеркнул *глава* кабинета»: without another subject, the noun behind the verb. */
function claimSubjectBehind({ heads, relations, doc, upos }: Draft, token: number, end: number): void {
  if (doc.language !== 'ru') return;
  for (let at = Math.max(0, token - 8); at < Math.min(end, token + 8); at++)
    if (heads[at] === token && relations[at] === 'nsubj') return;
  for (let at = token + 1; at < Math.min(end, token + 5); at++)
    if (
      heads[at] === token &&
      ['obj', 'nmod', 'obl', 'iobj'].includes(relations[at]!) &&
      (upos[at] === 'NOUN' || upos[at] === 'PROPN')
    ) {
      relations[at] = 'nsubj';
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

function governsBehind({ heads, relations, doc }: Draft, token: number, end: number): boolean {
  // «…, – подчеркнул глава кабинета»: the subject behind its verb.
  const isSubjectBehind = (verb: number, at: number): boolean => doc.language === 'ru' && at <= verb + 4;
  for (let at = token + 1; at < end; at++)
    if (
      heads[at] === token &&
      (['ccomp', 'xcomp', 'csubj'].includes(relations[at]!) || (relations[at] === 'obj' && !isSubjectBehind(token, at)))
    )
      return true;
  return false;
}

/** “assured his guest *that* Laos would lift the fee”: a conjunction, since the clause behind it has subject and object of its own. */
export function mendThat(draft: Draft, { reporting }: MendingWords, token: number): void {
  const { forms, upos, heads, relations, lemmas } = draft;
  const verb = heads[token]!;
  if (forms[token] !== 'that' || upos[token] !== 'PRON' || verb < token || relations[verb] !== 'acl') return;
  const reporter = heads[heads[verb]!] ?? -1;
  if (reporter < 0 || !reporting.has(lemmas[reporter]!)) return;
  const own = (names: readonly string[]): boolean => {
    for (let at = token + 1; at < verb + 12; at++)
      if (heads[at] === verb && names.includes(relations[at]!)) return true;
    return false;
  };
  if (!own(['nsubj']) || !own(['obj', 'obl', 'xcomp', 'ccomp'])) return;
  relations[token] = 'mark';
  upos[token] = 'SCONJ';
}

/** «сообщили, *что* направят миссию»: a conjunction before a verb that leaves its subject out. */
export function mendChto(draft: Draft, { that }: MendingWords, token: number): void {
  const { forms, upos, heads, relations } = draft;
  const verb = heads[token]!;
  if (upos[token] !== 'PRON' || relations[token] !== 'nsubj' || !that.has(forms[token]!) || forms[token - 1] !== ',')
    return;
  if (draft.doc.language !== 'ru' || verb < token || relations[verb] !== 'ccomp') return;
  relations[token] = 'mark';
  upos[token] = 'SCONJ';
}
