import { type ActorId, isOfState, principalOf } from '../../model/index.ts';
import { SURE } from './confidence.ts';
import type { Context, Moment, Resolution } from './context.ts';
import { lastPerson } from './discourse.ts';
import { DELEGATION_HEAD, slugOf } from './offices.ts';
import { peopleOf } from './people.ts';
import type { Phrase } from './phrases.ts';
import { isDefinite, mainPersonOf, partiesMeant, resolveNamed, resolveOffice } from './resolve-offices.ts';
import { pairSaid } from './resolve-pronouns.ts';
import { officeActor } from './roles.ts';

/** “The Kazakh leader”, “his Kyrgyz counterpart”, “the guest”. */
export function resolveRole(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  if (phrase.names.length > 0) return resolveNamed(phrase, context);
  const actor = personByRole(phrase, context, moment);
  if (actor === undefined) return undefined;
  const confidence = phrase.owners.length > 0 ? SURE.onlyHolder : SURE.ownHolder;
  return { kind: 'office', actors: [actor], by: 'role', confidence };
}

function personByRole(phrase: Phrase, context: Context, moment: Moment): ActorId | undefined {
  const [owner] = phrase.owners;
  const role = phrase.word?.role;
  if (owner !== undefined && !isOfState(owner)) return undefined;
  if (role === 'leader') return owner === undefined ? undefined : leaderOf(context, owner);
  if (owner !== undefined) return counterpartIn(context, owner, moment);
  if (role === 'guest') return guest(context);
  if (role === 'host') return leadPerson(context, (principal) => principal === (context.here ?? context.side));
  if (role === 'speaker') return context.people[0]?.actor;
  if (role === 'brother')
    return context.facts.kind === 'speech' && phrase.possessive !== undefined
      ? otherThan(context, context.side)
      : undefined;
  const subject = lastPerson(moment.said, moment.sentence)?.mention.actors[0];
  return phrase.possessive === undefined && context.doc.language === 'en'
    ? undefined
    : otherThan(context, subject === undefined ? context.side : principalOf(subject));
}

function leaderOf(context: Context, owner: ActorId): ActorId {
  return mainPersonOf(context, owner, 'leader') ?? officeActor(owner, 'leader');
}

/** Of the owner's people the one with the same office as whoever speaks of him, else the first. */
function counterpartIn(context: Context, owner: ActorId, { said, sentence }: Moment): ActorId {
  const people = peopleOf(context.people, owner);
  const subject = lastPerson(said, sentence)?.mention.actors[0];
  const slug = slugOf(subject ?? '');
  const same = people.find(({ actor }) => slugOf(actor) === slug);
  return same?.actor ?? people[0]?.actor ?? officeActor(owner, slug === '' ? 'president' : slug);
}

/** Who is not at home where the text was written. */
function guest(context: Context): ActorId | undefined {
  const { here, parties } = context;
  const home = here !== undefined && parties.includes(here) ? here : context.home;
  return home === undefined ? undefined : otherThan(context, home);
}

function otherThan(context: Context, principal: ActorId | undefined): ActorId | undefined {
  return leadPerson(context, (own) => own !== principal);
}

/** The first person of a party that the condition holds for. */
function leadPerson({ people, parties }: Context, accept: (principal: ActorId) => boolean): ActorId | undefined {
  const own = people.filter(({ actor }) => accept(principalOf(actor)));
  return (own.find(({ actor }) => parties.includes(principalOf(actor))) ?? own[0])?.actor;
}

/** “The leaders”, “the interlocutors”: each party's leader, or the first of its people. */
export function resolveRoles(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const counts = phrase.word?.number !== undefined;
  const pair = counts ? pairSaid(moment.said, moment.sentence) : undefined;
  if (pair !== undefined) return { kind: 'group', actors: pair, by: 'pronoun', confidence: SURE.pair };
  if (!(counts || isDefinite(phrase, context, moment)) || isOfOthers(phrase, context)) return undefined;
  const word = phrase.word?.role ?? 'leader';
  const counted = countedPeople(phrase, context);
  if (counted !== undefined) return { kind: 'group', actors: counted, by: 'group', confidence: SURE.pair };
  const parties = partiesMeant(phrase, context, moment);
  const chosen = phrase.owners.length > 0 ? phrase.owners : parties;
  if (chosen.length === 0 || (chosen.length < 2 && phrase.owners.length === 0)) return undefined;
  const asking = word === 'colleague' ? context.home : undefined;
  const actors = chosen.filter((party) => party !== asking).map((party) => personFor(word, context, party));
  return {
    kind: 'group',
    actors: [...new Set(actors)],
    by: phrase.owners.length > 0 ? 'text' : 'group',
    confidence: SURE.group,
  };
}

/** “Two leaders of a network”: of something that is no state. */
function isOfOthers({ owners, last }: Phrase, { doc }: Context): boolean {
  return doc.language === 'en' && owners.length === 0 && last + 1 < doc.length && doc.form(last + 1) === 'of';
}

/** “The three leaders” of two parties: as many people as the text has named first. */
function countedPeople({ quantity, owners }: Phrase, { people, parties }: Context): ActorId[] | undefined {
  if (quantity === undefined || quantity <= parties.length || owners.length > 0) return undefined;
  const named = [...new Set(people.filter(({ words }) => words.length > 0).map(({ actor }) => actor))];
  return named.length < quantity ? undefined : named.slice(0, quantity);
}

/** “Head of the Turkmen Foreign Ministry”, «главы двух государств»; «главы делегаций» are whoever met. */
export function resolveHeaded(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const ofDelegations = phrase.offices.some(({ slug }) => slug === DELEGATION_HEAD);
  return ofDelegations ? headsOfDelegations(phrase, context, moment) : resolveOffice(phrase, context, moment);
}

/** Those who met, whatever their office; in a speech it is how the speaker addresses all. */
function headsOfDelegations(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const parties = partiesMeant(phrase, context, moment);
  if (context.facts.kind === 'speech' || parties.length < 2) return undefined;
  return {
    kind: 'group',
    actors: parties.map((party) => personFor('interlocutor', context, party)),
    by: 'group',
    confidence: SURE.headsOfDelegations,
  };
}

function personFor(word: string, context: Context, party: ActorId): ActorId {
  if (word === 'leader')
    return (
      mainPersonOf(context, party, 'leader') ??
      peopleOf(context.people, party)[0]?.actor ??
      officeActor(party, 'leader')
    );
  return peopleOf(context.people, party)[0]?.actor ?? officeActor(party, 'leader');
}
