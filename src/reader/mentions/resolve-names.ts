import { matchNames, organizationOf } from '../../knowledge/index.ts';
import { type ActorId, principalOf } from '../../model/index.ts';
import type { Mention } from '../setting.ts';
import { SURE } from './confidence.ts';
import type { Context, Moment, Resolution } from './context.ts';
import { lastPerson } from './discourse.ts';
import type { Phrase } from './phrases.ts';
import { isGovernment, isPlace } from './places.ts';
import { mainPersonOf, resolveNamed } from './resolve-offices.ts';

/** A person's name that stands alone, with or without “Mr”. */
export function resolveName(phrase: Phrase, context: Context): Resolution | undefined {
  return resolveNamed(phrase, context);
}

const KINDS = {
  state: 'state',
  organization: 'organization',
  group: 'group',
  compound: 'group',
  metonym: 'office',
} as const satisfies Record<string, Mention['kind']>;

/** A state, an organization, a group of states or a seat by its name, where it is not a place or a part of another name. */
export function resolvePrincipal(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const entry = phrase.entries[0];
  if (entry === undefined || !(entry.kind in KINDS)) return undefined;
  if (!isActorName(phrase, context.doc, moment)) return undefined;
  const kind = KINDS[entry.kind as keyof typeof KINDS];
  const by = entry.kind === 'metonym' ? 'metonym' : entry.kind === 'group' ? 'knowledge' : 'exact';
  return {
    kind,
    actors: [...entry.ids],
    by,
    confidence: entry.kind === 'metonym' ? SURE.metonym : entry.ambiguous ? SURE.commonName : SURE.name,
  };
}

/** Whether a name of a state or organization names an actor here. Parties are sought among these before anything is resolved. */
export function isActorName(
  phrase: Phrase,
  doc: Context['doc'],
  { start, block }: Pick<Moment, 'start' | 'block'>,
): boolean {
  const entry = phrase.entries[0];
  if (entry === undefined) return false;
  const site = { doc, first: phrase.first, last: phrase.last, sentence: start };
  if (entry.kind === 'compound') return block.kind === 'headline' && isOfNames(doc, phrase);
  if (
    entry.kind === 'group' &&
    doc.language === 'en' &&
    !phrase.determined &&
    phrase.quantity === undefined &&
    phrase.first !== start
  )
    return false;
  if (isCurrency(doc, phrase) || isHyphened(doc, phrase)) return false;
  if (entry.kind === 'metonym') return isGovernment(site);
  if (inRoute(site, block.kind === 'headline')) return false;
  if (isPartOfName(doc, phrase, block.kind === 'headline')) return false;
  if (entry.kind === 'organization') return !isEvent(entry.ids[0]!) || isSubject(doc, phrase);
  return entry.kind === 'group' || !isPlace(site);
}

interface Site {
  readonly doc: Context['doc'];
  readonly first: number;
  readonly last: number;
}

