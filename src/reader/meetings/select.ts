import type { ActorId, IsoDate, IsoDateOrInterval } from '../../model/index.ts';
import type { WithTimes } from '../setting.ts';
import { keyOf } from '../words/index.ts';
import { dateAhead, dateBehind, eventDate, isAhead, isEarlier } from './dates.ts';
import type { Encounter } from './encounters.ts';
import type { RuleName } from './rules.ts';
import { hasPhrase } from './sentence.ts';

/** A meeting: the encounter that tells of it first, and the others that tell of the same one. */
export interface Cluster {
  readonly lead: Encounter;
  readonly others: Encounter[];
  readonly status: Encounter['status'];
  readonly date: IsoDateOrInterval | undefined;
  readonly rule: RuleName;
  /** Whether it is the one that the text is about. */
  readonly isMain: boolean;
}

/** One cluster for each distinct meeting among the encounters of a text. */
export function selectMeetings(setting: WithTimes, found: readonly Encounter[]): Cluster[] {
  const day = eventDate(setting);
  const encounters = found.map((each) => withStatusByDate(each, setting.facts.publishedAt));
  const held = heldOnes(
    setting,
    encounters.filter(({ status }) => status === 'held'),
    day,
  );
  const scheduled = encounters.flatMap((each) => scheduledOne(setting, each) ?? []);
  const cancelled = encounters.filter(isCancelled).map((lead) => cluster(lead, dateBehind(lead), 'cancelled'));
  return [...held, ...distinct(scheduled), ...distinct(cancelled)].sort((a, b) => a.lead.first - b.lead.first);
}

function withStatusByDate(encounter: Encounter, published: IsoDate | undefined): Encounter {
  const isToCome = encounter.status === 'held' && encounter.telling !== 'passing' && isAhead(encounter, published);
  return isToCome ? { ...encounter, status: 'scheduled' } : encounter;
}

function cluster(lead: Encounter, date: IsoDateOrInterval | undefined, rule: RuleName, isMain = false): Cluster {
  return { lead, others: [], status: lead.status, date, rule, isMain };
}

function heldOnes(setting: WithTimes, held: readonly Encounter[], day: IsoDateOrInterval | undefined): Cluster[] {
  const main = mainOf(setting, held, day);
  if (main === undefined) return held.flatMap((each) => recalled(each, day) ?? []);
  const clusters: Cluster[] = [cluster(main, dateBehind(main) ?? day, `main.${main.telling}`, true)];
  for (const encounter of held) {
    if (encounter === main) continue;
    const own = recalled(encounter, day) ?? another(encounter, clusters, day);
    const same = own === undefined ? undefined : clusters.find((each) => isSameAs(each, own));
    if (own === undefined) clusters[0]!.others.push(encounter);
    else if (same === undefined) clusters.push(own);
    else same.others.push(encounter);
  }
  return clusters;
}

/**
 * The encounter that the text is about: the first that it plainly tells of, or else, in what is no mere news, the first that it names.
 */
function mainOf(
  { facts, quoteAt }: WithTimes,
  held: readonly Encounter[],
  day: IsoDateOrInterval | undefined,
): Encounter | undefined {
  const present = held.filter((each) => each.kind !== 'visit' && !isRecalled(each, day));
  const plain = present.filter((each) => each.telling !== 'passing' && !isPreparation(each) && each.kind !== 'press');
  // What somebody says of the talks tells less of them than the text's own words.
  const own = plain.filter(({ first }) => quoteAt(first) === undefined);
  const told = own.length > 0 ? own : plain;
  const isNews = facts.kind === 'report' || facts.kind === 'interview';
  return (
    (told[0]?.kind === 'greeting' ? told.find(isTalk) : undefined) ??
    (told[0]?.kind === 'reception' ? told.find((each) => isTalk(each) && partnersOf(each).length > 0) : undefined) ??
    told[0] ??
    present.find(
      ({ kind }) => kind === 'summit' || (!isNews && (kind === 'talks' || kind === 'call' || kind === 'press')),
    ) ??
    (isNews ? undefined : held.find((each) => each.kind === 'visit' && !isRecalled(each, day)))
  );
}

