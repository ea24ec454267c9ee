import type { Language } from '../../model/index.ts';
import { table } from '../load.ts';
import type { NameEntry, NamePart } from '../names.ts';
import { allPeople, officesOfPerson, type Person } from '../people.ts';

/** Somebody in a gazetteer: the entries by how much of the name stands in a text. */
export interface NamedPerson {
  readonly person: Person;
  readonly entries: Readonly<Record<NamePart, NameEntry>>;
}

/** Everybody who held an office, with all offices, the latest first. A family name that is a common word too is ambiguous. */
export function* peopleIn(language: Language): Iterable<NamedPerson> {
  const common = commonWords(language);
  for (const person of allPeople().values()) {
    const ids = officesOfPerson(person.key);
    const full: NameEntry = { kind: 'person', ids, key: person.key, part: 'full' };
    const family: NameEntry = {
      ...full,
      part: 'family',
      ...(hasCommonName(person, common) ? { ambiguous: true } : {}),
    };
    yield { person, entries: { full, family, given: { ...full, part: 'given' } } };
  }
}

function commonWords(language: Language): ReadonlySet<string> {
  const script = language === 'en' ? 'en' : 'ru';
  return new Set(table('common-words').find((list) => list.language === script)?.words);
}

function hasCommonName({ holdings }: Person, common: ReadonlySet<string>): boolean {
  return holdings.some(({ name, family }) =>
    [family?.en ?? lastWord(name.en), family?.ru ?? lastWord(name.ru ?? '')].some((word) => common.has(word)),
  );
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