/** “China – Kyrgyzstan – Uzbekistan”: a line between places, unless a headline opens with it. */
function inRoute({ doc, first, last }: Site, headline: boolean): boolean {
  const isDash = (token: number): boolean => token >= 0 && token < doc.length && /^[–—-]$/u.test(doc.form(token));
  const isCapital = (token: number): boolean =>
    token >= 0 && token < doc.length && /^[\p{Lu}«“"]/u.test(doc.form(token));
  const joined = (isDash(first - 1) && isCapital(first - 2)) || (isDash(last + 1) && isCapital(last + 2));
  return joined && !(headline && startsBlock(doc, first));
}

function startsBlock(doc: Context['doc'], first: number): boolean {
  const dash = /^[–—-]$/u;
  return first === 0 || (first >= 2 && dash.test(doc.form(first - 1)) && first <= 4);
}

const EVENTS = new Set(['format', 'treaty-body']);

/** A forum or a route is spoken of as an occasion; only as a subject does it act. */
function isEvent(id: ActorId): boolean {
  return EVENTS.has(organizationOf(id)?.kind ?? '');
}

function isSubject(doc: Context['doc'], { first, last }: Phrase): boolean {
  for (let token = first; token <= last; token++)
    if (doc.trees !== undefined && doc.relation(token) === 'nsubj') return true;
  return false;
}

/** “India-Mongolia” names both, “Kazakh-Kyrgyz” tells of what kind something is; with blanks about the dash it may be a route. */
function isOfNames(doc: Context['doc'], { first, last }: Phrase): boolean {
  const names = matchNames([doc.form(last)], doc.language).some(({ entries }) =>
    entries.some(({ kind }) => kind === 'state'),
  );
  return names && (startsBlock(doc, first) || !/\s/.test(doc.text.slice(doc.startOf(first), doc.endOf(last))));
}

/** “U.S. dollars”, «долларов США». */
function isCurrency(doc: Context['doc'], { first, last }: Phrase): boolean {
  const [before, after] = [first > 0 ? doc.form(first - 1) : '', last + 1 < doc.length ? doc.form(last + 1) : ''];
  return /^доллар/iu.test(before) || /^(?:dollars?|yuan|euros?)$/iu.test(after);
}

/** “one-China”, “China-led”: a part of a word. */
function isHyphened(doc: Context['doc'], { first, last }: Phrase): boolean {
  const touches = (hyphen: number, left: number, right: number): boolean =>
    hyphen >= 0 && hyphen < doc.length && /^[-‐‑]$/u.test(doc.form(hyphen)) && doc.endOf(left) === doc.startOf(right);
  return touches(first - 1, first - 1, first) || touches(last + 1, last, last + 1);
}

/** “UN Charter”, “NATO summit”: a name before the noun that it marks. */
function isPartOfName(doc: Context['doc'], { last, entries }: Phrase, headline: boolean): boolean {
  const next = last + 1;
  if (doc.language !== 'en' || next >= doc.length) return false;
  const isOrganization = entries[0]?.kind === 'organization';
  if (
    doc.trees !== undefined &&
    doc.relation(last) === 'compound' &&
    doc.head(last) > last &&
    isOrganization &&
    !headline
  )
    return true;
  const upos = doc.trees === undefined ? 'X' : doc.upos(next);
  if (upos === 'X') return !headline && /^\p{Lu}\p{Ll}/u.test(doc.form(next));
  if (upos !== 'NOUN' && upos !== 'PROPN') return false;
  return (
    doc.relation(last) === 'compound' ||
    (!headline && /^\p{Lu}/u.test(doc.form(next))) ||
    entries[0]?.kind === 'organization'
  );
}

/** A capital that stands for its government: the last of its meanings that the text's date allows. */
export function resolveCapital(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  const { doc, date } = context;
  const entry = phrase.entries.find(
    ({ kind, from, to }) => kind === 'capital' && (date === undefined || ((from ?? '') <= date && date <= (to ?? '9'))),
  );
  const site = { doc, first: phrase.first, last: phrase.last, sentence: moment.start };
  if (entry === undefined || inRoute(site, false) || !isGovernment(site)) return undefined;
  return { kind: 'state', actors: [seatOf(entry.ids[0]!, context)], by: 'metonym', confidence: SURE.metonym };
}

/** Brussels speaks for the Union where the text is about the Union and not about Belgium. */
function seatOf(state: ActorId, { parties }: Context): ActorId {
  if (state !== 'BEL' || parties.includes('BEL')) return state;
  return parties.some((party) => principalOf(party) === 'nato') && !parties.includes('eu') ? 'nato' : 'eu';
}

/** “His country”, «наша страна»: the state of whoever is speaking or acting. */
export function resolveCountry(phrase: Phrase, context: Context, moment: Moment): Resolution | undefined {
  if (phrase.possessive === undefined) return thisCountry(phrase, context);
  const word = context.doc.form(phrase.possessive).toLowerCase();
  if (!/^(?:his|her|its|его|ее|её|своей|свою|своего|своя)$/.test(word)) return undefined;
  const near = moment.said.filter(({ sentence }) => moment.sentence - sentence <= 2);
  const owner = /^its$/.test(word)
    ? near.find(({ mention, subject }) => mention.actors.length === 1 && subject)
    : lastPerson(near, moment.sentence);
  const actor = owner === undefined ? undefined : principalOf(owner.mention.actors[0]!);
  return actor === undefined
    ? undefined
    : { kind: 'state', actors: [actor], by: 'pronoun', confidence: SURE.ownCountry };
}

/** “This country”, said by a guest: where the speech is given. */
function thisCountry({ first }: Phrase, { doc, facts, here }: Context): Resolution | undefined {
  const isThis = /^this$/i.test(doc.form(first));
  return !isThis || facts.kind !== 'speech' || here === undefined
    ? undefined
    : { kind: 'state', actors: [here], by: 'pronoun', confidence: SURE.ownCountry };
}

/** “His Highness”, where no name follows: the leader of the state that publishes. */
export function resolveHonorific({ first }: Phrase, context: Context): Resolution | undefined {
  if (!/^(?:his|her|the|его|её|ее)$/i.test(context.doc.form(first))) return undefined;
  const actor = context.home === undefined ? undefined : mainPersonOf(context, context.home, 'leader');
  return actor === undefined ? undefined : { kind: 'office', actors: [actor], by: 'role', confidence: SURE.guessed };
}
