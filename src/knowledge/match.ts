import type { Language } from '../model/index.ts';
import { joinCompounds } from './compounds.ts';
import { officesIn } from './entries/offices.ts';
import { groupsIn, organizationsIn } from './entries/organizations.ts';
import { metonymsIn, placesIn } from './entries/places.ts';
import { statesIn } from './entries/states.ts';
import { Gazetteer } from './gazetteer.ts';
import type { NameMatch } from './names.ts';

const SOURCES = [statesIn, metonymsIn, placesIn, organizationsIn, groupsIn, officesIn];

const gazetteers = new Map<Language, Gazetteer>();

/** The gazetteer of a language, built at its first use. */
function gazetteerOf(language: Language): Gazetteer {
  let gazetteer = gazetteers.get(language);
  if (gazetteer === undefined) {
    gazetteer = new Gazetteer(language);
    for (const source of SOURCES)
      for (const { entry, patterns } of source(language)) for (const pattern of patterns) gazetteer.add(pattern, entry);
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
