import { membersOf, organizationOf } from '../../knowledge/index.ts';
import { type ActorId, isOfState, principalOf } from '../../model/index.ts';
import { SURE } from './confidence.ts';
import type { Context, Moment, Resolution } from './context.ts';
import { lastPerson, lastPrincipal } from './discourse.ts';
import type { Phrase } from './phrases.ts';
import { partiesMeant } from './resolve-offices.ts';

/** “The Council of Foreign Ministers of the CIS”: an organ of it. */
export function resolveOrgan({ owners, word }: Phrase): Resolution | undefined {
  const owner = owners[0] ?? word?.id;
  if (owner === undefined) return undefined;
  return { kind: 'organization', actors: [`${owner}/${word?.slug}`], by: 'text', confidence: SURE.organ };
}

/** “The Kazakh side”, “the delegation of Kazakhstan”; “each side” is every party. */
export function resolveSide(phrase: Phrase, context: Context): Resolution | undefined {
  if (phrase.owners.length === 0) return phrase.quantity === 1 ? groupOf(context.parties) : undefined;
  return {
    kind: 'delegation',
    actors: phrase.owners.map((owner) => `${owner}/delegation`),
    by: 'text',
    confidence: SURE.owned,
  };
}

function groupOf(actors: readonly ActorId[]): Resolution | undefined {
  return actors.length < 2
    ? undefined
    : { kind: 'group', actors: [...new Set(actors)], by: 'group', confidence: SURE.group };
}

/** “The sides”, “both countries”, “our peoples”, “the governments”. */
export function resolveGroup(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const { word, owners } = phrase;
  if (owners.length > 0) return ownedGroup(phrase);
  if (!isMeant(phrase, context, moment)) return undefined;
  const parties = word?.of === 'many' ? manyParties(context) : statesMeant(phrase, context, moment);
  return groupOf(word?.of === 'delegation' ? parties.map((party) => `${party}/delegation`) : parties);
}

function ownedGroup({ word, owners, ofMembers }: Phrase): Resolution | undefined {
  if (owners.length < 2 && !ofMembers) return undefined;
  const actors = word?.of === 'delegation' ? owners.map((owner) => `${owner}/delegation`) : owners;
  return { kind: 'group', actors, by: 'text', confidence: SURE.body };
}

/** “Countries” are states; “sides” may be organizations too. A text about one state takes the one named last for the other. */
function statesMeant(phrase: Phrase, context: Context, moment: Moment): readonly ActorId[] {
  const parties = partiesMeant(phrase, context, moment);
  const states = phrase.word?.needs === 'quantity' ? parties.filter(isOfState) : parties;
  if (parties.length > 1) return states.length > 1 ? states : parties;
  const other = moment.named.find(({ state, sentence }) => !parties.includes(state) && moment.sentence - sentence <= 1);
  return other === undefined ? parties : [...parties, other.state];
}

/** Whether what stands before the noun makes it mean the parties: not all countries, but “the two countries”. */
function isMeant(
  { word, determined, quantity, possessive, first, core }: Phrase,
  { doc }: Context,
  { start }: Moment,
): boolean {
  if (possessive !== undefined && /^сво/iu.test(doc.form(possessive))) return false;
  if (word?.needs === undefined || (quantity ?? 0) > 0) return true;
  if (word.of === 'many' && quantity === 0) return true;
  if (isBetween(doc, first)) return true;

  if (possessive !== undefined) return word.needs !== 'number' && word.of !== 'delegation';
  const capital = /^\p{Lu}/u.test(doc.form(core)) && first === start;
  return word.needs === 'determiner' && (determined || capital);
}

/** «торговля между странами». */
function isBetween(doc: Context['doc'], first: number): boolean {
  return doc.language === 'ru' && first > 0 && doc.form(first - 1).toLowerCase() === 'между';
}

function manyParties({ parties }: Context): readonly ActorId[] {
  return parties.length > 2 ? parties : [];
}

/** “The Brazilian Government” is Brazil, “the Tajik Foreign Ministry” a body of Tajikistan. */
export function resolveBody(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const { owners, word } = phrase;
  const slug = word?.slug ?? '';
  const bodyOf = (owner: ActorId): ActorId => (slug === '' ? owner : `${owner}/${slug}`);
  // “Border guards” are men of the state, not the body.
  const men = word?.plural === true && !slug.endsWith('ministry');
  if (owners.length > 0)
    return { kind: 'body', actors: men ? owners : owners.map(bodyOf), by: 'text', confidence: SURE.body };
  if (word?.plural === true)
    return isSubjectGroup(phrase, context, moment) ? groupOf(context.parties.filter(isOfState).map(bodyOf)) : undefined;
  const own =
    slug === '' && phrase.possessive !== undefined ? ownGovernment(phrase.possessive, context, moment) : undefined;
  if (own !== undefined) return own;
  // “My government” is left to the speaker's first persons.
  if (
    phrase.possessive !== undefined &&
    /^(?:my|мо[еёяйю]|моей|моего|моему|моим)$/i.test(context.doc.form(phrase.possessive))
  )
    return undefined;
  if (!UNOWNED.test(slug) || isDescribed(phrase, context) || isSession(phrase, context) || isAdjunct(phrase, context))
    return undefined;
  const near = moment.named.find(({ sentence }) => sentence === moment.sentence)?.state;
  const owner = slug === 'de-facto-authorities' ? near : (lastPrincipal(moment.said, moment.sentence) ?? context.home);
  if (owner === undefined || !/^[A-Z]{3}$/.test(owner) || (context.doc.language === 'en' && !phrase.determined))
    return undefined;
  return {
    kind: 'body',
    actors: [slug === '' && context.doc.language === 'en' ? `${owner}/government` : bodyOf(owner)],
    by: 'role',
    confidence: SURE.bareBody,
  };
}