/** «Проведение заседания», “the holding of a session”: a noun tells of no encounter that was. */
function isPreparation({ sentence, event, head }: Encounter): boolean {
  return event !== head && sentence.doc.upos(event) === 'NOUN';
}

/** Talks and calls go before the courtesy call that precedes them. */
function isTalk({ kind }: Encounter): boolean {
  return kind === 'talks' || kind === 'call';
}

function isRecalled(encounter: Encounter, day: IsoDateOrInterval | undefined): boolean {
  const date = dateBehind(encounter);
  return date !== undefined && isEarlier(date, day);
}

/** An encounter of an earlier date, plainly told of. */
function recalled(encounter: Encounter, day: IsoDateOrInterval | undefined): Cluster | undefined {
  const date = dateBehind(encounter);
  if (date === undefined || !isEarlier(date, day)) return undefined;
  const isPlain =
    encounter.telling !== 'passing' ||
    isPlaceOfEvent(encounter) ||
    (encounter.kind === 'visit' && personsOf(encounter).length > 0);
  if (!isPlain) return undefined;
  return cluster(encounter, date, 'recalled');
}

/** “At the summit in May they had agreed …”: where something was done, the summit was held. */
function isPlaceOfEvent({ sentence: { doc, keys, first }, head }: Encounter): boolean {
  if (!/^(?:summit|саммит)/.test(keys[head] ?? '')) return false;
  for (let at = head - 1; at >= first && at > head - 6; at--) {
    if (/^(?:at|на)$/.test(doc.form(at).toLowerCase())) return true;
    if (doc.upos(at) === 'ADP' || doc.upos(at) === 'VERB' || doc.upos(at) === 'PUNCT') return false;
  }
  return false;
}

/** An encounter of the same days with somebody else, or of another sort. */
function another(
  encounter: Encounter,
  clusters: readonly Cluster[],
  day: IsoDateOrInterval | undefined,
): Cluster | undefined {
  const isNone = encounter.telling === 'passing' || encounter.kind === 'visit' || encounter.kind === 'greeting';
  if (isNone || isPreparation(encounter)) return undefined;
  if (encounter.telling === 'verb' && isWithOthers(encounter, clusters))
    return cluster(encounter, dateBehind(encounter) ?? day, 'other-partner');
  const { sentence, first, last } = encounter;
  const isInMargins =
    hasPhrase(sentence, sentence.vocabulary.margins, sentence.first, last) && first !== clusters[0]?.lead.first;
  if (isInMargins) return cluster(encounter, dateBehind(encounter) ?? day, 'margins');
  const isNewSort = encounter.kind === 'session' && !clusters.some(({ lead }) => lead.kind === 'session');
  return isNewSort ? cluster(encounter, dateBehind(encounter) ?? day, 'session') : undefined;
}

/** Whether the encounter is with somebody who is in none of the meetings so far. */
function isWithOthers(encounter: Encounter, clusters: readonly Cluster[]): boolean {
  const partners = partnersOf(encounter);
  const known = new Set(clusters.flatMap(({ lead }) => personsOf(lead)));
  if (encounter.kind === 'reception' && isNewHost(encounter, known)) return true;
  if (partners.length > 0) return partners.every((actor) => !known.has(actor));
  const name = nameBehind(encounter);
  return name.length > 0 && clusters.every(({ lead }) => name.some((word) => !wordsOf(lead).has(word)));
}

