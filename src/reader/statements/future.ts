import type { Act, ActorId } from '../../model/index.ts';
import { principalsOf } from '../../model/index.ts';
import { type Clause, findPhrase, type Range, trimmed, withoutCondition } from '../clauses/index.ts';
import type { Sentences } from './context.ts';
import { documentInstrument, strengthIn } from './instrument.ts';
import type { Reading } from './interpret.ts';
import type { Match } from './match.ts';
import { propose, sourcesOf } from './propose.ts';
import type { BoundBy, Undertaking } from './proposition.ts';

/**
 * A clause in the future: an undertaking where somebody who can bind a party will do it, or where it is promised;
 * else a forecast.
 */
export function readFuture(context: Sentences, reading: Reading, match?: Match): void {
  const { scope } = reading;
  const language = context.index.language;
  if (isAnnouncingItself(context, reading)) return;
  const bound = bindingOf(context, reading);
  if (bound === undefined) {
    const act = scope.as ?? 'state';
    propose(context, reading, {
      rule: `${language}.forecast`,
      act: act === 'pledge' ? 'state' : act,
      mood: 'planned',
      match,
    });
    return;
  }
  if (scope.aside && scope.silent) return;
  const rule = scope.asRule ?? `${language}.future`;
  const isConsidered = context.index.classes.considering?.has(context.tree.lemma(reading.clause.head)) === true;
  const undertaking = isConsidered ? undefined : futureUndertaking(context, reading, bound, rule);
  propose(context, reading, {
    rule,
    act: actOf(context, reading, match),
    mood: 'planned',
    undertaking,
    ...(bound.by === 'subject' ? {} : { sources: bound.actors }),
  });
}

/** The act of the report that it is the content of; what is eased or refused stays so when it is only announced. */
function actOf(context: Sentences, { scope, clause }: Reading, match: Match | undefined): Act {
  if (scope.as === 'reaffirm' || isRecalled(context, clause)) return 'reaffirm';
  if (scope.as === undefined && clause.passive && match?.frame.act === 'yield') return 'yield';
  if (match?.frame.act === 'sanction' || match?.frame.act === 'threaten') return match.frame.act;
  return 'pledge';
}

/** “As we promised there, we will …”, “as I said, …”: undertaken before; not “as the minister said”. */
function isRecalled({ tree, words, index }: Sentences, clause: Clause): boolean {
  const isOwn = (report: number): boolean => {
    const subject = tree.child(report, 'nsubj');
    return (
      index.classes.promising?.has(tree.lemma(report)) === true ||
      (index.reporting.has(tree.lemma(report)) && subject !== undefined && words.firstPersons.has(tree.form(subject)))
    );
  };
  return tree
    .children(clause.head)
    .some(
      (child) =>
        tree.relation(child) === 'advcl' &&
        isOwn(child) &&
        tree.introducers(child).some((mark) => words.recalling.has(mark)),
    );
}

/** “I will be brief”, «Начну с сельского хозяйства»: about the speech itself. */
function isAnnouncingItself({ tree, index, words }: Sentences, { clause }: Reading): boolean {
  if (index.classes.speaking?.has(tree.lemma(clause.head)) !== true) return false;
  const { subject } = clause;
  return subject === undefined
    ? [clause.head, clause.future].some(
        (token) =>
          token !== undefined && tree.feature(token, 'Person') === '1' && tree.feature(token, 'Number') === 'Sing',
      )
    : words.firstPersons.has(tree.form(subject)) && tree.feature(subject, 'Number') === 'Sing';
}

interface Binding {
  readonly actors: readonly ActorId[];
  readonly by: BoundBy;
}

