import { clauseOf } from '../clauses/index.ts';
import { type Content, contentsOf } from './contents.ts';
import type { Sentences } from './context.ts';
import { readFuture } from './future.ts';
import type { Reading, Scope } from './interpret.ts';
import type { Match } from './match.ts';
import { propose, sourcesOf, tell } from './propose.ts';
import { undertake } from './undertake.ts';

type Visit = (context: Sentences, predicate: number, scope: Scope) => void;

/** A clause that no frame reads: an undertaking in the future, else a plain statement. */
export function emitUnmatched(context: Sentences, reading: Reading, visit: Visit): void {
  if (emitImperative(context, reading)) return;
  if (emitUnknownReport(context, reading, visit)) return;
  tell(context, reading);
  if (reading.mood === 'planned') {
    readFuture(context, reading);
    return;
  }
  if (reading.scope.aside || !isTold(context, reading)) return;
  propose(context, reading, { rule: `${context.index.language}.state`, act: 'state', mood: reading.mood });
}

/** “Understand our position”: a request. */
function emitImperative(context: Sentences, reading: Reading): boolean {
  if (!isImperative(context, reading) || reading.scope.aside) return false;
  propose(context, reading, { rule: `${context.index.language}.imperative`, act: 'request', mood: 'desired' });
  return true;
}

function isImperative({ tree }: Sentences, { clause, scope }: Reading): boolean {
  return scope.speaker !== undefined && clause.subject === undefined && tree.feature(clause.head, 'Mood') === 'Imp';
}

/** “The envoy opined that …”: a clause governed by a verb that no frame knows, and whose subject is an actor, is what that actor says. */
function emitUnknownReport(context: Sentences, reading: Reading, visit: Visit): boolean {
  const { tree } = context;
  const { clause, scope, mood } = reading;
  const content = tree
    .children(clause.head)
    .find((child) => tree.relation(child) === 'ccomp' && child > clause.head && isThatClause(context, child));
  const performer = content === undefined || mood !== 'actual' ? [] : sourcesOf(context, reading, undefined);
  if (content === undefined || performer.length === 0) return false;
  visit(context, content, {
    ...scope,
    speaker: scope.speaker ?? (performer.length === 1 ? performer[0] : undefined),
    performer,
    reported: true,
    subject: undefined,
    previous: undefined,
    aside: false,
  });
  return true;
}

function isThatClause({ tree }: Sentences, token: number): boolean {
  const relations = tree.children(token).map((child) => tree.relation(child));
  return relations.includes('mark') && (relations.includes('nsubj') || relations.includes('csubj'));
}

/** A clause with a subject, a finite verb or a copula; bare participles and noun phrases tell nothing. */
function isTold({ tree }: Sentences, { clause, range }: Reading): boolean {
  if (range.first === range.last) return false;
  if (clause.subject !== undefined || tree.feature(clause.head, 'VerbForm') === 'Fin') return true;
  return tree
    .children(clause.head)
    .some((child) => ['cop', 'aux', 'expl', 'csubj'].includes(tree.relation(child)) || tree.hasSubtype(child, 'pass'));
}

/** A clause that a frame reads, by the frame's kind. */
export function emitMatched(context: Sentences, reading: Reading, match: Match, visit: Visit): void {
  const contents = contentsOf(context.tree, context.words, reading.clause, match, context.transparent);
  if (contents.length === 0 && opensList(context, reading)) {
    context.openings.set(context.setting.blockAt(reading.clause.head).first, { reading, match });
    return;
  }
  switch (match.frame.kind) {
    case 'report':
      emitReport(context, reading, match, contents, visit);
      return;
    case 'undertake':
      emitUndertaking(context, reading, match, contents, visit);
      return;
    case 'view':
      tell(context, reading, match);
      emitView(context, reading, match);
      silently(context, contents, visit);
      return;
    case 'pass':
      for (const { head } of contents)
        visit(context, head, { ...reading.scope, subject: reading.clause.subject, previous: reading.clause });
      return;
    case 'act':
      tell(context, reading, match);
      if (isOffer(context, reading, match, contents))
        undertake(context, reading, { ...match, frame: { ...match.frame, strength: 1 } }, contents);
      else emitAct(context, reading, match, contents);
      silently(context, contents, visit);
      return;
  }
}

/** “the parties agreed to:” at the end of its block. */
function opensList({ tree, setting }: Sentences, { clause }: Reading): boolean {
  const [, end] = tree.doc.sentenceRange(tree.doc.sentenceOf(clause.head));
  return tree.form(end - 1) === ':' && setting.blockAt(clause.head).end <= end;
}

/** What a subject says is told for its own sake; where it says nothing in a clause, its object is what it states. */
function emitReport(
  context: Sentences,
  reading: Reading,
  match: Match,
  contents: readonly Content[],
  visit: Visit,
): void {
  const { scope, clause } = reading;
  const performer = sourcesOf(context, reading, match);
  const clauses = contents.filter(
    ({ kind, head }) => kind !== 'nominal' || clauseOf(context.tree, context.words, head).subject !== undefined,
  );
  const { act, id } = match.frame;
  for (const { head } of clauses)
    visit(context, head, {
      ...scope,
      speaker: scope.speaker ?? (performer.length === 1 ? performer[0] : undefined),
      performer,
      reported: true,
      subject: undefined,
      previous: undefined,
      aside: false,
      as: act === 'state' ? scope.as : act,
      asRule: act === 'state' ? scope.asRule : id,
    });
  if (clauses.length > 0 || scope.aside) return;
  if (clause.theme === undefined && contents.length === 0) return;
  tell(context, reading, match);
  if (reading.mood === 'planned') readFuture(context, reading);
  else propose(context, reading, { rule: id, act, mood: reading.mood, match });
}

