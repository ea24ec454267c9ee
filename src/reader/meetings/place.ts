import { actorName, capitalOf, matchNames, placeNamed, placeOf } from '../../knowledge/index.ts';
import { type ActorId, type IsoDate, type Language, principalsOf } from '../../model/index.ts';
import { publisherNamed } from '../facts/index.ts';
import type { WithTimes } from '../setting.ts';
import type { RuleName } from './rules.ts';
import type { Cluster } from './select.ts';
import type { Sentence } from './sentence.ts';

/** Where a meeting was: a place named in its clause, or, for one that was where the text was written, before it, or `here`. */
export function placeOfMeeting({ lead, rule }: Cluster, here: string | undefined): string | undefined {
  if (lead.kind === 'call') return undefined;
  // What is to come may be set for a country: “the next session will be held in Peru”.
  const isOfVisit = lead.kind === 'visit' || lead.status === 'scheduled';
  const named = placeIn(lead.sentence, lead.first, lead.last, isOfVisit);
  if (named !== undefined || !isHere(rule)) return named;
  return placeIn(lead.sentence, lead.sentence.first, lead.first, false) ?? here;
}

/**
 * Where the text has its events: the place that its main meeting names, else that of its dateline, unless there only the agency sits
 * that tells of it; else that of its signature or headline, or of the opening that says who came where.
 */
export function hereOf(
  setting: WithTimes,
  framing: readonly Sentence[],
  clusters: readonly Cluster[],
): string | undefined {
  const main = clusters.find(({ isMain }) => isMain);
  if (main === undefined) return setting.facts.dateline?.place;
  const told = placeOfMeeting(main, undefined);
  if (told !== undefined) return told;
  const { dateline } = setting.facts;
  if (dateline?.place !== undefined && !isAtDesk(setting, dateline.place)) return dateline.place;
  const { sentence } = main.lead;
  const places = [...framing, sentence].map((one) => placeIn(one, one.first, one.end - 1, false));
  return places.find((place) => place !== undefined) ?? seatIn(sentence);
}

/** “BAKU – The presidents of Peru and Chile met”, by an agency of Baku: it tells whose desk wrote it. */
function isAtDesk({ facts, parties }: WithTimes, place: string): boolean {
  const state = placeNamed(place)?.state;
  const home = publisherNamed(facts.publisher ?? '')?.publisher.state;
  return state !== undefined && state === home && parties.length > 1 && !principalsOf(parties).includes(state);
}

/** Whether a meeting found by the rule was where the text was written. */
function isHere(rule: RuleName): boolean {
  return rule.startsWith('main') || rule === 'other-partner' || rule === 'session' || rule === 'margins';
}

/** Prepositions of place; what is visited has none. */
const WHERE = /^(?:in|at|to|в|во|на|visit|visits|visited|посет\p{L}*)$/u;

function placeIn({ doc, end }: Sentence, first: number, last: number, orState: boolean): string | undefined {
  const isPostfix = doc.language === 'kk' || doc.language === 'ky';
  for (let at = first; at <= last && at < end; at++) {
    if (!isPostfix && !WHERE.test(doc.form(at).toLowerCase())) continue;
    const name = placeName(doc, at + (isPostfix ? 0 : 1), Math.min(end, at + 7), orState);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** “in *the city of* Oslo” */
const APPOSED = /^(?:the|city|town|capital|of|город\p{L}*|столиц\p{L}*|г|\.)$/iu;

/** “at the Akorda”: the capital of the state whose seat that is, as it was called on the day. */
function seatIn({ doc, setting, first, end }: Sentence): string | undefined {
  for (let at = first; at < end; at++) {
    if (!WHERE.test(doc.form(at).toLowerCase())) continue;
    const words: string[] = [];
    for (let token = at + 1; token < Math.min(end, at + 5); token++) words.push(doc.form(token));
    const seat = matchNames(words, doc.language).find((match) => match.first <= 1)?.entries[0];
    if (seat?.kind !== 'metonym') continue;
    return capitalName(seat.ids[0] ?? '', doc.language, setting.facts.publishedAt);
  }
  return undefined;
}

/** What the capital of a state was called on the day, which may not be what it is called now. */
function capitalName(state: ActorId, language: Language, day: IsoDate | undefined): string | undefined {
  const names = capitalOf(state, day)?.names ?? [];
  const ofItsTime = names.find(
    ({ from, to }) => day !== undefined && from !== undefined && from <= day && (to === undefined || day <= to),
  );
  return (ofItsTime ?? names[0])?.[language]?.[0]?.replace(/^[=+]/u, '');
}

/** The name of the known place that begins at a token, without the ending of its case. */
function placeName(doc: Sentence['doc'], from: number, end: number, orState: boolean): string | undefined {
  let begin = from;
  while (begin < end && APPOSED.test(doc.form(begin))) begin++;
  const words: string[] = [];
  for (let token = begin; token < end; token++) words.push(doc.form(token));
  for (const { first, last, entries } of matchNames(words, doc.language)) {
    const surface = doc.text.slice(doc.startOf(begin + first), doc.endOf(begin + last));
    if (first > 1) return undefined;
    const place = entries.find(({ kind }) => kind === 'city' || kind === 'capital');
    if (place?.key !== undefined) return baseForm(surface, namesOf(place.key, doc.language));
    const state = orState ? entries.find(({ kind }) => kind === 'state')?.ids[0] : undefined;
    if (state !== undefined) return doc.language === 'en' ? surface : actorName(state, doc.language);
  }
  return undefined;
}

function namesOf(place: string, language: Language): readonly string[] {
  return (placeOf(place)?.names ?? []).flatMap((names) => names[language] ?? []);
}

/** Of a place's names the one that the text has, by its longest common beginning; the text's own words where none is near. */
function baseForm(surface: string, names: readonly string[]): string {
  let best = surface;
  let length = Math.min(4, surface.length - 1) - 1;
  for (const name of names) {
    const shared = sharedBeginning(surface, name);
    if (shared > length) [best, length] = [name, shared];
  }
  return best;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
