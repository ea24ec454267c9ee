import type { Language } from '../../model/index.ts';
import { table } from '../load.ts';
import type { NameEntry } from '../names.ts';
import type { StateRecord } from '../schema.ts';
import { type Named, namesIn } from './named.ts';

/** States by name, acronym, former name, adjective and people. */
export function* statesIn(language: Language): Iterable<Named> {
  const displayed = language === 'kk' || language === 'ky' ? displayNames(language) : () => undefined;
  for (const state of table('states')) {
    yield* namesOf(state, language, displayed(state));
    yield* demonymsOf(state, language);
  }
}

/** The names that the Unicode consortium gives states in a language, without explanations in brackets. */
function displayNames(language: Language): (state: StateRecord) => string | undefined {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return ({ iso2, ru }) => (iso2 === undefined ? ru.name : names.of(iso2)?.replace(/ \(.*\)$/u, ''));
}

function* namesOf(state: StateRecord, language: Language, displayed: string | undefined): Iterable<Named> {
  const own = state[language];
  const entryOf = entries(state, 'state');
  const turkic = displayed === undefined ? [] : [displayed, state.ru.name, state.ru.official];
  for (const name of [own?.name, own?.official, ...(own?.names ?? []), ...turkic])
    if (name !== undefined) yield { entry: entryOf(name), name, form: 'name' };
  const acronyms = turkic.length > 0 ? [...(own?.acronyms ?? []), ...(state.ru.acronyms ?? [])] : (own?.acronyms ?? []);
  for (const name of acronyms) yield { entry: entryOf(name), name, form: 'acronym' };
  for (const { from, to, ...names } of state.former ?? [])
    for (const name of namesIn(names, language)) yield { entry: { ...entryOf(name), from, to }, name, form: 'name' };
}

function* demonymsOf(state: StateRecord, language: Language): Iterable<Named> {
  const own = state[language];
  const entryOf = entries(state, 'demonym');
  for (const name of own?.adjectives ?? []) yield { entry: entryOf(name), name, form: 'adjective' };
  for (const name of own?.prefixes ?? []) yield { entry: entryOf(name), name, form: 'prefix' };
  for (const pair of own?.people ?? []) yield* peopleOf(pair, language, entryOf);
}

function* peopleOf(pair: string, language: Language, entryOf: (name: string) => NameEntry): Iterable<Named> {
  const [singular = '', plural] = pair.split('/');
  yield { entry: entryOf(singular), name: singular, form: 'name' };
  if (plural === undefined) return;
  const name = language === 'ru' ? `+${plural}` : plural;
  yield { entry: { ...entryOf(plural), plural: true }, name, form: 'name' };
}

function entries({ id, ambiguous, from, to }: StateRecord, kind: 'state' | 'demonym'): (name: string) => NameEntry {
  return (name) => ({ kind, ids: [id], from, to, ...(ambiguous?.includes(name) ? { ambiguous: true } : {}) });
}
