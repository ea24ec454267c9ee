import {
  type ActorId,
  firstDayOf,
  type IsoDate,
  isOfState,
  type Meeting,
  principalsOf,
  type Reading,
  type Span,
} from '../../model/index.ts';

/** The talks that a finding of a text belongs to: among whom, and when. */
export interface Occasion {
  readonly circle: readonly ActorId[];
  readonly date?: IsoDate | undefined;
}

/** Above so many parties an occasion is a summit: it tells nothing of who stands in an undertaking of one or two of them. */
const LARGEST_CIRCLE = 6;

/** The talks that the document is about: its first held meeting, else its first; else the states that it names most. */
export function mainOccasion(reading: Reading): Occasion {
  const meeting = reading.meetings.find(({ status }) => status === 'held') ?? reading.meetings[0];
  const { publishedAt } = reading.document;
  if (meeting === undefined) return { circle: statesNamedMost(reading), date: publishedAt };
  return occasionOf(meeting, publishedAt);
}

/** The occasion of a finding with these parties at this place: the last meeting told before it that they took part in, else the main one. */
export function occasionAt(reading: Reading, parties: readonly ActorId[], spans: readonly Span[]): Occasion {
  const at = spans[0]?.[0] ?? 0;
  const fitting = reading.meetings.filter(
    ({ parties: met, status }) =>
      status === 'held' && met.length <= LARGEST_CIRCLE && parties.every((party) => met.includes(party)),
  );
  const before = fitting.filter(({ spans: [first] }) => (first?.[0] ?? 0) <= at);
  const meeting = before.at(-1) ?? fitting[0];
  return meeting === undefined ? mainOccasion(reading) : occasionOf(meeting, reading.document.publishedAt);
}

function occasionOf({ parties, date }: Meeting, publishedAt: IsoDate | undefined): Occasion {
  const day = date === undefined ? undefined : firstDayOf(date);
  // A scheduled meeting lies ahead: what the text says of it was said on the day of publication.
  const isPast = day !== undefined && (publishedAt === undefined || day <= publishedAt);
  return { circle: [...parties].sort(), date: isPast ? day : (publishedAt ?? day) };
}

/** The circle of a finding: its own parties and those they talked with. */
export function circleOf(parties: readonly ActorId[], occasion: Occasion): ActorId[] {
  const isSummit = occasion.circle.length > LARGEST_CIRCLE && parties.length > 0;
  return [...new Set([...parties, ...(isSummit ? [] : occasion.circle)])].sort();
}

/** The states that stand in the words around the spans. */
export function statesAround(reading: Reading, [start, end]: Span): ActorId[] {
  const inside = reading.actorMentions.filter(
    ({ spans: [first] }) => first !== undefined && first[0] >= start && first[1] <= end,
  );
  return principalsOf(inside.map(({ actor }) => actor)).filter(isOfState);
}

function statesNamedMost(reading: Reading): ActorId[] {
  const counts = new Map<ActorId, number>();
  for (const { actor } of reading.actorMentions)
    for (const state of principalsOf([actor]).filter(isOfState)) counts.set(state, (counts.get(state) ?? 0) + 1);
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  return ranked
    .slice(0, 2)
    .map(([state]) => state)
    .sort();
}
