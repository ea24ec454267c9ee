import { holderOf, officesOf } from '../../knowledge/index.ts';
import { type ActorId, type IsoDate, isOfState, principalOf, type ResolutionStep } from '../../model/index.ts';
import { answersTo, chiefOffice, DELEGATION_HEAD, slugOf } from './offices.ts';
import type { PersonName, Phrase } from './phrases.ts';
import { officeActor } from './roles.ts';
import { isSameName } from './spelling.ts';

/** Somebody whom the text names, and in what office. */
export interface KnownPerson {
  readonly actor: ActorId;
  readonly words: readonly string[];
  /** The keys under which knowledge may know them. */
  readonly keys: readonly string[];
  readonly by: ResolutionStep;
  readonly female: boolean;
}

/** Whose a bare office may be. */
export interface Homes {
  /** The state that publishes. */
  readonly side: ActorId | undefined;
  /** The parties, likeliest first. */
  readonly parties: readonly ActorId[];
}

/** The people of a document in the order in which the text introduces them. */
export type People = readonly KnownPerson[];

/**
 * Whom the phrases introduce: by name, with office and state, else as knowledge has them on the day; and without a name,
 * whoever holds an office of a state that the text names.
 */
export function introducedBy(phrases: readonly Phrase[], date: IsoDate | undefined, homes: Homes): KnownPerson[] {
  const found: { person: KnownPerson; order: number }[] = [];
  const people = (): KnownPerson[] => found.map(({ person }) => person);
  const each = (
    introduce: (phrase: Phrase, before: Phrase | undefined, order: number) => readonly KnownPerson[],
  ): void =>
    phrases.forEach((phrase, order) => {
      for (const person of introduce(phrase, phrases[order - 1], order)) found.push({ person, order });
    });
  each((phrase, _, order) =>
    phrase.names.length === 0 ? unnamed(phrase) : told(phrase, people(), date, officeBefore(phrases, order, people())),
  );
  // Whose a bare office is can be guessed only when all others are known.
  each((phrase, before) => guessed(phrase, people(), date, homes, besideOf(before, phrase, people())));
  return found.sort((one, other) => one.order - other.order).map(({ person }) => person);
}

/** The office of whoever has been spoken of last: “his counterpart” holds the same. */
function officeBefore(phrases: readonly Phrase[], order: number, people: People): string {
  for (const { offices, names, former } of phrases.slice(0, order).reverse()) {
    const office = chiefOffice(offices);
    const name = names.at(-1);
    if (former || (office === undefined && name === undefined) || office?.plural === true) continue;
    const person = name === undefined ? undefined : personOf(people, name);
    if (person !== undefined) return slugOf(person.actor);
    if (office !== undefined && !GENERIC.has(office.slug)) return office.slug;
  }
  return slugOf(people[0]?.actor ?? '');
}

/** Words that do not say which office somebody holds. */
const UNSPOKEN = new Set(['minister', 'leader', DELEGATION_HEAD]);

function unnamed({ offices, owners, former }: Phrase): KnownPerson[] {
  const office = chiefOffice(offices);
  if (office === undefined || former || UNSPOKEN.has(office.slug)) return [];
  const holders = office.plural ? owners : owners.slice(0, 1);
  return holders.map((owner) => ({
    actor: officeActor(owner, office.slug),
    words: [],
    keys: [],
    by: 'text',
    female: false,
  }));
}

function told(phrase: Phrase, people: People, date: IsoDate | undefined, officeOfLast: string): KnownPerson[] {
  const all = [...people];
  phrase.names.forEach((name, at) => {
    if (phrase.former || personOf(all, name) !== undefined) return;
    const owner = phrase.owners.length > 1 ? phrase.owners[at] : phrase.owners[0];
    const known = heldBy(name, date);
    const office = toldOffice(phrase, owner, known, officeOfLast);
    const actor = office ?? bestOf(known, phrase);
    if (actor !== undefined) all.push(personBy(name, actor, office === undefined ? 'knowledge' : 'text'));
  });
  return all.slice(people.length);
}

/** “Met President A and Prime Minister B”: the state of the one named just before. */
function besideOf(before: Phrase | undefined, { first }: Phrase, people: People): ActorId | undefined {
  const name =
    before === undefined || first - before.last > 2 || before.offices.length === 0 ? undefined : before.names[0];
  const person = name === undefined ? undefined : personOf(people, name);
  return person === undefined ? undefined : principalOf(person.actor);
}

function guessed(
  phrase: Phrase,
  people: People,
  date: IsoDate | undefined,
  homes: Homes,
  beside: ActorId | undefined,
): KnownPerson[] {
  const [name] = phrase.names;
  const office = chiefOffice(phrase.offices);
  if (name === undefined || office === undefined || office.plural || phrase.former) return [];
  if (personOf(people, name) !== undefined) return [];
  const home = homeOfOffice(office.slug, people, date, homes, beside);
  return home === undefined ? [] : [personBy(name, officeActor(home, office.slug), 'role')];
}

