import type { Language } from '../../model/index.ts';
import { table } from '../load.ts';
import type { NameEntry } from '../names.ts';
import { allOffices } from '../offices.ts';
import { type Named, namesIn } from './named.ts';

/** Offices and roles, one holder or several. Common nouns: a text may write them with or without capitals. */
export function* officesIn(language: Language): Iterable<Named> {
  for (const [slug, office] of allOffices())
    for (const name of namesIn(office, language)) {
      const entry: NameEntry = { kind: 'office', ids: [], office: slug };
      // A name marked with + is a plural already.
      if (!name.startsWith('+')) yield { entry, name, form: 'title' };
      yield { entry: { ...entry, plural: true }, name, form: 'titles' };
    }
}

/** Offices that one state or organization alone has, under names of their own. */
export function* titlesIn(language: Language): Iterable<Named> {
  for (const { id, ...names } of table('titles'))
    for (const name of namesIn(names, language)) {
      const office = id.slice(id.indexOf('/') + 1);
      yield { entry: { kind: 'office', ids: [id], office }, name, form: 'name' };
    }
}