/** Whom the future binds; undefined where it is only foretold. */
function bindingOf(context: Sentences, reading: Reading): Binding | undefined {
  const { clause, scope } = reading;
  const { tree, cast, index } = context;
  const lemma = tree.lemma(clause.head);
  const isForetold = index.classes.forecast?.has(lemma) === true && !isOffered(context, reading);
  if (isForetold || hasNominalPredicate(context, clause.head)) return undefined;
  const isPromised = scope.as === 'pledge' || scope.as === 'reaffirm' || scope.instrument !== undefined;
  const sources = sourcesOf(context, reading, undefined);
  if (sources.length > 0 && !clause.passive) return { actors: sources, by: 'subject' };
  if (clause.passive && sources.length > 0)
    return { actors: sources, by: clause.agent === undefined ? 'speaker' : 'agent' };
  const speaker = scope.speaker;
  const isBody = clause.subject !== undefined && context.words.collectives.has(tree.lemma(clause.subject));
  if (isBody && !clause.passive) return bodysBinding(context, reading);
  if (clause.passive || isPromised) {
    if (index.classes.settled?.has(lemma) === true && !isPromised) return undefined;
    if (speaker !== undefined && scope.reported) return { actors: principalsOf([speaker]), by: 'speaker' };
    const promising = scope.as === 'pledge' ? (scope.performer ?? []) : [];
    if (promising.length > 0) return { actors: promising, by: 'speaker' };
    return cast.parties.length > 0 && !isAnonymous(context, reading) ? { actors: [], by: 'document' } : undefined;
  }
  return undefined;
}

/** «Поможем»: of others it is foretold, of oneself it is a promise. */
function isOffered({ tree, index }: Sentences, { clause }: Reading): boolean {
  const lemma = tree.lemma(clause.head);
  return index.classes.giving?.has(lemma) === true && tree.feature(clause.head, 'Person') === '1';
}

/** “The Commission will …”, where the text does not say whose: the speaker's, else the parties'. */
function bodysBinding(context: Sentences, reading: Reading): Binding | undefined {
  const { speaker } = reading.scope;
  if (speaker !== undefined) return { actors: principalsOf([speaker]), by: 'speaker' };
  return context.cast.parties.length > 0 && !isAnonymous(context, reading) ? { actors: [], by: 'document' } : undefined;
}

/** “will be a success”: a judgement about the future, not an act. */
function hasNominalPredicate({ tree }: Sentences, head: number): boolean {
  return tree.upos(head) !== 'VERB' && tree.upos(head) !== 'AUX' && tree.child(head, 'cop') !== undefined;
}

/** In a report by a third party a passive future without a speaker binds nobody. */
function isAnonymous({ setting }: Sentences, { scope }: Reading): boolean {
  return setting.facts.kind === 'report' && scope.instrument === undefined;
}

function futureUndertaking(context: Sentences, reading: Reading, bound: Binding, rule: string): Undertaking {
  const { clause, scope, range } = reading;
  const { tree, words } = context;
  const action = withoutCondition(tree, words, clause.head, actionRange(context, reading));
  return {
    head: clause.head,
    range: action.range,
    ...strengthIn(context.setting, 4, rule, scope.instrument),
    conditional:
      action.conditional ||
      findPhrase(tree, words.phrases.conditions, sentenceStart(context, reading), range.last + 1) !== undefined,
    reaffirms: scope.as === 'reaffirm' || isRecalled(context, clause),
    bound: bound.actors,
    boundBy: bound.by,
    deadlineIn: range,
    ...documentInstrument(context.setting, scope.instrument),
  };
}

/** A condition may open the sentence (“If …, the sides will …”); one of an earlier coordinated clause does not count. */
function sentenceStart({ tree }: Sentences, { range, clause, scope }: Reading): number {
  if (scope.previous !== undefined) return range.first;
  const [first] = tree.doc.sentenceRange(tree.doc.sentenceOf(clause.head));
  const leading = tree.children(clause.head).filter((child) => child < clause.head && tree.relation(child) === 'advcl');
  return leading.length > 0 ? first : range.first;
}

/** Behind the auxiliary; where the verb itself is in the future, behind the subject. */
function actionRange({ tree }: Sentences, { clause, range }: Reading): Range {
  const { head, future, subject } = clause;
  const isAuxiliary = future !== undefined && future !== head && future < head;
  const afterSubject =
    subject !== undefined && subject < head && subject >= range.first
      ? Math.max(...tree.tokensOf(subject).filter((token) => token < head), range.first - 1) + 1
      : range.first;
  const first = isAuxiliary ? future + 1 : afterSubject;
  return trimmed(tree, head, { first: Math.min(first, head), last: Math.max(range.last, head) });
}
