import { firstDayOf } from '../../model/index.ts';
import type { MeetingMention } from '../entry/types.ts';
import { isSamePlace } from '../links/meetings.ts';
import { romanize } from '../terms/names.ts';
import type { Contradiction, MeetingRecord } from './types.ts';

/** One meeting of its accounts, which must be at least one, sorted by publication. */
export function meetingRecord(mentions: readonly MeetingMention[]): MeetingRecord {
  const ordered = [...mentions].sort(byPublication);
  const first = ordered[0]!;
  const held = ordered.filter(({ status }) => status === 'held');
  // Those who tell of what has happened know better than those who announced it.
  const told = held.length > 0 ? held : ordered;
  const when =
    told.find((mention) => mention.when !== undefined && !mention.when.includes('/'))?.when ??
    told.find((mention) => mention.when)?.when;
  return {
    id: first.id,
    mentions: ordered,
    parties: longest(ordered.map(({ parties }) => parties)),
    formats: [...new Set(told.flatMap(({ formats }) => formats))],
    participants: distinctParticipants(told),
    when,
    date: (when === undefined ? undefined : firstDayOf(when)) ?? first.date,
    place: told.find(({ place }) => place !== undefined)?.place,
    status: held.length > 0 ? 'held' : ordered.at(-1)!.status,
    contradictions: contradictionsOf(told),
  };
}

function byPublication(a: MeetingMention, b: MeetingMention): number {
  const [x, y] = [a.publishedAt ?? a.date ?? '', b.publishedAt ?? b.date ?? ''];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : Number(a.id > b.id);
}

function longest<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.reduce((best, list) => (list.length > best.length ? list : best), []);
}

function distinctParticipants(mentions: readonly MeetingMention[]): MeetingRecord['participants'] {
  const seen = new Map<string, MeetingRecord['participants'][number]>();
  for (const { participants } of mentions)
    for (const participant of participants) {
      const key = participant.office ?? romanize(participant.name ?? '');
      if (!seen.has(key)) seen.set(key, participant);
    }
  return [...seen.values()];
}

/** The fields in which accounts of what happened differ; a plan that was changed is no contradiction. */
function contradictionsOf(mentions: readonly MeetingMention[]): Contradiction[] {
  const days = groupBy(
    mentions.filter(({ when }) => when !== undefined && !when.includes('/')),
    ({ when }) => when!,
    (a, b) => a === b,
  );
  const places = groupBy(
    mentions.filter(({ place }) => place !== undefined),
    ({ place }) => place!,
    isSamePlace,
  );
  return [
    ...(days.length > 1 ? [{ field: 'date' as const, values: days }] : []),
    ...(places.length > 1 ? [{ field: 'place' as const, values: places }] : []),
    ...participantContradictions(mentions),
  ];
}

/** Holders of one office whom the accounts name differently. */
function participantContradictions(mentions: readonly MeetingMention[]): Contradiction[] {
  const named = mentions.flatMap(({ id, participants }) =>
    participants.flatMap(({ name, office }) =>
      name === undefined || office === undefined ? [] : [{ id, name, office }],
    ),
  );
  return [...new Set(named.map(({ office }) => office))].flatMap((office) => {
    const values = groupBy(
      named.filter((one) => one.office === office),
      ({ name }) => name,
      isSamePerson,
    );
    return values.length > 1 ? [{ field: 'participants' as const, values }] : [];
  });
}

function isSamePerson(a: string, b: string): boolean {
  const surname = (name: string) => name.split(' ').at(-1) ?? name;
  return isSamePlace(surname(a), surname(b));
}

function groupBy<T extends { readonly id: string }>(
  items: readonly T[],
  pick: (item: T) => string,
  isSame: (a: string, b: string) => boolean,
): { value: string; mentions: string[] }[] {
  const groups: { value: string; mentions: string[] }[] = [];
  for (const item of items) {
    const value = pick(item);
    const group = groups.find((one) => isSame(one.value, value));
    if (group === undefined) groups.push({ value, mentions: [item.id] });
    else group.mentions.push(item.id);
  }
  return groups;
}
