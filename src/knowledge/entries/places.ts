import type { Language } from '../../model/index.ts';
import { table } from '../load.ts';
import { type Named, namesIn } from './named.ts';

/** Capitals and cities where talks are held. */
export function* placesIn(language: Language): Iterable<Named> {
  for (const { id, state, capital, names, ambiguous } of table('places'))
    for (const { from, to, ...localized } of names)
      for (const name of namesIn(localized, language)) {
        const kind = capital === undefined ? 'city' : 'capital';
        const entry = { kind, ids: [state], key: id, ambiguous, from, to } as const;
        yield { entry, name, form: 'name' };
      }
}

/** Seats that stand for those who sit there. */
export function* metonymsIn(language: Language): Iterable<Named> {
  for (const { id, ...names } of table('metonyms'))
    for (const name of namesIn(names, language)) yield { entry: { kind: 'metonym', ids: [id] }, name, form: 'name' };
}
