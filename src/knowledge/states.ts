import type { ActorId, Language } from '../model/index.ts';
import { table } from './load.ts';
import type { StateRecord } from './schema.ts';

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

function displayed({ iso2, ru }: StateRecord, language: Language): string | undefined {
  if (iso2 === undefined) return language === 'en' ? undefined : ru.name;
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(iso2);
}
