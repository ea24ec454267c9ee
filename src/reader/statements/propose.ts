import type { Act, ActorId, Statement } from '../../model/index.ts';
import { principalsOf } from '../../model/index.ts';
import type { Mood, Range } from '../clauses/index.ts';
import type { Sentences } from './context.ts';
import type { Reading } from './interpret.ts';
import type { Match } from './match.ts';
import type { Proposition, Undertaking } from './proposition.ts';

/** What a rule has found a clause to say. */
export interface Finding {
  readonly rule: string;
  readonly act: Act;
  readonly mood: Mood;
  readonly match?: Match | undefined;
  readonly polarity?: Statement['polarity'] | undefined;
  readonly sources?: readonly ActorId[];
  readonly undertaking?: Undertaking | undefined;
  readonly asked?: Proposition['asked'] | undefined;
}

/** Acts that are words: who does one alone is its speaker. */
const SPOKEN = new Set<Act>([
  'agree',
  'pledge',
  'reaffirm',
  'propose',
  'request',
  'invite',
  'support',
  'accuse',
  'reject',
  'threaten',
  'protest',
  'state',
]);

/** Adds a statement, unless the clause is part of one already. */
export function propose(context: Sentences, reading: Reading, finding: Finding): void {
  const { scope, clause, range } = reading;
  if (scope.silent) return;
  const { rule, mood, match } = finding;
  const act = actUnder(scope.as, finding.act);
  const found = finding.sources ?? sourcesOf(context, reading, match);
  const quote = context.setting.quoteAt(clause.head);
  const speaker =
    scope.speaker ?? (match !== undefined && SPOKEN.has(act) && found.length === 1 ? found[0] : undefined);
  const sources = found.length > 0 || speaker === undefined || act !== 'state' ? found : [speaker];
  const targets = targetsOf(context, reading, match, sources);
  context.propositions.push({
    clause,
    rule,
    range,
    act,
    ...(speaker === undefined ? {} : { speaker }),
    sources,
    ...(targets.length > 0 || !ADDRESSED.has(act)
      ? { targets, benefits: true }
      : { targets: counterpart(context, sources), benefits: isGiving(context, finding.undertaking) }),
    negative:
      (finding.polarity ?? match?.frame.polarity) === undefined
        ? clause.negative
        : (finding.polarity ?? match?.frame.polarity) === 'negative',
    mood,
    quoted: quote?.marked === true,
    ...(finding.undertaking === undefined ? {} : { undertaking: finding.undertaking }),
    ...(finding.asked === undefined ? {} : { asked: finding.asked }),
  });
}

/** What is repeated is a `reaffirm`, what is alleged an accusation, whatever it says. */
function actUnder(as: Act | undefined, act: Act): Act {
  return as === 'reaffirm' || as === 'accuse' ? as : act;
}

/** Notes that a clause was read. */
export function tell(context: Sentences, { clause, range, mood }: Reading, match?: Match): void {
  const undertakes = match?.frame.kind === 'undertake';
  context.told.push({ clause, range, mood, undertakes, ...(match === undefined ? {} : { rule: match.frame.id }) });
}

/** Who does it: the subject of an active verb, the agent of a passive one; in a joint voice without either, the parties. */
export function sourcesOf(context: Sentences, reading: Reading, match: Match | undefined): readonly ActorId[] {
  const { clause, scope } = reading;
  const { cast } = context;
  const doer = clause.passive ? clause.agent : clause.subject;
  const own = firstPerson(context, doer, scope.speaker, match) ?? cast.actorsOf(doer);
  const together = match === undefined ? [] : companions(context, reading, match);
  if (own.length + together.length > 0) return unique([...own, ...together]);
  if (doer !== undefined && !clause.passive) return thirdPersons(context, doer);
  if (scope.performer !== undefined && scope.performer.length > 0) return scope.performer;
  const office = doer === undefined ? speakingOffice(context, clause.head) : [];
  if (office.length > 0) return office;
  // «Поставим ещё три машины»: a language that leaves the subject out speaks of the speaker.
  if (doer === undefined && !clause.passive && scope.speaker !== undefined && clause.future !== undefined)
    return principalsOf([scope.speaker]);
  return match !== undefined && JOINT.has(match.frame.act) && scope.speaker === undefined ? cast.parties : [];
}

/** «*В министерстве* сообщили»: a plural without a subject says what those in the office say. */
function speakingOffice({ tree, cast, index }: Sentences, head: number): readonly ActorId[] {
  const isPlural = tree.feature(head, 'Number') === 'Plur' && tree.feature(head, 'Tense') === 'Past';
  if (tree.doc.language === 'en' || !isPlural || !index.reporting.has(tree.lemma(head))) return [];
  return tree
    .children(head)
    .filter((child) => child < head && tree.relation(child) === 'obl' && tree.feature(child, 'Case') === 'Loc')
    .flatMap((child) => cast.actorsOf(child));
}

/**
 * “we will”, “our government has …”: the speaker's side; where both sides can be meant (“we agreed”), whom the mention names.
 * Without a known speaker, the state whose voice the document is.
 */
