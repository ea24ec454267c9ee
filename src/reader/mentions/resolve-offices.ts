import { type ActorId, isOfState, principalOf } from '../../model/index.ts';
import { SURE } from './confidence.ts';
import type { Context, Moment, Resolution } from './context.ts';
import { isPerson, lastPerson } from './discourse.ts';
import { answersTo, chiefOffice, DELEGATION_HEAD, type Office, rankOf, slugOf } from './offices.ts';
import { peopleOf, personOf } from './people.ts';
import type { Phrase } from './phrases.ts';
import { officeActor, organizationOffice } from './roles.ts';

/** “Kyrgyz President Sadyr Zhaparov”, “the President”, “the foreign ministers of Kazakhstan and Georgia”. */
export function resolveOffice(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const office = chiefOffice(phrase.offices);
  if (office === undefined || phrase.former) return undefined;
  if (office.slug === DELEGATION_HEAD) return headsOfDelegations(phrase, context, moment);
  if (phrase.names.length > 0) return resolveNamed(phrase, context) ?? unknownNames(phrase, office, context, moment);
  if (phrase.owners.length > 0) return ownedOffice(phrase, office, context);
  if (isOfSomethingElse(phrase, context)) return undefined;
  return office.plural
    ? officeOfParties(phrase, office.slug, context, moment)
    : bareOffice(phrase, office.slug, context, moment);
}

/** “The President of the Commission”: of something that no table has, and so not of the state. */
function isOfSomethingElse({ last }: Phrase, { doc }: Context): boolean {
  return doc.language === 'en' && last + 1 < doc.length && doc.form(last + 1) === 'of';
}

/** People whom the text has introduced, or whom knowledge knows. */
export function resolveNamed(phrase: Phrase, context: Context): Resolution | undefined {
  const people = phrase.names.flatMap((name) => personOf(context.people, name) ?? []);
  if (people.length === 0) return undefined;
  const { doc } = context;
  const [first, last] = [phrase.names[0]!, phrase.names.at(-1)!];
  const told = phrase.owners.length > 0 && phrase.offices.length > 0;
  const short = phrase.names.every(({ words }) => words.length < 2);
  return {
    kind: phrase.offices.length > 0 ? 'office' : 'person',
    actors: [...new Set(people.map(({ actor }) => actor))],
    by: told ? 'text' : short ? 'surname' : people[0]!.by === 'knowledge' ? 'knowledge' : 'exact',
    confidence: people[0]!.by === 'role' ? SURE.guessed : told ? SURE.told : short ? SURE.shortName : SURE.name,
    name: doc.text.slice(doc.startOf(first.first), doc.endOf(last.last)),
  };
}

/** People whom nothing tells more of: with an owner its office; several are one of each party. */
function unknownNames(phrase: Phrase, office: Office, context: Context, moment: Moment): Resolution | undefined {
  if (phrase.owners.length > 0) return ownedOffice(phrase, office, context);
  const paired = office.plural && phrase.names.length === context.parties.length;
  return paired ? officeOfParties({ ...phrase, determined: true }, office.slug, context, moment) : undefined;
}

function ownedOffice(phrase: Phrase, { slug, either, ...office }: Office, context: Context): Resolution {
  const plural = office.plural || (either === true && phrase.owners.length > 1);
  const actors = phrase.owners.map((owner) => holderIn(context, owner, slug, plural));
  return {
    kind: 'office',
    actors: [...new Set(plural ? actors : actors.slice(0, 1))],
    by: 'text',
    confidence: SURE.owned,
  };
}

/** The actor of an owner's office: whoever of it the text speaks of as “minister”, “leader”; else by the tables. */
function holderIn({ people }: Context, owner: ActorId, slug: string, plural: boolean): ActorId {
  if (plural && !isOfState(owner)) return `${owner}/${slug}s`;
  const own = peopleOf(people, owner).find(({ actor }) => answersTo(slugOf(actor), slug));
  return own?.actor ?? officeActor(owner, slug);
}

