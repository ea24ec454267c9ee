import { type ActorId, type IsoDate, type Language, principalOf } from '../model/index.ts';
import { foldWord } from './fold.ts';
import { table } from './load.ts';
import type { PlaceRecord, StateRecord } from './schema.ts';

let byId: ReadonlyMap<string, StateRecord> | undefined;

/** The record of a state by its ISO 3166-1 alpha-3 code (`XKX` for Kosovo); undefined where there is no such state. */
export function stateOf(id: ActorId): StateRecord | undefined {
  byId ??= new Map(table('states').map((state) => [state.id, state]));
  return byId.get(id);
}

/** All states, in the order of the table. */
export function allStates(): readonly StateRecord[] {
  return table('states');
}

/** The short name of a state; in Kazakh and Kyrgyz the Unicode consortium's where the table has none of its own. */
export function stateName(state: StateRecord, language: Language): string {
  return (state[language]?.name ?? displayed(state, language) ?? state.en.name).replace(/^[=+&]/u, '');
}

function displayed(state: StateRecord, language: Language): string | undefined {
  if (state.iso2 === undefined) return language === 'en' ? undefined : state.ru.name;
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(state.iso2);
}

/** A place by its id. */
export function placeOf(id: string): PlaceRecord | undefined {
  return table('places').find((place) => place.id === id);
}

/** The place of this name in any language, whatever the time. */
export function placeNamed(name: string): PlaceRecord | undefined {
  const folded = foldWord(name);
  return table('places').find(({ names }) =>
    names.some(({ en, ru, kk = [], ky = [] }) => [...en, ...ru, ...kk, ...ky].some((one) => foldWord(one) === folded)),
  );
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

interface Period {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** Whether the day lies in the period, its ends included; always where no day is given. */
export function isWithin({ from, to }: Period, date: IsoDate | undefined): boolean {
  return date === undefined || ((from === undefined || from <= date) && (to === undefined || date <= to));
}