/** “His government”: the state of whoever is spoken of. “My government” waits for the speaker. */
function ownGovernment(token: number, { doc }: Context, { said, sentence }: Moment): Resolution | undefined {
  if (!/^(?:his|her|его|её|ее)$/i.test(doc.form(token))) return undefined;
  const person = lastPerson(said, sentence);
  const owner = person === undefined ? undefined : principalOf(person.mention.actors[0]!);
  return owner === undefined
    ? undefined
    : { kind: 'body', actors: [owner], by: 'pronoun', confidence: SURE.ownCountry };
}

/** “The government delegations”: what kind of delegations. */
function isAdjunct({ last }: Phrase, { doc }: Context): boolean {
  return doc.language === 'en' && doc.trees !== undefined && last + 1 < doc.length && doc.upos(last + 1) === 'NOUN';
}

/** «на заседании Правительства», “a meeting of the Government”: the occasion, not the actor. */
function isSession({ first }: Phrase, { doc }: Context): boolean {
  const before = first === 0 ? '' : doc.form(first - 1).toLowerCase();
  const owner = before === 'of' && first > 1 ? doc.form(first - 2).toLowerCase() : before;
  return /^(?:meeting|session|member|members|заседани|совещани|член|постановлени|аппарат|здани)/.test(owner);
}

/** «инклюзивное правительство»: a government of that kind, not the one in office. */
function isDescribed({ core }: Phrase, { doc }: Context): boolean {
  return core > 0 && doc.trees !== undefined && doc.upos(core - 1) === 'ADJ';
}

/** Bodies that a text names without saying whose they are; of others there are too many. */
const UNOWNED = /^$|ministry$|^customs-|^presidential-administration$|^government$|authorities$|^border-service$/;

function isSubjectGroup({ word, first, determined }: Phrase, { doc }: Context, { start }: Moment): boolean {
  return word?.slug?.endsWith('-ministry') === true && (determined || doc.language === 'ru') && first === start;
}

/** “The Lebanese people”, “Tajik forces”: their state. */
export function resolvePeople({ owners }: Phrase): Resolution | undefined {
  return owners.length === 0 ? undefined : { kind: 'state', actors: [...owners], by: 'text', confidence: SURE.people };
}

/** “The Central Asian countries”, «страны Союза»: every one of them. */
export function resolveMembers({ owners, last }: Phrase, context: Context, { said }: Moment): Resolution | undefined {
  const union = owners.length > 0 ? undefined : institutionSaid(context.doc.form(last), said);
  const members = union === undefined ? owners : membersOf(union, context.date);
  return members.length < 2
    ? undefined
    : { kind: 'group', actors: [...members], by: 'knowledge', confidence: SURE.members };
}

/** “The Union”, «Комиссия»: the organization said last that has the word in its name. */
export function resolveInstitution(phrase: Phrase, { doc }: Context, { said }: Moment): Resolution | undefined {
  if (doc.language === 'en' && !phrase.determined) return undefined;
  if (/^\p{Ll}/u.test(doc.form(phrase.core)) && phrase.core + 1 < doc.length && doc.form(phrase.core + 1) === 'of')
    return undefined;
  const actor = institutionSaid(doc.form(phrase.core), said);
  return actor === undefined
    ? undefined
    : { kind: 'organization', actors: [actor], by: 'role', confidence: SURE.shorthand };
}

/** The organization said last that has the word in one of its names, whatever the word's ending. */
function institutionSaid(form: string, said: Moment['said']): ActorId | undefined {
  const word = form.toLowerCase().slice(0, form.length - (form.length > 5 ? 2 : 1));
  const names = (id: ActorId): string => JSON.stringify(organizationOf(id) ?? '').toLowerCase();
  const organizations = said.flatMap(({ mention }) => mention.actors.map(principalOf)).filter((id) => !isOfState(id));
  const organ = organizations.map((id) => `${id}/${form.toLowerCase()}`).find((id) => organizationOf(id) !== undefined);
  return organizations.find((id) => names(id).includes(word)) ?? organ;
}

function otherThan(parties: readonly ActorId[], party: ActorId): Resolution | undefined {
  const actors = parties.filter((other) => other !== party);
  return actors.length !== 1 ? undefined : { kind: 'state', actors, by: 'role', confidence: SURE.others };
}

/** “The other side”, «остальные государства»: the parties but those just spoken of. */
export function resolveOthers(phrase: Phrase, context: Context, { said, sentence }: Moment): Resolution | undefined {
  const { parties } = context;
  const last = lastPrincipal(said, sentence);
  if (phrase.word?.kind === 'other')
    return last === undefined || parties.length !== 2 ? undefined : otherThan(parties, last);
  if (isDescribed(phrase, context)) return undefined;
  const near = new Set(
    said.filter((one) => sentence - one.sentence === 0).flatMap(({ mention }) => mention.actors.map(principalOf)),
  );
  const others = parties.filter((party) => !near.has(party));
  if (others.length === 0 || others.length === parties.length) return undefined;
  return { kind: 'group', actors: others, by: 'group', confidence: SURE.others };
}
