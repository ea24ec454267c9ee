import type { Act, ActorId } from '../../model/index.ts';
import { isOfState, principalsOf } from '../../model/index.ts';
import { clauseOf, findPhrase, type Range, trimmed } from '../clauses/index.ts';
import type { Content } from './contents.ts';
import type { Sentences } from './context.ts';
import { documentInstrument, strengthIn } from './instrument.ts';
import type { Reading } from './interpret.ts';
import type { Match } from './match.ts';
import { firstPerson, propose, sourcesOf } from './propose.ts';
import type { BoundBy, Undertaking } from './proposition.ts';

/** One statement for each thing undertaken; one without any where the frame finds none, or where it is denied. */
export function undertake(context: Sentences, reading: Reading, match: Match, contents: readonly Content[]): void {
  const { clause } = reading;
  const { frame } = match;
  const isDenied = clause.negative && clause.future === undefined;
  const alone = frame.alone !== undefined && isAlone(context, reading, match) ? frame.alone : undefined;
  const act = actOf(reading, alone?.act ?? frame.act);
  const rule = frame.id;
  if (contents.length === 0 || isDenied) {
    propose(context, reading, { rule, act, mood: isDenied ? 'actual' : (frame.modality ?? 'planned'), match });
    return;
  }
  const isConditional = hasCondition(context, reading.range, contents);
  for (const [at, content] of contents.entries()) {
    const { actors, by } = boundOf(context, reading, match, content);
    const undertaking: Undertaking = {
      head: content.head,
      range: actionRange(context, content),
      ...strengthIn(context.setting, alone?.strength ?? frame.strength ?? 3, rule, reading.scope.instrument),
      conditional: content.conditional || isConditional,
      reaffirms: frame.reaffirms === true || reading.scope.as === 'reaffirm',
      bound: actors,
      boundBy: by,
      deadlineIn: deadlineRange(reading, contents, at),
      ...documentInstrument(context.setting, reading.scope.instrument),
    };
    const sources = by === 'noun' ? actors : sourcesOf(context, reading, match);
    propose(
      context,
      { ...reading, range: statementRange(reading, contents, at) },
      {
        rule,
        act,
        mood: frame.modality ?? 'planned',
        match,
        sources,
        // “promised to consider …” undertakes nothing (codebook, section 10).
        undertaking: isOnlyConsidered(context, frame.act, content) ? undefined : undertaking,
      },
    );
  }
}

/** One side's promise to think about something; what the sides agree to examine together they do undertake. */
function isOnlyConsidered({ tree, index }: Sentences, act: Act, { head }: Content): boolean {
  return act === 'pledge' && index.classes.considering?.has(tree.lemma(head)) === true;
}

/** A position repeated is a `reaffirm`, whatever is repeated. */
function actOf({ scope }: Reading, act: Act): Act {
  return scope.as === 'reaffirm' ? 'reaffirm' : act;
}

/** Whether one state or organization does it by itself. */
function isAlone(context: Sentences, reading: Reading, match: Match): boolean {
  return principalsOf(sourcesOf(context, reading, match)).length === 1;
}

/** The first statement takes the performative in, the others are what they undertake. */
function statementRange({ range, clause }: Reading, contents: readonly Content[], at: number): Range {
  const own = contents[at]!.range;
  if (at > 0) return own;
  const next = contents[1]?.range.first;
  const last = Math.max(own.last, clause.head < (next ?? Number.POSITIVE_INFINITY) ? clause.head : own.last);
  return { first: Math.min(range.first, own.first), last };
}

function hasCondition({ tree, words }: Sentences, range: Range, contents: readonly Content[]): boolean {
  const first = Math.min(...contents.map((content) => content.range.first));
  const last = Math.max(...contents.map((content) => content.range.last));
  const { conditions } = words.phrases;
  return (
    findPhrase(tree, conditions, range.first, Math.max(range.first, first)) !== undefined ||
    findPhrase(tree, conditions, last + 1, range.last + 1) !== undefined
  );
}

/** A content clause without its subject and auxiliary; an infinitive or noun phrase as it is. */
function actionRange({ tree, words }: Sentences, { kind, head, range }: Content): Range {
  if (kind !== 'clause') return range;
  const inner = clauseOf(tree, words, head);
  const auxiliary = inner.future !== undefined && inner.future !== head ? inner.future + 1 : undefined;
  const subjectEnd =
    inner.subject !== undefined && inner.subject < head
      ? Math.max(...tree.tokensOf(inner.subject).filter((token) => token < head)) + 1
      : range.first;
  const first = Math.min(inner.head, auxiliary ?? subjectEnd);
  return trimmed(tree, head, { first: Math.max(range.first, first), last: range.last });
}

/** Where a deadline may stand beside the action itself: between the performative and the first action, for all of them. */
function deadlineRange({ clause, range }: Reading, contents: readonly Content[], at: number): Range {
  const first = contents[0]!;
  const from = Math.min(clause.head + 1, first.range.first);
  return at === 0
    ? { first: from, last: Math.max(range.first, first.range.last) }
    : { first: from, last: Math.max(from, first.head - 1) };
}

interface Bound {
  readonly actors: readonly ActorId[];
  readonly by: BoundBy;
}

/** Whom the undertaking binds, most specific evidence first. */
function boundOf(context: Sentences, reading: Reading, match: Match, content: Content): Bound {
  const { tree, words, cast } = context;
  const noun = match.noun ?? (match.frame.pos === 'noun' ? reading.clause.head : undefined);
  const owner = noun === undefined ? [] : ownersOf(context, reading, noun);
  if (owner.length > 0) return { actors: owner, by: 'noun' };
  if (content.kind === 'clause' && match.frame.binds !== 'subject') {
    const inner = clauseOf(tree, words, content.head);
    const actors = cast.actorsOf(inner.passive ? inner.agent : inner.subject);
    if (actors.length > 0) return { actors, by: 'content-subject' };
  }
  const instructed = instructedOf(context, reading, match);
  if (instructed.length > 0) return { actors: instructed, by: 'instructed' };
  const sources = sourcesOf(context, reading, match);
  if (sources.length > 0) return { actors: sources, by: reading.clause.passive ? 'agent' : 'subject' };
  return { actors: [], by: 'document' };
}

/** “the readiness *of Kazakhstan*”, “*the country's* commitment”. */
function ownersOf(context: Sentences, { scope }: Reading, noun: number): readonly ActorId[] {
  const { tree, cast } = context;
  return tree
    .children(noun)
    .filter(
      (child) =>
        ['nmod', 'compound'].includes(tree.relation(child)) &&
        (child < noun || tree.introducers(child).length === 0 || tree.introducers(child).includes('of')),
    )
    .flatMap((child) => firstPerson(context, child, scope.speaker) ?? cast.actorsOf(child));
}

/** An organization that is instructed is bound itself; ministries and governments bind the states that instruct them. */
function instructedOf({ tree, cast }: Sentences, { clause }: Reading, { frame }: Match): readonly ActorId[] {
  if (frame.targets?.includes('object') !== true) return [];
  const addressee = clause.theme ?? tree.child(clause.head, 'iobj', 'obl');
  const actors = cast.actorsOf(addressee);
  return actors.length > 0 && principalsOf(actors).every((actor) => !isOfState(actor)) ? actors : [];
}
