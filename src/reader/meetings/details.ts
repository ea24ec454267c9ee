import { membersOf } from '../../knowledge/index.ts';
import { type ActorId, type Format, isOfState, type Meeting, principalsOf } from '../../model/index.ts';
import type { Mention, WithTimes } from '../setting.ts';
import type { Encounter } from './encounters.ts';
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
  for (const { kind, actors, names } of mentions) {
    if (kind !== 'person' && kind !== 'office' && kind !== 'group') continue;
    for (const [at, actor] of actors.entries()) {
      if (!isOfficeOf(actor, parties)) continue;
      offices.set(actor, names?.[at] ?? offices.get(actor) ?? nameOf(setting, actor));
    }
  }
  return [...offices].map(([office, name]) => (name === undefined ? { office } : { name, office }));
}

function nameOf({ mentions }: WithTimes, office: ActorId): string | undefined {
  return mentions.flatMap(({ actors, names }) => names?.[actors.indexOf(office)] ?? [])[0];
}