/** “The President”: one of the state that publishes, else the last one named who holds such an office. */
function bareOffice(phrase: Phrase, slug: string, context: Context, moment: Moment): Resolution | undefined {
  const { people, home, parties } = context;
  const holders = [...new Set(people.map(({ actor }) => actor).filter((actor) => answersTo(slugOf(actor), slug)))];
  const own = holders.find((actor) => principalOf(actor) === home);
  const result = (actor: ActorId, confidence: number): Resolution => ({
    kind: 'office',
    actors: [actor],
    by: 'role',
    confidence,
  });
  const ownWords = context.facts.kind === 'speech' || context.facts.kind === 'interview';
  if (own === undefined && home !== undefined && ownWords) return result(officeActor(home, slug), SURE.guessed);
  if (own !== undefined && (phrase.home || holders.length > 1)) return result(own, SURE.ownHolder);
  if (holders.length === 1) return result(holders[0]!, SURE.onlyHolder);
  const last = moment.said.find((one) => isPerson(one) && holders.includes(one.mention.actors[0]!));
  if (last !== undefined) return { ...result(last.mention.actors[0]!, SURE.ambiguous), by: 'ambiguous' };
  if (holders.length > 0) return { ...result(holders[0]!, SURE.ambiguous), by: 'ambiguous' };
  if (slug === 'secretary-general') return result('un/secretary-general', SURE.guessed);
  const owner = home ?? (phrase.determined || context.doc.language !== 'en' ? parties[0] : undefined);
  const vague = rankOf(slug) > 4 && !phrase.determined;
  return owner === undefined || vague ? undefined : result(officeActor(owner, slug), SURE.guessed);
}

/** “The Presidents”, “the two foreign ministers”: one of each party. */
function officeOfParties(phrase: Phrase, slug: string, context: Context, moment: Moment): Resolution | undefined {
  if (!isDefinite(phrase, context, moment)) return undefined;
  const parties = partiesMeant(phrase, context, moment);
  const actors = parties.flatMap(
    (party) =>
      mainPersonOf(context, party, slug) ??
      (isOfState(party) ? officeActor(party, slug) : (organizationOffice(party, slug) ?? [])),
  );
  if (actors.length < 2) return undefined;
  return { kind: 'group', actors: [...new Set(actors)], by: 'group', confidence: SURE.group };
}

/** English says which ministers by an article; a headline leaves it out. */
function isDefinite(
  { determined, quantity, owners, possessive }: Phrase,
  { doc }: Context,
  { block }: Moment,
): boolean {
  return (
    doc.language !== 'en' ||
    determined ||
    possessive !== undefined ||
    quantity !== undefined ||
    owners.length > 0 ||
    block.kind === 'headline'
  );
}

/** The first of a party's people who answers to the word. */
export function mainPersonOf({ people }: Context, party: ActorId, word: string): ActorId | undefined {
  return peopleOf(people, party).find(({ actor }) => answersTo(slugOf(actor), word))?.actor;
}

/** All parties, or the two spoken of last where two are meant and there are more. */
export function partiesMeant(
  { quantity, owners }: Phrase,
  { parties }: Context,
  { said, sentence, named }: Moment,
): readonly ActorId[] {
  if (owners.length > 1) return owners;
  if (quantity === undefined || quantity < 2 || quantity === parties.length) return parties;
  const group = said.find(({ mention }) => mention.actors.length === quantity && mention.kind !== 'pronoun');
  const near = new Set<ActorId>();
  for (const { mention, sentence: at } of said) {
    if (sentence - at > 3 || near.size >= quantity) break;
    if (mention.actors.length === 1) near.add(principalOf(mention.actors[0]!));
  }
  if (group !== undefined && sentence - group.sentence < 6) return group.mention.actors.map(principalOf);
  if (near.size === quantity) return [...near].reverse();
  // “All three countries” of a text with two parties: a third has been named, if only as a place.
  const more = quantity > parties.length ? named.map(({ state }) => state) : [];
  return [...new Set([...parties, ...more])].slice(0, quantity);
}

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
  if (!isDefinite(phrase, context, moment)) return undefined;
  const word = phrase.word?.role ?? 'leader';
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