/** “The King received the guest”: who receives was in none of the meetings so far. */
function isNewHost({ sentence, head }: Encounter, known: ReadonlySet<ActorId>): boolean {
  const hosts = sentence.mentions.filter(({ kind, last }) => (kind === 'person' || kind === 'office') && last < head);
  return hosts.length > 0 && hosts.every(({ actors }) => actors.every((actor) => !known.has(actor)));
}

/** The name that follows the verb where it is no known actor's: “met with President Rashid”, “was received by …”. */
function nameBehind({ sentence, head, last }: Encounter): string[] {
  const { doc } = sentence;
  const name: string[] = [];
  for (let at = head + 1; at <= last && at < head + 9; at++) {
    if (doc.upos(at) === 'PROPN') name.push(stemOf(doc.form(at)));
    else if (name.length > 0) break;
  }
  return name;
}

function wordsOf({ sentence: { doc, first, end } }: Encounter): Set<string> {
  const words = new Set<string>();
  for (let at = first; at < end; at++) words.add(stemOf(doc.form(at)));
  return words;
}

/** The beginning of a word, which its endings leave as it is. */
function stemOf(word: string): string {
  return keyOf(word).slice(0, 5);
}

/** The persons named with an encounter in its sentence. */
function personsOf({ sentence }: Encounter): ActorId[] {
  return sentence.mentions.filter(({ kind }) => kind === 'person' || kind === 'office').flatMap(({ actors }) => actors);
}

function partnersOf({ sentence, head, last }: Encounter): ActorId[] {
  return sentence.mentions
    .filter(({ kind, first }) => (kind === 'person' || kind === 'office') && first > head && first <= last)
    .flatMap(({ actors }) => actors);
}

function isSameAs(known: Cluster, own: Cluster): boolean {
  return (
    known.rule === own.rule && known.date === own.date && (own.rule === 'session' || samePartners(known.lead, own.lead))
  );
}

function samePartners(a: Encounter, b: Encounter): boolean {
  return partnersOf(a).join() === partnersOf(b).join();
}

/** An encounter to come, with its time; what is only proposed or asked for is none until it is accepted. */
function scheduledOne(setting: WithTimes, encounter: Encounter): Cluster | undefined {
  if (encounter.status !== 'scheduled') return undefined;
  const date = dateAhead(encounter, setting.facts.publishedAt);
  if (date === undefined || !isToldOf(encounter)) return undefined;
  const { sentence, head, kind, telling } = encounter;
  const isFact = telling === 'verb' && kind === 'talks';
  const isProposed = !isFact && hasPhrase(sentence, sentence.vocabulary.proposals, sentence.first, head);
  if (isProposed && !isAccepted(setting, encounter)) return undefined;
  return cluster(encounter, date, isProposed ? 'accepted' : 'scheduled');
}

/** A word in passing tells of an encounter to come only where somebody is to visit, or where it is the next of its kind: “at their next session”. */
function isToldOf({ sentence, telling, kind, head }: Encounter): boolean {
  return telling !== 'passing' || kind === 'visit' || hasPhrase(sentence, sentence.vocabulary.next, head - 2, head);
}

/** Whether the sentence or one of the next two says that the invitation was accepted. */
function isAccepted({ doc }: WithTimes, { sentence }: Encounter): boolean {
  const last = Math.min(doc.sentenceCount - 1, doc.sentenceOf(sentence.first) + 2);
  const end = Math.min(doc.sentenceRange(last)[1], doc.length);
  return hasPhrase({ ...sentence, end }, sentence.vocabulary.accepted, sentence.first, end - 1);
}

function isCancelled(encounter: Encounter): boolean {
  return encounter.status === 'cancelled';
}

/** Clusters of one date are told of once. */
function distinct(clusters: readonly Cluster[]): Cluster[] {
  const kept: Cluster[] = [];
  for (const each of clusters) {
    const same = kept.find(({ date, lead }) => date === each.date && lead.kind === each.lead.kind);
    if (same === undefined) kept.push(each);
    else same.others.push(each.lead);
  }
  return kept;
}