export function firstPerson(
  { tree, words, cast, setting }: Sentences,
  doer: number | undefined,
  speaker: ActorId | undefined,
  match?: Match,
): readonly ActorId[] | undefined {
  if (doer === undefined) return undefined;
  const isFirst = (token: number): boolean =>
    words.firstPersons.has(tree.lemma(token)) || words.firstPersons.has(tree.form(token));
  const isOurs = words.collectives.has(tree.lemma(doer)) && tree.children(doer).some(isFirst);
  if (!isFirst(doer) && !isOurs) return undefined;
  const named = cast.actorsOf(doer);
  if (match !== undefined && TOGETHER.has(match.frame.act) && named.length > 0) return named;
  const side = speaker ?? setting.facts.side;
  if (side === undefined) return named.length > 0 ? named : cast.parties;
  return isFirst(doer) && tree.feature(doer, 'Number') === 'Sing' ? [side] : principalsOf([side]);
}

const TOGETHER = new Set<Act>(['consult', 'agree', 'sign', 'cooperate']);

/** “they”, where the text's mentions leave it open: those who did the last thing together, else the parties. */
function thirdPersons({ tree, cast, propositions }: Sentences, doer: number): readonly ActorId[] {
  if (tree.upos(doer) !== 'PRON' || tree.feature(doer, 'Number') !== 'Plur' || tree.feature(doer, 'Person') !== '3')
    return [];
  return propositions.findLast(({ sources }) => principalsOf(sources).length > 1)?.sources ?? cast.parties;
}

const JOINT = new Set<Act>(['consult', 'agree', 'pledge', 'sign', 'cooperate', 'reaffirm', 'support']);

/** “met *with* the President”: a source too. */
function companions({ tree, cast }: Sentences, { clause }: Reading, { frame, noun }: Match): readonly ActorId[] {
  return (frame.together ?? []).flatMap((way) => {
    if (way === 'object') return noun === undefined ? cast.actorsOf(clause.theme) : [];
    const hosts = noun === undefined ? [clause.head] : [clause.head, noun];
    return hosts.flatMap((host) =>
      tree
        .children(host)
        .filter((child) => tree.introducers(child).includes(way) || (way === 'ins' && isInstrumental(tree, child)))
        .flatMap((child) => cast.actorsOf(child)),
    );
  });
}

function isInstrumental(tree: Sentences['tree'], token: number): boolean {
  return tree.introducers(token).length === 0 && tree.feature(token, 'Case') === 'Ins';
}

/** Toward whom: where the frame says, else any other actor within the words of a one-sided act. */
function targetsOf(
  context: Sentences,
  reading: Reading,
  match: Match | undefined,
  sources: readonly ActorId[],
): readonly ActorId[] {
  if (match === undefined && reading.mood !== 'planned') return [];
  if (principalsOf(sources).length > 1) return [];
  const named = match === undefined ? [] : framedTargets(context, reading, match);
  const found = named.length > 0 ? named : context.cast.actorsWithin(objectRange(reading));
  const own = principalsOf(sources);
  return found.filter((actor) => !own.includes(principalsOf([actor])[0] ?? ''));
}

function framedTargets({ tree, cast }: Sentences, { clause }: Reading, { frame, noun }: Match): readonly ActorId[] {
  return (frame.targets ?? []).flatMap((way) => {
    if (way === 'object') return cast.actorsOf(clause.theme);
    const hosts = noun === undefined ? [clause.head] : [clause.head, noun];
    const relation = way === 'recipient' ? 'iobj' : undefined;
    return hosts.flatMap((host) =>
      tree
        .children(host)
        .filter((child) =>
          relation === undefined ? tree.introducers(child).includes(way) : tree.relation(child) === relation,
        )
        .flatMap((child) => cast.actorsOf(child)),
    );
  });
}

/** Acts of one side that, in a text of two sides, are done toward the other. */
const ADDRESSED = new Set<Act>(['agree', 'pledge', 'reaffirm', 'propose', 'request', 'reject', 'aid', 'yield']);

/** What is done for somebody by its very meaning, whoever that is (“supply”, “train”, “waive”), or for “you”. */
function isGiving({ tree, index }: Sentences, undertaking: Undertaking | undefined): boolean {
  if (undertaking === undefined) return false;
  const { giving, addressed } = index.classes;
  const { head, range } = undertaking;
  const begun = tree.child(head, 'xcomp');
  if (giving?.has(tree.lemma(head)) === true) return true;
  if (begun !== undefined && giving?.has(tree.lemma(begun)) === true) return true;
  for (let token = range.first; token <= range.last; token++)
    if (addressed?.has(tree.lemma(token)) === true) return true;
  return false;
}

/** The other side of a text between two, where one of them acts alone. */
function counterpart({ cast }: Sentences, sources: readonly ActorId[]): readonly ActorId[] {
  const sides = principalsOf(cast.parties);
  const own = principalsOf(sources);
  if (sides.length !== 2 || own.length !== 1 || !sides.includes(own[0]!)) return [];
  return sides.filter((side) => side !== own[0]);
}

function objectRange({ clause, range }: Reading): Range {
  return { first: Math.min(clause.head + 1, range.last), last: range.last };
}

function unique(actors: readonly ActorId[]): ActorId[] {
  return [...new Set(actors)];
}
