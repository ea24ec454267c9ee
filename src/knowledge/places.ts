import { type ActorId, type IsoDate, principalOf } from '../model/index.ts';
import { foldedWords } from './fold.ts';
import { matchWhole } from './gazetteers.ts';
import { table } from './load.ts';
import { isWithin } from './periods.ts';
import type { PlaceRecord } from './schema.ts';

let byId: ReadonlyMap<string, PlaceRecord> | undefined;
let byName: ReadonlyMap<string, PlaceRecord> | undefined;

/** A place by its id. */
export function placeOf(id: string): PlaceRecord | undefined {
  byId ??= new Map(table('places').map((place) => [place.id, place]));
  return byId.get(id);
}

/** The place of this name, whatever the time, in any language and in Russian in any case: "Astana", «в Астане» without its preposition. */
export function placeNamed(name: string): PlaceRecord | undefined {
  byName ??= new Map(table('places').flatMap((place) => namesOf(place).map((one) => [keyOf(one), place])));
  const exact = byName.get(keyOf(name));
  if (exact !== undefined) return exact;
  const entry = matchWhole(name).find(({ kind }) => kind === 'capital' || kind === 'city');
  return entry?.key === undefined ? undefined : placeOf(entry.key);
}

const keyOf = (name: string): string => foldedWords(name).join(' ');

function namesOf({ names }: PlaceRecord): string[] {
  return names
    .flatMap(({ en, ru, kk = [], ky = [] }) => [...en, ...ru, ...kk, ...ky])
    .map((name) => name.replace(/^[=+]/u, ''));
}

/** The state whose capital bore this name on the day; any day where none is given. */
export function stateOfCapital(name: string, date?: IsoDate): ActorId | undefined {
  const place = placeNamed(name);
  return place?.capital !== undefined && isWithin(place.capital, date) ? place.state : undefined;
}

/** The capital of a state on a day: the last one where no day is given. */
export function capitalOf(state: ActorId, date?: IsoDate): PlaceRecord | undefined {
  const capitals = table('places').filter((place) => place.state === principalOf(state) && place.capital !== undefined);
  return date === undefined
    ? capitals.find(({ capital }) => capital?.to === undefined)
    : capitals.find(({ capital }) => isWithin(capital ?? {}, date));
}
