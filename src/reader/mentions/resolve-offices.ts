import { type ActorId, isOfState, principalOf } from '../../model/index.ts';
import { SURE } from './confidence.ts';
import type { Context, Moment, Resolution } from './context.ts';
import { isPerson } from './discourse.ts';
import { nominativeName } from './nominative.ts';
import { answersTo, chiefOffice, type Office, rankOf, slugOf } from './offices.ts';
import { type People, peopleOf, personOf } from './people.ts';
import type { PersonName, Phrase } from './phrases.ts';
import { officeActor, organizationOffice } from './roles.ts';

/** “Kyrgyz President Sadyr Zhaparov”, “the President”, “the foreign ministers of Kazakhstan and Georgia”. */
export function resolveOffice(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const office = chiefOffice(phrase.offices);
  if (office === undefined || phrase.former) return undefined;
  if (phrase.names.length > 0) return resolveNamed(phrase, context) ?? unknownNames(phrase, office, context, moment);
  if (phrase.owners.length > 0) return ownedOffice(phrase, office, context);
  if (isOfSomethingElse(phrase, context)) return undefined;
  const counted = (phrase.quantity ?? 0) > 1;
  return office.plural || counted || (office.either === true && isSubjectOfMany(phrase, context))
    ? officeOfParties(phrase, office.slug, context, moment)
    : bareOffice(phrase, office.slug, context, moment);
}

/** «Главы МИД обсудили»: only the plural can be a subject in this form. */
function isSubjectOfMany({ core }: Phrase, { doc }: Context): boolean {
  return doc.trees !== undefined && doc.relation(core) === 'nsubj' && /ы$/u.test(doc.form(core));
}

/** “The President of the Commission”: of something that no table has, and so not of the state. */
function isOfSomethingElse({ last }: Phrase, { doc }: Context): boolean {
  return doc.language === 'en' && last + 1 < doc.length && doc.form(last + 1) === 'of';
}

/** People whom the text has introduced, or whom knowledge knows. */
export function resolveNamed(phrase: Phrase, context: Context): Resolution | undefined {
  const named = new Map<ActorId, string>();
  const people = phrase.names.flatMap((name) => {
    const person = personOf(context.people, name);
    if (person === undefined) return [];
    if (!named.has(person.actor)) named.set(person.actor, nameIn(phrase, name, person.actor, context));
    return [person];
  });
  if (people.length === 0) return undefined;
  const told = phrase.owners.length > 0 && phrase.offices.length > 0;
  const short = phrase.names.every(({ words }) => words.length < 2);
  return {
    kind: phrase.offices.length > 0 ? 'office' : 'person',
    actors: [...named.keys()],
    by: told ? 'text' : short ? 'surname' : people[0]!.by === 'knowledge' ? 'knowledge' : 'exact',
    confidence: people[0]!.by === 'role' ? SURE.guessed : told ? SURE.told : short ? SURE.shortName : SURE.name,
    names: [...named.values()],
  };
}

/** The name as a list of participants gives it. */
function nameIn({ offices, core }: Phrase, { first, last }: PersonName, actor: ActorId, context: Context): string {
  const { doc, date } = context;
  // What is said of a name is surer from the office before it, a common noun.
  const inflected = offices.length > 0 ? core : last;
  const grammaticalCase = doc.trees === undefined ? undefined : doc.feature(inflected, 'Case');
  return nominativeName(doc, [first, last], grammaticalCase, { actor, date });
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
  const holders = holdersOf(people, slug);
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

/** Offices that texts never call by the usual word where there is another holder. */
const OTHERWISE_CALLED: ReadonlySet<ActorId> = new Set(['USA/foreign-minister']);

/** Whom of the people the word may mean: “the Foreign Minister” beside the US Secretary of State is the other one. */
function holdersOf(people: People, slug: string): ActorId[] {
  const answering = (actor: ActorId): boolean =>
    answersTo(slugOf(actor), slug) || actor === officeActor(principalOf(actor), slug);
  const holders = [...new Set(people.map(({ actor }) => actor).filter(answering))];
  const others = /minister$/.test(slug) ? holders.filter((actor) => !OTHERWISE_CALLED.has(actor)) : [];
  return others.length > 0 ? others : holders;
}

/** “The Presidents”, “the two foreign ministers”: one of each party. */
function officeOfParties(phrase: Phrase, slug: string, context: Context, moment: Moment): Resolution | undefined {
  if (!isDefinite(phrase, context, moment)) return undefined;
  const parties = partiesMeant(phrase, context, moment);
  const unsaid = slug === 'minister' && parties.every((party) => mainPersonOf(context, party, slug) === undefined);
  if (unsaid) return ministersOf(phrase, parties);
  const actors = parties.flatMap(
    (party) =>
      mainPersonOf(context, party, slug) ??
      (isOfState(party) ? officeActor(party, slug) : (organizationOffice(party, slug) ?? [])),
  );
  if (actors.length < 2) return undefined;
  return { kind: 'group', actors: [...new Set(actors)], by: 'group', confidence: SURE.group };
}

/** “The Ministers” of a text that has named none: all of each state's. */
function ministersOf({ quantity, possessive }: Phrase, parties: readonly ActorId[]): Resolution | undefined {
  const states = parties.filter(isOfState);
  if (states.length < 2 || (quantity !== undefined && quantity !== 2) || possessive !== undefined) return undefined;
  const actors = states.map((state): ActorId => `${state}/ministers`);
  return { kind: 'group', actors, by: 'group', confidence: SURE.guessed };
}

/** English says which ministers by an article; a headline leaves it out. */
export function isDefinite(
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
