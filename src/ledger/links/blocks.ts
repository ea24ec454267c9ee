import { type ActorId, firstDayOf, type IsoDate, lastDayOf } from '../../model/index.ts';
import type { DocumentEntry, LedgerEntry, MeetingMention, Mention } from '../entry/types.ts';
import { isTopic } from '../terms/terms.ts';
import { VISITS } from './commitments.ts';
import { aboutOf } from './features.ts';
import { BODIES } from './meetings.ts';
import type { Block } from './types.ts';

// Nothing is compared with everything: only mentions that share a key are scored. A key is a pair of states with a topic, a name, a day
// or an area, so that a new document touches the few blocks of its own.

/** Minima in a band: two texts of Jaccard similarity 0.5 share one of 16 bands of 3 with probability 0.88, of 0.7 with 0.999. */
const BAND = 3;

/** The keys under which a document waits for its reprints. */
export function documentBlocks({ id, signature }: DocumentEntry): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at + BAND <= signature.length; at += BAND)
    blocks.push({ item: id, key: `r${at}:${signature.slice(at, at + BAND).join('.')}` });
  return blocks;
}

/** The keys under which a mention waits for others to be compared with. */
export function mentionBlocks(mention: Mention): Block[] {
  const keys = mention.kind === 'meeting' ? meetingKeys(mention) : topicKeys(mention).map((key) => `c:${key}`);
  return pairsOf(mention.circle).flatMap((pair) => keys.map((key) => ({ item: mention.id, key: `${pair}:${key}` })));
}

/** The keys of other meetings, and those of undertakings to hold this one or to visit. */
function meetingKeys(meeting: MeetingMention): string[] {
  const bodies = meeting.terms.filter((term) => BODIES.includes(term));
  const awaited = meeting.status === 'held' ? [...bodies, 'visit'] : [];
  return [...yearsOf(meeting).map((year) => `m:${year}`), ...awaited.map((key) => `c:${key}`)];
}

/** All keys of an entry's document and mentions. */
export function blocksOf(entry: LedgerEntry): Block[] {
  return [...documentBlocks(entry.document), ...mentionsOf(entry).flatMap(mentionBlocks)];
}

/** All mentions of an entry. */
export function mentionsOf({ meetings, commitments, progress, instruments }: LedgerEntry): Mention[] {
  return [...meetings, ...commitments, ...progress, ...instruments];
}

/** Above so many parties pairs would be many and tell little. */
const LARGEST = 6;

/** Each pair of a circle, `KAZ+KGZ`; the whole where it is one or many. */
function pairsOf(circle: readonly ActorId[]): string[] {
  if (circle.length < 2 || circle.length > LARGEST) return [circle.join('+')];
  return circle.flatMap((a, i) => circle.slice(i + 1).map((b) => `${a}+${b}`));
}

type Topical = Exclude<Mention, { kind: 'meeting' }>;

/** How many letters of a name's skeleton its block has: endings of cases come behind them. */
const NAME = 3;

// Help is reported in general words, so that only its area tells where it belongs.
function topicKeys(mention: Topical): string[] {
  const about = aboutOf(mention);
  const topics = about.filter(isTopic);
  const names = about.filter((term) => term.startsWith('n:')).map((term) => term.slice(0, 2 + NAME));
  const areas =
    mention.areas.length >= 3 || topics.length === 0
      ? mention.areas
      : mention.areas.filter((area) => area === 'humanitarian');
  // Accounts of one meeting are compared whole: a thing told in other words is found by what is left over.
  const day = mention.kind === 'commitment' && mention.date !== undefined ? [`d:${mention.date}`] : [];
  const visit = mention.kind === 'commitment' && VISITS.some((term) => mention.terms.includes(term)) ? ['visit'] : [];
  return [...new Set([...topics, ...names, ...areas.map((area) => `a:${area}`), ...day, ...visit])];
}

/** Days by which accounts of one meeting may be apart. */
const APART = 5;

/** The years that a meeting may have taken place in: those of its dates, and the neighbour where a turn of the year is near. */
function yearsOf({ when, date }: MeetingMention): string[] {
  const days = [
    when === undefined ? undefined : firstDayOf(when),
    when === undefined ? undefined : lastDayOf(when),
    date,
  ];
  const years = days.flatMap((day) => (day === undefined ? [] : [shifted(day, -APART), shifted(day, APART)]));
  return years.length === 0 ? ['undated'] : [...new Set(years)];
}

function shifted(day: IsoDate, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 4);
}