function emitUndertaking(
  context: Sentences,
  reading: Reading,
  match: Match,
  contents: readonly Content[],
  visit: Visit,
): void {
  tell(context, reading, match);
  if (!reading.scope.aside || !isPast(context, reading)) undertake(context, reading, match, contents);
  silently(context, contents, visit);
}

/** An undertaking recalled in an aside (“the line, which they had promised to build, …”) is part of the claim. */
function isPast({ tree }: Sentences, { clause }: Reading): boolean {
  if (clause.mood !== 'actual') return false;
  return [clause.head, ...tree.children(clause.head)].some(
    (token) => tree.feature(token, 'Tense') === 'Past' && tree.feature(token, 'VerbForm') !== 'Ger',
  );
}

function emitView(context: Sentences, reading: Reading, match: Match): void {
  const { frame } = match;
  // “Thank you for your attention.”
  if (reading.clause.subject === undefined && context.tree.feature(reading.clause.head, 'Mood') === 'Imp') return;
  if (reading.scope.aside && frame.act === 'state') return;
  const isForetold = frame.act !== 'state' || (frame.modality === 'planned' && reading.clause.future !== undefined);
  if (reading.mood === 'planned' && isForetold) {
    readFuture(context, reading, match);
    return;
  }
  const denied = reading.clause.negative ? frame.negated : undefined;
  if (denied !== undefined) {
    const { act, modality = reading.mood, polarity = 'positive' } = denied;
    propose(context, reading, { rule: frame.id, act, mood: modality, match, polarity });
    return;
  }
  const mood = frame.modality ?? (frame.act === 'state' ? reading.mood : 'actual');
  propose(context, reading, { rule: frame.id, act: frame.act, mood, match });
}

/** «Предложила обучить врачей»: who proposes to give, and names nobody else who should, offers it. */
function isOffer(
  { tree, index }: Sentences,
  { clause, mood }: Reading,
  { frame }: Match,
  contents: readonly Content[],
): boolean {
  if (frame.act !== 'propose' || mood !== 'actual' || clause.passive || contents.length === 0) return false;
  const isGift = ({ kind, head }: Content): boolean =>
    kind === 'infinitive' && index.classes.giving?.has(tree.lemma(head)) === true;
  return contents.every(isGift) && tree.child(clause.head, 'iobj') === undefined;
}

function emitAct(context: Sentences, reading: Reading, match: Match, contents: readonly Content[]): void {
  const { frame } = match;
  const denied = reading.clause.negative ? frame.negated : undefined;
  const isArranged = frame.act === 'consult' && isMeeting(context, reading);
  if (reading.mood === 'planned' && !isArranged && denied === undefined) {
    readFuture(context, reading, match);
    return;
  }
  if (reading.scope.aside && (frame.act === 'state' || isSetting(context, reading, match))) return;
  const isWished = reading.mood === 'desired' || reading.mood === 'hypothetical';
  const isUnasked = reading.clause.negative && ASKING.has(frame.act);
  const isUndone = reading.mood === 'desired' || (isWished && !SPEECH_ACTS.has(frame.act)) || isUnasked;
  const act = denied?.act ?? (isUndone ? 'state' : frame.act);
  const mood = denied?.modality ?? (reading.mood === 'planned' ? 'planned' : (frame.modality ?? reading.mood));
  const polarity = denied === undefined ? undefined : (denied.polarity ?? 'positive');
  const parts = contents.length > 1 ? contents : [undefined];
  for (const [at, part] of parts.entries()) {
    const range =
      part === undefined
        ? reading.range
        : at === 0
          ? {
              first: Math.min(reading.range.first, part.range.first),
              last: Math.max(part.range.last, reading.clause.head),
            }
          : part.range;
    propose(
      context,
      { ...reading, range },
      { rule: frame.id, act, mood, match, polarity, asked: askedOf(match, part ?? contents[0]) },
    );
  }
}

const SPEECH_ACTS = new Set([
  'propose',
  'request',
  'invite',
  'support',
  'accuse',
  'reject',
  'threaten',
  'protest',
  'reaffirm',
]);

/** “will meet”, “will be held”: a meeting to come, not an undertaking; in an adopted document its parties bind themselves to it. */
function isMeeting({ tree, index, setting }: Sentences, { clause, scope }: Reading): boolean {
  if (scope.as !== undefined || setting.facts.kind === 'treaty') return false;
  if (setting.facts.kind === 'joint-statement' && !clause.passive && scope.speaker === undefined)
    return tree.relation(clause.head) === 'acl';
  return index.classes.arranging === undefined || index.classes.arranging.has(tree.lemma(clause.head));
}

/** “Opening the talks, …”, “Having discussed the dam, …”: the scene of what is told. */
function isSetting({ tree }: Sentences, { clause }: Reading, { frame }: Match): boolean {
  return (
    frame.act === 'consult' && tree.relation(clause.head) === 'advcl' && tree.child(clause.head, 'nsubj') === undefined
  );
}

/** Acts that nobody does where they are denied: “did not ask for favours”. */
const ASKING = new Set(['propose', 'request', 'invite']);

/** What a proposal, request or invitation would have somebody do. */
function askedOf(
  { frame }: Match,
  content: Content | undefined,
): { head: number; range: Content['range'] } | undefined {
  const asks = frame.act === 'propose' || frame.act === 'request' || frame.act === 'invite';
  return asks && content !== undefined ? { head: content.head, range: content.range } : undefined;
}

/** The clauses within what is told already: only progress is looked for in them. */
function silently(context: Sentences, contents: readonly Content[], visit: Visit): void {
  for (const { head, kind } of contents)
    if (kind !== 'nominal') visit(context, head, { reported: true, aside: true, silent: true });
}