function personBy(name: PersonName, actor: ActorId, by: ResolutionStep): KnownPerson {
  return { actor, words: name.words, keys: keysOf(name), by, female: name.female };
}

/** Words that leave open which office it is. */
const GENERIC = new Set([
  'minister',
  'chairman',
  'leader',
  'secretary',
  'head-of-state',
  'head-of-government',
  'national-leader',
]);

/** The office as the phrase words it, with its state: what the text says holds against whatever knowledge has. */
function toldOffice(
  phrase: Phrase,
  owner: ActorId | undefined,
  known: readonly ActorId[],
  officeOfLast: string,
): ActorId | undefined {
  if (owner === undefined) return undefined;
  const office = chiefOffice(phrase.offices);
  const own = known.find((actor) => principalOf(actor) === owner);
  if (office !== undefined)
    return GENERIC.has(office.slug) && own !== undefined ? own : officeActor(owner, office.slug);
  if (phrase.rule !== 'role') return undefined;
  return own ?? officeActor(owner, officeOfLast || 'president');
}

/**
 * Whose a bare office is: the guests' or hosts' named beside, the publishing state's, that of a party which has nobody named yet, else the
 * first party's; never of one for which the text or knowledge has somebody else in that office.
 */
function homeOfOffice(
  slug: string,
  people: People,
  date: IsoDate | undefined,
  { side, parties }: Homes,
  beside: ActorId | undefined,
): ActorId | undefined {
  const named = people.filter(({ words }) => words.length > 0);
  const isFree = (home: ActorId): boolean => {
    const actor = officeActor(home, slug);
    const isKnown = date !== undefined && holderOf(actor, date) !== undefined;
    return isOfState(home) && !isKnown && !named.some((person) => person.actor === actor);
  };
  const guests = beside === (side ?? parties[0]) ? undefined : beside;
  const unnamed = parties.filter((party) => !named.some(({ actor }) => principalOf(actor) === party));
  return [guests, side, ...unnamed, ...parties].find((home) => home !== undefined && isFree(home));
}

/** Of the offices that somebody of the name held, the one that the phrase speaks of. */
function bestOf(known: readonly ActorId[], phrase: Phrase): ActorId | undefined {
  const slugs = phrase.offices.map(({ slug }) => slug);
  return known.find((actor) => slugs.some((slug) => answersTo(slugOf(actor), slug))) ?? known[0];
}

/** The offices that people of this name held on the day; those of states before those of organizations, the full name before its parts. */
function heldBy(name: PersonName, date: IsoDate | undefined): ActorId[] {
  const offices = keysOf(name).flatMap((key) => officesOf(key, date));
  return offices.toSorted((a, b) => Number(isOfState(b)) - Number(isOfState(a)));
}

function keysOf({ entries }: PersonName): string[] {
  return entries.flatMap(({ kind, key }) => (kind === 'person' && key !== undefined ? [key] : []));
}

/** The person of the document whom a name means: by the same record of knowledge, else by the words of the name. */
export function personOf(people: People, name: PersonName): KnownPerson | undefined {
  const keys = keysOf(name);
  const byKey = people.filter((person) => person.keys.some((key) => keys.includes(key)));
  if (byKey.length === 1) return byKey[0];
  const words = name.words.filter((word) => word.length > 2);
  const whole = people.filter(
    (person) =>
      person.words.length > 0 &&
      words.length > 0 &&
      words.every((word) => person.words.some((own) => isSameName(own, word))),
  );
  return (
    whole.find((person) => isSameName(person.words.at(-1) ?? '', words.at(-1) ?? '')) ??
    whole[0] ??
    namesake(people, words) ??
    shorter(people, words)
  );
}

/** “Joseph Biden” after “Joe Biden”: the same family name and first letter, and nobody else of that name. */
function namesake(people: People, words: readonly string[]): KnownPerson | undefined {
  const [given, family] = [words[0] ?? '', words.at(-1) ?? ''];
  if (words.length < 2) return undefined;
  const found = people.filter((person) => person.words.length > 1 && isSameName(person.words.at(-1)!, family));
  return found.length === 1 && found[0]!.words[0]![0] === given[0] ? found[0] : undefined;
}

/** “Antony J. Blinken” after “Secretary Blinken”: so far only the family name was given. */
function shorter(people: People, words: readonly string[]): KnownPerson | undefined {
  const family = words.at(-1);
  return family === undefined
    ? undefined
    : people.find((person) => person.words.length === 1 && isSameName(person.words[0]!, family));
}

/** The people of a state or organization. */
export function peopleOf(people: People, principal: ActorId): KnownPerson[] {
  return people.filter(({ actor }) => principalOf(actor) === principal);
}
