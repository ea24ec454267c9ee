import type { Act, ActorId } from '../../model/index.ts';
import {
  type Clause,
  type ClauseWords,
  clauseOf,
  type Mood,
  phraseAt,
  type Range,
  rangeOf,
  type Tree,
} from '../clauses/index.ts';
import { attributedSpeaker } from './attribution.ts';
import { basisOf } from './basis.ts';
import { contentsOf } from './contents.ts';
import type { Sentences } from './context.ts';
import { conjuncts, isSeparate } from './coordination.ts';
import { emitMatched, emitUnmatched } from './emit.ts';
import { type Match, matchFrame } from './match.ts';

/** What a clause is told under: whose words it is, what it shares with the clause before, how much of it is told for its own sake. */
export interface Scope {
  readonly speaker?: ActorId | undefined;
  /** Whoever performs the act of speech that the clause is the content of. */
  readonly performer?: readonly ActorId[] | undefined;
  readonly reported: boolean;
  readonly subject?: number | undefined;
  readonly previous?: Clause | undefined;
  /** An aside (“…, which …”) is a statement only where a frame reads it. */
  readonly aside: boolean;
  /** Part of a statement that is made already: only progress is looked for. */
  readonly silent: boolean;
  /** The act of the report that the clause is the content of: a repeated position, an accusation, an assurance. */
  readonly as?: Act | undefined;
  readonly asRule?: string | undefined;
  readonly instrument?: string | undefined;
}

/** A clause on its way to becoming statements. */
export interface Reading {
  readonly clause: Clause;
  readonly match: Match | undefined;
  readonly scope: Scope;
  /** Its tokens without coordinated predicates, asides in front and who reports it. */
  readonly range: Range;
  readonly mood: Mood;
}

export const OPEN_SCOPE: Scope = { reported: false, aside: false, silent: false };

/** Reads the clause that a predicate heads, and those coordinated with it or below it. */
export function visit(context: Sentences, predicate: number, outer: Scope): void {
  const { tree, words, seen } = context;
  if (seen.has(predicate)) return;
  seen.add(predicate);
  const clause = clauseOf(tree, words, predicate, { subject: outer.subject, clause: outer.previous });
  seen.add(clause.head);
  const siblings = siblingsOf(context, predicate, clause);
  const reporters = tree
    .children(predicate)
    .filter((child) => tree.relation(child) === 'parataxis' && isPredicate(context, child));
  const scope = scopeOf(context, clause, predicate, reporters, outer);
  const match = matchFrame(tree, context.index, clause, {
    isActor: (token) => context.cast.actorsOf(token).length > 0,
    hasContent: (candidate) => contentsOf(tree, words, clause, candidate, context.transparent).length > 0,
  });
  const skipped = new Set([...siblings, ...reporters, ...leadingAsides(context, predicate)]);
  const range = rangeOf(tree, predicate, (child) => skipped.has(child) || child < context.body);
  const reading = { clause, match, scope, range, mood: settledMood(clause, scope) };
  if (match === undefined) emitUnmatched(context, reading, visit);
  else emitMatched(context, reading, match, visit);
  visitSubordinates(context, predicate, clause, scope, siblings, match?.frame.kind === 'view');
  for (const sibling of siblings)
    visit(context, sibling, {
      ...scope,
      subject: clause.subject ?? outer.subject,
      previous: clause,
      aside: outer.aside,
    });
  for (const reporter of reporters) visit(context, reporter, { ...OPEN_SCOPE, instrument: outer.instrument });
}

/** “would” and “could” are the future told back where the clause is reported, else a mere possibility. */
function settledMood(clause: Clause, scope: Scope): Mood {
  return clause.distanced && !scope.reported && !scope.aside ? 'hypothetical' : clause.mood;
}

/** Predicates coordinated with the clause. */
function siblingsOf(context: Sentences, predicate: number, clause: Clause): number[] {
  const heads = predicate === clause.head ? [predicate] : [predicate, clause.head];
  return heads
    .flatMap((head) => conjuncts(context.tree, head))
    .filter((token) => isPredicate(context, token) && isSibling(context, clause.head, token));
}

/** “will remove or reduce duties” is one clause with two verbs. */
function isSibling({ tree, words, seen }: Sentences, head: number, token: number): boolean {
  const separate = token < head || isSeparate(tree, words, head, token, false);
  if (!separate) seen.add(token);
  return separate;
}

/** Whether a token heads a clause of its own. */
export function isPredicate({ tree }: Sentences, token: number): boolean {
  const upos = tree.upos(token);
  if (upos === 'VERB' || upos === 'AUX') return true;
  return tree.children(token).some((child) => ['cop', 'nsubj', 'aux'].includes(tree.relation(child)));
}

function scopeOf(
  context: Sentences,
  clause: Clause,
  predicate: number,
  reporters: readonly number[],
  outer: Scope,
): Scope {
  const quote = context.setting.quoteAt(clause.head);
  const speaker =
    quote?.speaker ??
    outer.speaker ??
    reportersActor(context, reporters) ??
    attributedSpeaker(context, clause.head) ??
    context.setting.speakerAt(clause.head);
  const basis = basisOf(context, clause, predicate);
  return {
    ...outer,
    speaker,
    reported: outer.reported || (speaker !== undefined && speaker !== context.setting.speakerAt(clause.head)),
    ...(basis === undefined ? {} : { instrument: basis }),
  };
}

