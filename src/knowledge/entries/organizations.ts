import type { Language } from '../../model/index.ts';
import { table } from '../load.ts';
import type { NameEntry } from '../names.ts';
import { type Named, namesIn } from './named.ts';

/** Organizations, formats and their organs by name and acronym. */
export function* organizationsIn(language: Language): Iterable<Named> {
  for (const record of table('organizations')) {
    const entryOf = (name: string): NameEntry => ({
      kind: 'organization',
      ids: [record.id],
      ...(record.ambiguous?.includes(name) ? { ambiguous: true } : {}),
    });
    for (const name of namesIn(record, language)) yield { entry: entryOf(name), name, form: 'name' };
    for (const name of namesIn(record.acronyms ?? {}, language)) yield { entry: entryOf(name), name, form: 'acronym' };
  }
}

/** Several states under one name. */
export function* groupsIn(language: Language): Iterable<Named> {
  for (const { id, members, ...names } of table('groups'))
    for (const name of namesIn(names, language))
      yield { entry: { kind: 'group', ids: members, key: id }, name, form: 'name' };
}
