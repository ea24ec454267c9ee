import type { Language } from '../../model/index.ts';
import { table } from '../load.ts';
import type { NameEntry } from '../names.ts';
import { allOffices } from '../offices.ts';
import { namePatterns, type Pattern, pluralPatterns } from '../patterns.ts';
import { type Named, namesIn } from './named.ts';

/** Offices and roles, one holder or several. Common nouns: a text may write them with or without capitals. */
export function* officesIn(language: Language): Iterable<Named> {
  for (const [slug, office] of allOffices())
    for (const name of namesIn(office, language))
      yield* wordingsOf({ kind: 'office', ids: [], office: slug }, name, language);
}

function* wordingsOf(entry: NameEntry, name: string, language: Language): Iterable<Named> {
  const plural = { ...entry, plural: true };
  // A name marked with + is a plural already.
  if (!name.startsWith('+')) yield { entry, patterns: namePatterns(name, language).map(anyhow) };
  yield { entry: plural, patterns: pluralPatterns(name, language) };
}

/** Titles are capitalized or not as each publisher likes. */
const anyhow = (pattern: Pattern): Pattern => ({ ...pattern, letters: 'any' });

/** Offices that one state or organization alone has, under names of their own. */
export function* titlesIn(language: Language): Iterable<Named> {
  for (const { id, ...names } of table('titles'))
    for (const name of namesIn(names, language)) {
      const office = id.slice(id.indexOf('/') + 1);
      yield { entry: { kind: 'office', ids: [id], office }, patterns: namePatterns(name, language) };
    }
}
