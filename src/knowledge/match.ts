import type { ActorId, IsoDate, Language } from '../model/index.ts';
import { joinCompounds } from './compounds.ts';
import type { Named } from './entries/named.ts';
import { officesIn, titlesIn } from './entries/offices.ts';
import { groupsIn, organizationsIn } from './entries/organizations.ts';
import { peopleIn } from './entries/people.ts';
import { metonymsIn, placesIn } from './entries/places.ts';
import { statesIn } from './entries/states.ts';
import { Gazetteer } from './gazetteer.ts';
import type { NameMatch } from './names.ts';
import { allPeople, officesOfPerson } from './people.ts';

const SOURCES = [statesIn, metonymsIn, placesIn, organizationsIn, groupsIn, titlesIn, officesIn];

const gazetteers = new Map<Language, Gazetteer>();

function* namesIn(language: Language): Iterable<Named> {
  for (const source of SOURCES) yield* source(language);
}

/** The gazetteer of a language, built at its first use. */
function gazetteerOf(language: Language): Gazetteer {
  let gazetteer = gazetteers.get(language);
  if (gazetteer === undefined) {
    gazetteer = new Gazetteer(language, namesIn(language), peopleIn(language));
    gazetteers.set(language, gazetteer);
  }
  return gazetteer;
}

/**
 * All names among the words of a text (tokens as written, punctuation included), the longest at each place, without overlap:
 * `matchNames(['the', 'Kyrgyz', 'Republic'], 'en')` → `[{ first: 1, last: 2, entries: [{ kind: 'state', ids: ['KGZ'] }] }]`.
 */
export function matchNames(words: readonly string[], language: Language): NameMatch[] {
  return joinCompounds(words, gazetteerOf(language).match(words));
}

/**
 * The offices that somebody of this name held on the day (of all times without a day), the latest first: a key of a person or a name in any
 * spelling, Russian case or order. Empty where nobody of that name is known to have held one.
 */
export function officesOf(nameOrKey: string, date?: IsoDate): ActorId[] {
  const keys = allPeople().has(nameOrKey) ? [nameOrKey] : peopleNamed(nameOrKey);
  return [...new Set(keys.flatMap((key) => officesOfPerson(key, date)))];
}

/** The keys of the people whom a name can mean, by whatever part of it stands there. */
export function peopleNamed(name: string): string[] {
  const words = name.split(/\s+/u).map(capitalized);
  const language = /\p{Script=Cyrillic}/u.test(name) ? 'ru' : 'en';
  const whole = matchNames(words, language).find(({ first, last }) => first === 0 && last === words.length - 1);
  return (whole?.entries ?? []).flatMap(({ kind, key }) => (kind === 'person' && key !== undefined ? [key] : []));
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
