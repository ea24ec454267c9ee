import type { Language } from '../../model/index.ts';
import { table } from '../load.ts';
import { namePatterns, pluralPatterns } from '../patterns.ts';
import { type Named, namesIn } from './named.ts';

/** Offices and roles, one holder or several. Common nouns: a text may write them with or without capitals. */
export function* officesIn(language: Language): Iterable<Named> {
  for (const { slug, binds: _, ...names } of table('offices'))
    for (const name of namesIn(names, language)) {
      yield { entry: { kind: 'office', ids: [], office: slug }, patterns: namePatterns(name, language) };
      const patterns = pluralPatterns(name, language);
      if (patterns.length > 0) yield { entry: { kind: 'office', ids: [], office: slug, plural: true }, patterns };
    }
}
