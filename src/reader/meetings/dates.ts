import type { IsoDate, IsoDateOrInterval } from '../../model/index.ts';
import { firstDayOf, lastDayOf } from '../../model/index.ts';
import type { Time, WithTimes } from '../setting.ts';
import type { Encounter } from './encounters.ts';
import type { Sentence } from './sentence.ts';

/** The times that stand with an encounter: those in its clause, or else those that open its sentence. */
function timesWith({ sentence, first, last, event }: Encounter): readonly Time[] {
  const own = sentence.times.filter((time) => !isOfOther(sentence, time, event));
  const inClause = own.filter((time) => time.first >= first && time.last <= last);
  if (inClause.length > 0) return inClause;
  return own.filter((time) => time.last < first && time.first <= sentence.first + 2);
}

/** “The incident of 17 June” dates the incident, “agreed in May” what was agreed. */
function isOfOther({ doc }: Sentence, { first }: Time, event: number): boolean {
  if (first - 1 === event) return false;
  return (
    /^(?:of|от)$/.test(doc.form(first)) ||
    (first > 0 && doc.relation(first - 1) === 'acl' && doc.upos(first - 1) === 'VERB')
  );
}

/** When an encounter to come is to be; undefined where the text names no time for it. */
export function dateAhead(encounter: Encounter, published: IsoDate | undefined): IsoDateOrInterval | undefined {
  const time = timesWith(encounter).find(({ bound }) => bound !== 'from');
  const value = time === undefined ? undefined : (time.ahead ?? time.value);
  if (time === undefined || value === undefined || isBehind(value, published)) return undefined;
  return time.bound === 'by' && published !== undefined && !value.includes('/') ? `${published}/${value}` : value;
}

function isBehind(value: IsoDateOrInterval, published: IsoDate | undefined): boolean {
  const last = lastDayOf(value);
  return published !== undefined && last !== undefined && last < published;
}

/** When an encounter was; undefined where the text names no time for it. */
export function dateBehind(encounter: Encounter): IsoDateOrInterval | undefined {
  const published = encounter.sentence.setting.facts.publishedAt;
  const values = timesWith(encounter).flatMap(({ bound, behind, value }) =>
    bound === 'at' || bound === 'by' ? [behind ?? value] : [],
  );
  // “Met the minister, with whom he agreed to open the road by June”: a day to come is not its own.
  return values.find((value) => !isToCome(value, published));
}

function isToCome(value: IsoDateOrInterval, published: IsoDate | undefined): boolean {
  const first = firstDayOf(value);
  return published !== undefined && first !== undefined && first > published;
}

/**
 * Whether the text names a day or period wholly after its publication, whatever tense it uses: “the holding of a forum in 2027”. Nouns
 * have no tense, and so look ahead where they can: «проведение в мае заседания».
 */
export function isAhead(encounter: Encounter, published: IsoDate | undefined): boolean {
  const { doc } = encounter.sentence;
  const isNoun = doc.upos(encounter.event) === 'NOUN';
  if (encounter.telling === 'verb' && doc.feature(encounter.event, 'Tense') === 'Past') return false;
  return timesWith(encounter).some(({ value, behind, ahead }) => {
    if (!isNoun && (behind !== undefined || ahead !== undefined)) return false;
    const first = firstDayOf(ahead ?? value);
    return first !== undefined && published !== undefined && first > published;
  });
}

/** How many days before publication the event that a text tells of may lie. */
const NEWS_DAYS = 6;

/** When what the text is about was: the first day or days named in its opening that lie close before publication, or the day of publication. */
export function eventDate({ times, facts, blocks }: WithTimes): IsoDateOrInterval | undefined {
  const published = facts.publishedAt;
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, 2);
  for (const { body, end } of paragraphs) {
    for (const time of times) {
      if (time.first < body || time.last >= end || time.precision !== 'day' || time.bound !== 'at') continue;
      const value = time.behind ?? time.value;
      const day = firstDayOf(value);
      if (day !== undefined && published !== undefined && isClose(day, published)) return upTo(value, published);
    }
  }
  return published;
}

/** A visit may go on beyond the day of the text; what the text tells of does not. */
function upTo(value: IsoDateOrInterval, published: IsoDate): IsoDateOrInterval {
  const [from, to] = value.split('/');
  if (from === undefined || to === undefined || to <= published) return value;
  return from === published ? from : `${from}/${published}`;
}

function isClose(day: IsoDate, published: IsoDate): boolean {
  const days = (Date.parse(published) - Date.parse(day)) / 86_400_000;
  return days >= 0 && days <= NEWS_DAYS;
}

/** Whether a date lies clearly before the day of the event that the text is about. */
export function isEarlier(date: IsoDateOrInterval, event: IsoDateOrInterval | undefined): boolean {
  const last = lastDayOf(date);
  const first = event === undefined ? undefined : firstDayOf(event);
  return first !== undefined && last !== undefined && last < first;
}
