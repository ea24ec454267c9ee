import { type ActorId, principalOf } from '../../model/index.ts';
import { SURE } from './confidence.ts';
import type { Context, Moment, Resolution } from './context.ts';
import { isPerson, lastPerson, type Said } from './discourse.ts';
import type { Phrase } from './phrases.ts';

/** How many sentences back a pronoun may refer. */
const REACH = 3;

/** “He”, “they”, «он»: a person or group spoken of shortly before. First persons are resolved with the quotations. */
export function resolvePronoun(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const { word } = phrase;
  if (word?.person !== 3) return undefined;
  if (word.opinion === true) return isOpinion(phrase, context) ? singular(phrase, moment, true) : undefined;
  if (word.number === 'plural') return isMeant(phrase, context) ? plural(moment) : undefined;
  if (word.number === 'thing') return thing(phrase, context, moment);
  if (/^for$/.test(phrase.first > 0 ? context.doc.form(phrase.first - 1) : '')) return undefined;
  return singular(phrase, moment, isSubjectForm(phrase, context));
}

/** “The two agreed”, “both noted”: the two people spoken of last, else the parties. */
export function resolvePair(
  phrase: Phrase,
  context: Context,
  { said, sentence, start }: Moment,
): Resolution | undefined {
  const { doc, parties } = context;
  const next = phrase.last + 1;
  const acts = doc.trees !== undefined && next < doc.length && /^(?:VERB|AUX|ADV)$/.test(doc.upos(next));
  if (phrase.quantity !== 2 || phrase.first !== start || !acts) return undefined;
  const actors = pairSaid(said, sentence) ?? (parties.length === 2 ? parties : undefined);
  return actors === undefined ? undefined : { kind: 'group', actors, by: 'pronoun', confidence: SURE.pair };
}

/** “Them” and “him” where somebody is asked, urged or invited to do something; elsewhere things are meant as often. */
function isMeant({ first, last }: Phrase, { doc }: Context): boolean {
  return !/^them$/i.test(doc.form(first)) || /^(?:to|for)$/.test(last + 1 < doc.length ? doc.form(last + 1) : '');
}

/** «по его словам», «по ее мнению». */
function isOpinion({ first, last }: Phrase, { doc }: Context): boolean {
  const before = first === 0 ? '' : doc.form(first - 1).toLowerCase();
  const after = last + 1 < doc.length ? doc.form(last + 1).toLowerCase() : '';
  return before === 'по' && /^(?:словам|мнению|данным|утверждению|оценке|убеждению)$/.test(after);
}

function isSubjectForm({ first }: Phrase, { doc }: Context): boolean {
  return /^(?:he|she|он|она|ол|ал)$/i.test(doc.form(first));
}

/** A subject is the last subject again; an object is somebody else than the subject of its sentence. */
function singular({ word }: Phrase, { said, sentence }: Moment, subject: boolean): Resolution | undefined {
  const near = said.filter((one) => sentence - one.sentence <= REACH);
  const accept = (one: Said): boolean => word?.female !== true || one.female || !near.some(({ female }) => female);
  const found = subject ? lastPerson(near, sentence, accept) : objectOf(near.filter(accept), sentence);
  return found === undefined
    ? undefined
    : { kind: 'pronoun', actors: found.mention.actors, by: 'pronoun', confidence: SURE.pronoun };
}

function objectOf(said: readonly Said[], sentence: number): Said | undefined {
  const people = said.filter(isPerson);
  const here = people.filter((one) => one.sentence === sentence);
  const subject = (here.find((one) => one.subject) ?? here.at(-1))?.mention.actors[0];
  return people.find(({ mention }) => mention.actors[0] !== subject) ?? people[0];
}

function plural({ said, sentence }: Moment): Resolution | undefined {
  const pair = pairBefore(said, sentence);
  if (pair !== undefined) return { kind: 'pronoun', actors: pair, by: 'pronoun', confidence: SURE.pair };
  const near = said.filter((one) => sentence - one.sentence <= REACH);
  const groups = near.filter(({ mention }) => mention.actors.length > 1);
  const last = groups[0];
  const best =
    last === undefined ? undefined : (groups.findLast((one) => one.sentence === last.sentence && one.subject) ?? last);
  const side = near.find(({ mention, sentence: at }) => mention.kind === 'delegation' && sentence - at <= 1);
  const actors = best?.mention.actors ?? side?.mention.actors ?? lastTwo(near);
  return actors === undefined ? undefined : { kind: 'pronoun', actors, by: 'pronoun', confidence: SURE.pronoun };
}

/** The two people spoken of last. */
export function pairSaid(said: readonly Said[], sentence: number): readonly ActorId[] | undefined {
  return pairBefore(said, sentence) ?? lastTwo(said.filter((one) => sentence - one.sentence <= REACH));
}

/** The last two people spoken of, where no group has been. */
function lastTwo(near: readonly Said[]): readonly ActorId[] | undefined {
  const people = [...new Set(near.filter(isPerson).map(({ mention }) => mention.actors[0]!))].slice(0, 2);
  return people.length === 2 ? people.reverse() : undefined;
}

/** The two people of the sentence before, where neither it nor this one has a group: “A received B. They agreed”. */
function pairBefore(said: readonly Said[], sentence: number): readonly ActorId[] | undefined {
  const near = said.filter((one) => sentence - one.sentence <= 1);
  if (near.some(({ mention }) => mention.actors.length > 1)) return undefined;
  const people = new Set(
    near.filter((one) => one.sentence < sentence && isPerson(one)).flatMap(({ mention }) => mention.actors),
  );
  return people.size === 2 ? [...people].reverse() : undefined;
}

/** “It” for a state or organization that the same sentence, or the one before, has as its subject; not “it was agreed”. */
function thing({ first, last }: Phrase, { doc }: Context, { said, sentence, start }: Moment): Resolution | undefined {
  const next = last + 1 < doc.length ? doc.form(last + 1).toLowerCase() : '';
  if (
    /^(?:is|was|were|has|had|will|would|should|can|could|may|might|must|seems|remains|became|takes|took|follows|'s|’s)$/.test(
      next,
    ) &&
    first === start
  )
    return undefined;
  if (doc.trees !== undefined && doc.relation(first) !== 'nsubj') return undefined;
  if (/^(?:takes|took|seems|follows|appears|happens)$/.test(next)) return undefined;
  const found = said.findLast(
    (one) =>
      sentence - one.sentence <= (first === start ? 1 : 0) &&
      one.subject &&
      isThing(one.mention.actors, one.mention.kind),
  );
  const followsName = said[0] !== undefined && said[0].mention.last < first;
  return found === undefined || !followsName
    ? undefined
    : { kind: 'pronoun', actors: found.mention.actors, by: 'pronoun', confidence: SURE.thing };
}

function isThing(actors: readonly ActorId[], kind: string): boolean {
  return actors.length === 1 && (actors[0] === principalOf(actors[0]!) || kind === 'delegation' || kind === 'body');
}