/** “…, the Minister said”: whoever says so. */
function reportersActor({ tree, words, index, cast }: Sentences, reporters: readonly number[]): ActorId | undefined {
  for (const reporter of reporters) {
    const clause = clauseOf(tree, words, reporter);
    const says = index.byLemma.get(tree.lemma(clause.head))?.some((frame) => frame.kind === 'report') === true;
    const actors = says ? cast.actorsOf(clause.subject) : [];
    if (actors.length > 0) return actors[0];
  }
  return undefined;
}

/** Clauses before the predicate that are told apart from it: they are no part of its words. */
function leadingAsides({ tree }: Sentences, predicate: number): number[] {
  return tree.children(predicate).filter((child) => child < predicate && tree.relation(child) === 'advcl');
}

/** Relative, adverbial and participial clauses below the predicate that no frame has taken. */
function visitSubordinates(
  context: Sentences,
  predicate: number,
  clause: Clause,
  scope: Scope,
  siblings: readonly number[],
  isView: boolean,
): void {
  const { tree, seen } = context;
  const below = tree.tokensOf(predicate, (child) => siblings.includes(child) || tree.relation(child) === 'parataxis');
  for (const token of below) {
    if (seen.has(token) || !isPredicate(context, token)) continue;
    const aside = asideScope(context, token, clause, scope, isView);
    if (aside !== undefined) visit(context, token, aside);
  }
}

/** “if …”, “provided that …”: part of what hangs on it. */
function isCondition(tree: Tree, words: ClauseWords, token: number): boolean {
  const opening = tree
    .children(token)
    .find((child) => child < token && (tree.relation(child) === 'mark' || tree.relation(child) === 'case'));
  return (
    opening !== undefined &&
    (phraseAt(tree, words.phrases.conditions, opening, token) !== undefined ||
      phraseAt(tree, words.phrases.conditions, Math.max(0, opening - 1), token) !== undefined)
  );
}

/** “…, *which* will meet in June”: told for its own sake even within what is undertaken, where English sets it off by a comma. */
function isRemark(tree: Tree, words: ClauseWords, token: number): boolean {
  return (
    tree.doc.language === 'en' &&
    tree
      .tokensOf(token)
      .some((below) => below < token && words.relatives.has(tree.form(below)) && tree.upos(below) !== 'SCONJ')
  );
}

/** “the road *that they built*”, without a comma, says which road; it tells nothing for its own sake. */
function isRestrictive(tree: Tree, token: number): boolean {
  if (tree.doc.language !== 'en') return false;
  const first = Math.min(...tree.tokensOf(token).filter((below) => tree.relation(below) !== 'punct'));
  return tree.upos(first - 1) !== 'PUNCT';
}

/** “the agreement *signed in May*” describes; it tells nothing for its own sake. */
function isPassiveParticiple(tree: Tree, words: ClauseWords, token: number): boolean {
  if (tree.feature(token, 'VerbForm') !== 'Part' || tree.feature(token, 'Voice') === 'Act') return false;
  return !tree
    .children(token)
    .some((child) => ['aux', 'cop', 'nsubj'].includes(tree.relation(child)) || words.relatives.has(tree.lemma(child)));
}

/** Under what a subordinate clause is told; undefined where it is not told at all. */
function asideScope(
  { tree, words }: Sentences,
  token: number,
  clause: Clause,
  scope: Scope,
  isView: boolean,
): Scope | undefined {
  const relation = tree.relation(token);
  const marks = tree
    .children(token)
    .filter((child) => tree.relation(child) === 'mark' || tree.relation(child) === 'advmod')
    .map((child) => tree.lemma(child));
  const base = { ...scope, previous: undefined, as: undefined, performer: undefined, subject: undefined };
  if (isCondition(tree, words, token)) return undefined;
  // “the hope *that* …” is part of the view; “…, *which* …” is told for its own sake.
  const isContent = isView && tree.children(token).some((child) => tree.relation(child) === 'mark');
  if (relation === 'acl')
    return {
      ...base,
      aside: true,
      silent:
        (scope.silent && !isRemark(tree, words, token)) ||
        isContent ||
        isPassiveParticiple(tree, words, token) ||
        isRestrictive(tree, token),
    };
  if (relation === 'ccomp' || relation === 'parataxis')
    return marks.some((mark) => !words.that.has(mark)) ? undefined : { ...base, silent: scope.silent || isView };
  if (relation !== 'advcl') return undefined;
  if (marks.some((mark) => words.subordinate.state.includes(mark))) return base;
  if (marks.some((mark) => words.subordinate.event.includes(mark))) return { ...base, aside: true };
  return marks.length === 0 || tree.feature(token, 'VerbForm') === 'Conv'
    ? { ...base, subject: clause.subject, aside: true }
    : undefined;
}
