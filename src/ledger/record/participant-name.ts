import { holderOf } from '../../knowledge/index.ts';
import type { IsoDate, Language } from '../../model/index.ts';
import { sameSkeleton, skeletonOf } from '../terms/names.ts';
import type { MeetingRecord } from './types.ts';

type Participant = MeetingRecord['participants'][number];

/**
 * The name of one who took part, in a language: of who held the office on the day, where that is who the text names; else as the text has
 * it. Undefined where neither is known.
 */
export function participantName(
  { name, office }: Participant,
  day: IsoDate | undefined,
  language: Language,
): string | undefined {
  const holder = office === undefined || day === undefined ? undefined : holderOf(office, day)?.name;
  if (holder === undefined) return name;
  const isHolder =
    name === undefined || Object.values(holder).some((one) => one !== undefined && isSamePerson(one, name));
  return isHolder ? (holder[language] ?? (language === 'en' ? undefined : holder.ru) ?? holder.en) : name;
}

function isSamePerson(a: string, b: string): boolean {
  const surname = (name: string) => skeletonOf(name.split(' ').at(-1) ?? name);
  return sameSkeleton(surname(a), surname(b));
}
