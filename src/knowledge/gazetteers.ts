import type { Language } from '../model/index.ts';
import { joinCompounds } from './compounds.ts';
import type { Named } from './entries/named.ts';
import { officesIn, titlesIn } from './entries/offices.ts';
import { groupsIn, organizationsIn } from './entries/organizations.ts';
import { peopleIn } from './entries/people.ts';
import { metonymsIn, placesIn } from './entries/places.ts';
import { statesIn } from './entries/states.ts';
import { Gazetteer } from './gazetteer.ts';
import type { NameEntry, NameMatch } from './names.ts';

const SOURCES = [statesIn, metonymsIn, placesIn, organizationsIn, groupsIn, titlesIn, officesIn];

const gazetteers = new Map<Language, Gazetteer>();

/** The gazetteer of a language, built at its first use. */
function gazetteerOf(language: Language): Gazetteer {
  let gazetteer = gazetteers.get(language);
  if (gazetteer === undefined) {
    gazetteer = new Gazetteer(language, namesIn(language), peopleIn(language));
    gazetteers.set(language, gazetteer);
  }
  return gazetteer;
}

function* namesIn(language: Language): Iterable<Named> {
  for (const source of SOURCES) yield* source(language);
}

/**
 * All names among the words of a text (tokens as written, punctuation included), the longest at each place, without overlap:
 * `matchNames(['the', 'Kyrgyz', 'Republic'], 'en')` → `[{ first: 1, last: 2, entries: [{ kind: 'state', ids: ['KGZ'] }] }]`.
 */
export function matchNames(words: readonly string[], language: Language): NameMatch[] {
  return joinCompounds(words, gazetteerOf(language).match(words));
}

/** What a name can mean that stands alone and whole, in English or in Russian by its script, in small letters or capitals. */
export function matchWhole(name: string): readonly NameEntry[] {
  const words = name.split(/\s+/u).map(capitalized);
  const matches = matchNames(words, /\p{Script=Cyrillic}/u.test(name) ? 'ru' : 'en');
  return matches.find(({ first, last }) => first === 0 && last === words.length - 1)?.entries ?? [];
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
