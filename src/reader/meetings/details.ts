import { actorName, matchNames, membersOf, placeOf } from '../../knowledge/index.ts';
import { type ActorId, type Format, isOfState, type Language, type Meeting, principalsOf } from '../../model/index.ts';
import type { Mention, WithTimes } from '../setting.ts';
import type { Encounter } from './encounters.ts';
import type { RuleName } from './rules.ts';
import type { Cluster } from './select.ts';
import { phraseAt, type Sentence } from './sentence.ts';

/** The formats of a meeting: those said where it is told of, and for the one that the text is about, anywhere. */
export function formatsOf(cluster: Cluster, sentences: readonly Sentence[], parties: readonly ActorId[]): Format[] {
  const { lead, isMain } = cluster;
  const found = new Set<Format>(lead.kind === 'call' ? ['call'] : []);
  for (const format of formatsIn(
    lead.sentence,
    isMain || cluster.rule === 'margins' ? lead.sentence.first : lead.first,
    lead.last,
  ))
    found.add(format);
  for (const sentence of isMain ? sentences : [])
    for (const format of formatsIn(sentence, sentence.first, sentence.end - 1))
      if (LASTING.has(format)) found.add(format);
  if (lead.kind === 'ceremony') found.add('ceremony');
  const isOfMany = parties.length > 2 || (MANY.has(lead.kind) && parties.some((actor) => !isOfState(actor)));
  found.delete('multilateral');
  return isOfMany ? [...found, 'multilateral'] : [...found];
}

/** Formats that belong to the meeting wherever in the text they are named. */
const LASTING: ReadonlySet<Format> = new Set(['one-on-one', 'narrow', 'expanded', 'press', 'ceremony']);

/** Encounters that are of many where an organization takes part. */
const MANY: ReadonlySet<Encounter['kind']> = new Set(['summit', 'session']);

function* formatsIn(sentence: Sentence, first: number, last: number): Generator<Format> {
  for (let at = first; at <= last; at++) {
    const found = phraseAt(sentence, sentence.vocabulary.formats, at);
    if (found !== undefined) yield found.value;
  }
}

/** The states and organizations that met: those named in its clause and as its subject, or those that the text is about. */
export function partiesOf(setting: WithTimes, { sentence, kind, first, last, head }: Encounter): ActorId[] {
  const people = sentence.mentions.filter(({ kind }) => kind !== 'body' && kind !== 'organization');
  const inClause = principalsIn(people.filter((mention) => mention.first >= first && mention.last <= last));
  if (inClause.length > 2) return withoutTheirUnions(inClause);
  const gathered = MANY.has(kind) ? membersMet(setting, sentence, first, last) : [];
  if (gathered.length > 0) return gathered;
  const named = principalsIn(
    people.filter((mention) => mention.last <= last && (mention.first < head || mention.first >= first)),
  );
  return withoutTheirUnions(named.length > 1 ? named : principalsOf(setting.parties));
}

/** The members of the format named in the clause, where all whom the text is about are among them: a summit of “Central Asia”. */
function membersMet(setting: WithTimes, { mentions }: Sentence, first: number, last: number): ActorId[] {
  const states = principalsOf(setting.parties).filter(isOfState);
  for (const { actors, ...mention } of mentions) {
    if (mention.kind !== 'organization' || mention.last < first || mention.first > last) continue;
    const members = actors.flatMap((actor) => membersOf(actor, setting.facts.publishedAt));
    if (states.length > 1 && states.every((state) => members.includes(state))) return [...new Set(members)].sort();
  }
  return [];
}

/** States, and the organizations of which a person is named. */
function principalsIn(mentions: readonly Mention[]): ActorId[] {
  return principalsOf(mentions.flatMap(({ actors }) => actors)).filter(
    (actor) => isOfState(actor) || isPerson(mentions, actor),
  );
}

function isPerson(mentions: readonly Mention[], principal: ActorId): boolean {
  return mentions.some(({ actors }) => actors.some((actor) => actor.startsWith(`${principal}/`)));
}

/** The parties without organizations that only gather the others. */
function withoutTheirUnions(parties: readonly ActorId[]): ActorId[] {
  const states = parties.filter(isOfState);
  const gathers = (actor: ActorId): boolean => {
    const members = membersOf(actor);
    return states.length > 1 && states.every((state) => members.includes(state));
  };
  return parties.filter((actor) => isOfState(actor) || !gathers(actor)).sort();
}

/** The persons named with the meeting and the offices in which they took part; of the one that the text is about, else those named first. */
export function participantsOf(
  setting: WithTimes,
  { lead: { sentence }, isMain }: Cluster,
  parties: readonly ActorId[],
): Meeting['participants'] {
  const named = officesIn(setting, sentence.mentions, parties);
  if (named.length > 0 || !isMain) return named;
  const first = setting.mentions.find(({ actors }) => actors.some((actor) => isOfficeOf(actor, parties)));
  if (first === undefined) return [];
  const { doc, mentions } = setting;
  const opening = doc.sentenceOf(first.first);
  return officesIn(
    setting,
    mentions.filter((mention) => doc.sentenceOf(mention.first) === opening),
    parties,
  );
}

function isOfficeOf(actor: ActorId, parties: readonly ActorId[]): boolean {
  return actor.includes('/') && !actor.endsWith('/delegation') && parties.includes(actor.slice(0, actor.indexOf('/')));
}

function officesIn(
  setting: WithTimes,
  mentions: readonly Mention[],
  parties: readonly ActorId[],
): Meeting['participants'] {
  const offices = new Map<ActorId, string | undefined>();
  for (const { kind, actors, name } of mentions) {
    if (kind !== 'person' && kind !== 'office' && kind !== 'group') continue;
    for (const actor of actors) {
      if (!isOfficeOf(actor, parties)) continue;
      offices.set(actor, name ?? offices.get(actor) ?? nameOf(setting, actor));
    }
  }
  return [...offices].map(([office, name]) => (name === undefined ? { office } : { name, office }));
}

function nameOf({ mentions }: WithTimes, office: ActorId): string | undefined {
  return mentions.find(({ actors, name }) => name !== undefined && actors.length === 1 && actors[0] === office)?.name;
}

/** Where it was: a place named in its clause, or, for what the text is about, before it or in the dateline. */
export function placeOfMeeting(setting: WithTimes, { lead, rule }: Cluster): string | undefined {
  if (lead.kind === 'call') return undefined;
  // What is to come may be set for a country: “the next session will be held in Peru”.
  const isOfVisit = lead.kind === 'visit' || lead.status === 'scheduled';
  const named = placeIn(lead.sentence, lead.first, lead.last, isOfVisit);
  if (named !== undefined || !isHere(rule)) return named;
  return placeIn(lead.sentence, lead.sentence.first, lead.first, false) ?? setting.facts.dateline?.place;
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

/** The name of the known place that begins at a token, without the ending of its case. */
function placeName(doc: Sentence['doc'], from: number, end: number, orState: boolean): string | undefined {
  const words: string[] = [];
  for (let token = from; token < end; token++) words.push(doc.form(token));
  for (const { first, last, entries } of matchNames(words, doc.language)) {
    const surface = doc.text.slice(doc.startOf(from + first), doc.endOf(from + last));
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
