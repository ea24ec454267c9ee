import type { Language } from '../../model/index.ts';
import type { NameEntry } from '../names.ts';
import { allPeople, officesOfPerson } from '../people.ts';
import { personPatterns } from '../person-patterns.ts';

interface NamedPerson {
  readonly entry: NameEntry;
  readonly keys: readonly string[];
}

/** Everybody who held an office, by all parts of the name, with all offices, the latest first. */
export function* peopleIn(language: Language): Iterable<NamedPerson> {
  for (const person of allPeople().values()) {
    const ids = officesOfPerson(person.key);
    for (const { keys, part } of personPatterns(person, language))
      yield { entry: { kind: 'person', ids, key: person.key, part }, keys };
  }
}
