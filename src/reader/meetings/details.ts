import { matchNames, membersOf, placeOf } from '../../knowledge/index.ts';
import { type ActorId, type Format, isOfState, type Meeting, principalsOf } from '../../model/index.ts';
import type { Mention, WithTimes } from '../setting.ts';
import type { Encounter } from './encounters.ts';
import type { Cluster } from './select.ts';
import { phraseAt, type Sentence } from './sentence.ts';

/** The formats of a meeting: those said where it is told of, and for the one that the text is about, anywhere. */
export function formatsOf(cluster: Cluster, sentences: readonly Sentence[], parties: readonly ActorId[]): Format[] {
  const where = cluster.isMain ? sentences : [cluster.lead, ...cluster.others].map(({ sentence }) => sentence);
  const found = new Set<Format>(cluster.lead.kind === 'call' ? ['call'] : []);
  for (const sentence of where) {
    const isOwn = sentence === cluster.lead.sentence;
    for (const format of formatsIn(sentence)) if (isOwn || LASTING.has(format)) found.add(format);
  }
  if (parties.length > 2) found.add('multilateral');
  else found.delete('multilateral');
  return [...found];
}

/** Formats that belong to the meeting wherever in the text they are named. */
const LASTING: ReadonlySet<Format> = new Set(['one-on-one', 'narrow', 'expanded', 'press', 'ceremony']);

function* formatsIn(sentence: Sentence): Generator<Format> {
  for (let at = sentence.first; at < sentence.end; at++) {
    const found = phraseAt(sentence, sentence.vocabulary.formats, at);
    if (found !== undefined) yield found.value;
  }
}

/** The states and organizations that met: those named in the sentence, or those that the text is about. */
export function partiesOf(setting: WithTimes, { sentence }: Encounter): ActorId[] {
  const people = sentence.mentions.filter(({ kind }) => kind !== 'body' && kind !== 'organization');
  const named = principalsOf(people.flatMap(({ actors }) => actors)).filter(
    (actor) => isOfState(actor) || isPerson(people, actor),
  );
  const parties = named.length > 1 ? named : principalsOf(setting.parties);
  return withoutTheirUnions(parties);
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

/** The persons named with the meeting and the offices in which they took part. */
export function participantsOf(
  setting: WithTimes,
  { sentence }: Encounter,
  parties: readonly ActorId[],
): Meeting['participants'] {
  const offices = new Map<ActorId, string | undefined>();
  for (const { kind, actors, name } of sentence.mentions) {
    if (kind !== 'person' && kind !== 'office' && kind !== 'group') continue;
    for (const actor of actors) {
      if (
        !actor.includes('/') ||
        actor.endsWith('/delegation') ||
        !parties.includes(actor.slice(0, actor.indexOf('/')))
      )
        continue;
      offices.set(actor, name ?? offices.get(actor) ?? nameOf(setting, actor));
    }
  }
  return [...offices].map(([office, name]) => (name === undefined ? { office } : { name, office }));
}

function nameOf({ mentions }: WithTimes, office: ActorId): string | undefined {
  return mentions.find(({ actors, name }) => name !== undefined && actors.length === 1 && actors[0] === office)?.name;
}

/** Where it was: a place named in its clause or, for the meeting that the text is about, in the dateline. */
export function placeOfMeeting(setting: WithTimes, { lead, isMain }: Cluster): string | undefined {
  if (lead.kind === 'call') return undefined;
  const named =
    placeIn(lead.sentence, lead.first, lead.last) ??
    (isMain ? placeIn(lead.sentence, lead.sentence.first, lead.first) : undefined);
  return named ?? (isMain ? setting.facts.dateline?.place : undefined);
}

/** Prepositions of place. */
const WHERE = /^(?:in|at|to|в|во|на)$/;

function placeIn({ doc, end }: Sentence, first: number, last: number): string | undefined {
  for (let at = first; at <= last && at < end; at++) {
    if (doc.language !== 'kk' && doc.language !== 'ky' && !WHERE.test(doc.form(at).toLowerCase())) continue;
    const name = placeName(doc, at + 1, Math.min(end, at + 7));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The name of a known place that begins at a token, in the language's first form. */
function placeName(doc: Sentence['doc'], from: number, end: number): string | undefined {
  const words: string[] = [];
  for (let token = from; token < end; token++) words.push(doc.form(token));
  for (const { first, entries } of matchNames(words, doc.language)) {
    const place = entries.find(({ kind }) => kind === 'city' || kind === 'capital');
    if (first > 1 || place?.key === undefined) continue;
    const names = placeOf(place.key)?.names.at(-1);
    return names?.[doc.language]?.[0] ?? names?.ru[0];
  }
  return undefined;
}
