import { type ActorId, firstDayOf, type IsoDateOrInterval, lastDayOf, principalOf } from '../../model/index.ts';
import type { MeetingMention } from '../entry/types.ts';
import { romanize, sameSkeleton, skeletonOf } from '../terms/names.ts';
import { daysBetween } from './features.ts';
import { setJaccard } from './overlap.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Link } from './types.ts';

/** What speaks for two accounts telling of one meeting; a sum, held to 0…1. Set by hand: each is a reason that a person would give. */
const POINTS = {
  /** Same parties on the same day. */
  base: 0.6,
  /** The day of one is not known; the two texts came out within the days that news lasts. */
  undated: -0.15,
  /** Days a little apart, as by the clock of another capital or the date of publication. */
  dayApart: -0.1,
  /** Dates of a plan that overlap without being equal: "this autumn", "in the second half of the year". */
  overlapping: -0.1,
  /** The same offices took part. */
  participants: 0.25,
  /** Other offices took part: the foreign ministers, not the presidents. */
  otherParticipants: -0.45,
  /** A call in one, a meeting in the other. */
  callAndMeeting: -0.35,
  /** Both name the same body or event: the intergovernmental commission, the forum. */
  sameBody: 0.2,
  /** Only one names a body or event: it may be another item of the same visit. */
  oneBody: -0.15,
  /** They name different ones. */
  otherBody: -0.45,
  /** The places named are the same, or not. */
  samePlace: 0.1,
  otherPlace: -0.2,
  /** One mention lists all parties, the other some of them. */
  partOfParties: -0.25,
} as const;

/** Concepts that name a body or event that meets. */
export const BODIES: readonly string[] = [
  'c:commission',
  'c:council',
  'c:committee',
  'c:forum',
  'c:conference',
  'c:summit',
  'c:consultative-meeting',
  'c:working-group',
  'c:exhibition',
  'c:session',
];

/** The link between two accounts of meetings in different documents. */
export function linkMeetings(x: MeetingMention, y: MeetingMention): Link | undefined {
  if (x.document === y.document || x.parties.length === 0 || y.parties.length === 0) return undefined;
  const [a, b] = x.id < y.id ? [x, y] : [y, x];
  // Most meetings of a pair are of other days: that is seen before anything is compared by words.
  const setting = [...partyPoints(a, b), ...datePoints(a, b)];
  if (setting.includes('different')) return undefined;
  const reasons = [
    ...setting,
    ...participantPoints(a, b),
    ...bodyPoints(a, b),
    ...placePoints(a, b),
    ...formatPoints(a, b),
  ];
  const points = reasons.map((reason) => (isPoint(reason) ? POINTS[reason] : 0));
  const score = Math.max(
    0,
    Math.min(
      1,
      points.reduce<number>((sum, point) => sum + point, POINTS.base),
    ),
  );
  if (score < THRESHOLDS.meeting.unsure) return undefined;
  return {
    kind: 'same-meeting',
    a: a.id,
    b: b.id,
    outcome: score >= THRESHOLDS.meeting.same ? 'same' : 'unsure',
    score,
    reasons,
  };
}

type Reason = keyof typeof POINTS | 'different';

function isPoint(reason: Reason): reason is keyof typeof POINTS {
  return reason !== 'different';
}

function partyPoints(a: MeetingMention, b: MeetingMention): Reason[] {
  if (a.parties.join() === b.parties.join()) return [];
  const shared = a.parties.filter((party) => b.parties.includes(party)).length;
  const isPart = shared === Math.min(a.parties.length, b.parties.length);
  return isPart && shared >= 2 ? ['partOfParties'] : ['different'];
}

/** Days that a report may be late. */
const NEWS = 3;

function datePoints(a: MeetingMention, b: MeetingMention): Reason[] {
  if (a.when === undefined || b.when === undefined) return undatedPoints(a, b);
  if (a.when === b.when) return [];
  if (isOverlapping(a.when, b.when)) return ['overlapping'];
  const isClose =
    a.date !== undefined && b.date !== undefined && isDay(a.when) && isDay(b.when) && daysBetween(a.date, b.date) <= 1;
  return isClose ? ['dayApart'] : ['different'];
}

function undatedPoints(a: MeetingMention, b: MeetingMention): Reason[] {
  if (a.date === undefined || b.date === undefined) return ['different'];
  return daysBetween(a.date, b.date) <= NEWS ? ['undated'] : ['different'];
}

function isOverlapping(a: IsoDateOrInterval, b: IsoDateOrInterval): boolean {
  const starts = [firstDayOf(a) ?? '', firstDayOf(b) ?? ''];
  const ends = [lastDayOf(a) ?? '9999', lastDayOf(b) ?? '9999'];
  return starts[0]! <= ends[1]! && starts[1]! <= ends[0]!;
}

function isDay(when: IsoDateOrInterval): boolean {
  return !when.includes('/');
}

function participantPoints(a: MeetingMention, b: MeetingMention): Reason[] {
  const offices = ({ participants }: MeetingMention) => participants.flatMap(({ office }) => office ?? []);
  const [x, y] = [offices(a), offices(b)];
  if (x.length === 0 || y.length === 0 || shareNames(a, b) === 'all') return [];
  const sides = a.parties.filter((party) =>
    [x, y].every((list) => list.some((office) => principalOf(office) === party)),
  );
  const isOther = sides.some((side) => setJaccard(ofSide(x, side), ofSide(y, side)) === 0);
  return isOther ? ['otherParticipants'] : setJaccard(x, y) > 0 ? ['participants'] : [];
}

function ofSide(offices: readonly ActorId[], side: ActorId): ActorId[] {
  return offices.filter((office) => principalOf(office) === side);
}

/** Whether those who take part are the same persons, by their surnames: an office may be worded in two ways. */
function shareNames(a: MeetingMention, b: MeetingMention): 'all' | 'some' {
  const surnames = ({ participants }: MeetingMention) =>
    participants.flatMap(({ name }) => name?.split(' ').at(-1) ?? []).map(skeletonOf);
  const [x, y] = [surnames(a), surnames(b)];
  const [fewer, more] = x.length <= y.length ? [x, y] : [y, x];
  return fewer.length > 0 && fewer.every((one) => more.some((other) => sameSkeleton(one, other))) ? 'all' : 'some';
}

function bodyPoints(a: MeetingMention, b: MeetingMention): Reason[] {
  const bodies = ({ terms }: MeetingMention) => terms.filter((term) => BODIES.includes(term));
  const [x, y] = [bodies(a), bodies(b)];
  if (x.length === 0 && y.length === 0) return [];
  if (x.length === 0 || y.length === 0) return ['oneBody'];
  return setJaccard(x, y) > 0 ? ['sameBody'] : ['otherBody'];
}

function placePoints({ place: a }: MeetingMention, { place: b }: MeetingMention): Reason[] {
  if (a === undefined || b === undefined) return [];
  return isSamePlace(a, b) ? ['samePlace'] : ['otherPlace'];
}

/** Whether two place names are one, in whatever script and case. */
export function isSamePlace(a: string, b: string): boolean {
  return romanize(a) === romanize(b) || sameSkeleton(skeletonOf(a), skeletonOf(b));
}

function formatPoints(a: MeetingMention, b: MeetingMention): Reason[] {
  const [x, y] = [a.formats.includes('call'), b.formats.includes('call')];
  const isKnown = a.formats.length > 0 && b.formats.length > 0;
  return isKnown && x !== y ? ['callAndMeeting'] : [];
}
