import type { ActorId, IsoDate } from '../model/index.ts';
import { matchWhole } from './gazetteers.ts';
import { allPeople, officesOfPerson } from './people.ts';

/**
 * The offices that somebody of this name held on the day (of all times without a day), the latest first: a key of a person or a name in any
 * spelling, Russian case or order. Empty where nobody of that name is known to have held one.
 */
export function officesOf(nameOrKey: string, date?: IsoDate): ActorId[] {
  const keys = allPeople().has(nameOrKey) ? [nameOrKey] : peopleNamed(nameOrKey);
  return [...new Set(keys.flatMap((key) => officesOfPerson(key, date)))];
}

/** The keys of the people whom a name can mean, by whatever part of it stands there. */
function peopleNamed(name: string): string[] {
  return matchWhole(name).flatMap(({ kind, key }) => (kind === 'person' && key !== undefined ? [key] : []));
}
