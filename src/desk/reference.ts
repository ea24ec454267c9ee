import { capitalOf, placeNamed } from '../knowledge/index.ts';
import type { ActorId, IsoDate } from '../model/index.ts';

export { actorName, holderOf, officesOf, placeName } from '../knowledge/index.ts';
export {
  BRIEF_MESSAGES,
  clearestMention,
  PAYLOADS,
  participantName,
  SCORES,
  STATUS_RULES,
  STATUSES,
  toldOf,
} from '../ledger/index.ts';

/** A point of the earth with its name. */
export interface Place {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly state: ActorId;
}

/** Where a place that a text names is, in any of its languages and cases; undefined where it is not known. */
export function placeOnMap(name: string): Place | undefined {
  return toPlace(placeNamed(name));
}

/** The capital of a state on a day. */
export function capitalOnMap(state: ActorId, day: IsoDate): Place | undefined {
  return toPlace(capitalOf(state, day));
}

function toPlace(record: ReturnType<typeof placeNamed>): Place | undefined {
  if (record === undefined) return undefined;
  const { names, lat, lon, state } = record;
  return { name: names[0]?.en[0] ?? record.id, latitude: lat, longitude: lon, state };
}
