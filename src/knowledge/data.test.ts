import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { isOfState, isRealDay, LANGUAGES, principalOf } from '../model/index.ts';
import { groupsIn, organizationsIn } from './entries/organizations.ts';
import { metonymsIn, placesIn } from './entries/places.ts';
import { statesIn } from './entries/states.ts';
import { matchNames } from './gazetteers.ts';
import { holderFiles, holderRecords, table } from './load.ts';
import type { NameEntry } from './names.ts';
import { organizationOf } from './organizations.ts';
import { patternsOf } from './patterns.ts';
import {
  ExecutiveRecord,
  GroupRecord,
  HolderRecord,
  MetonymRecord,
  OfficeRecord,
  OrganizationRecord,
  PlaceRecord,
  PortfolioRecord,
  StateRecord,
  TitleRecord,
  WordListRecord,
} from './schema.ts';
import { stateOf } from './states.ts';

const TABLES = {
  states: StateRecord,
  places: PlaceRecord,
  metonyms: MetonymRecord,
  organizations: OrganizationRecord,
  offices: OfficeRecord,
  portfolios: PortfolioRecord,
  titles: TitleRecord,
  'common-words': WordListRecord,
  groups: GroupRecord,
  executives: ExecutiveRecord,
} as const;
type TableName = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as TableName[];

/** What is wrong with the records of a file, one line each. */
function faultsOf(schema: z.ZodType, records: readonly unknown[]): string[] {
  return records.flatMap((record) => {
    const result = schema.safeParse(record);
    return result.success ? [] : [`${JSON.stringify(record).slice(0, 80)}: ${result.error.issues[0]?.message}`];
  });
}

const idOf = (record: object): unknown =>
  ('id' in record && record.id) || ('slug' in record && record.slug) || ('state' in record && record.state);

const isKnown = (id: string): boolean =>
  isOfState(id) ? stateOf(principalOf(id)) !== undefined : organizationOf(principalOf(id)) !== undefined;

describe('tables', () => {
  test.each(NAMES)('%s: every record is valid', (name) => {
    expect(faultsOf(TABLES[name], table(name))).toEqual([]);
  });

  test.each(NAMES.filter((name) => name !== 'common-words'))('%s: no id twice', (name) => {
    const ids = table(name).map(idOf);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(NAMES)('%s: one record a line', (name) => {
    const lines = readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(table(name).length + 2);
  });

  test('all members of the United Nations are there, with the observers', () => {
    const having = (status: string) => table('states').filter((state) => state.status === status);
    expect(having('member')).toHaveLength(193);
    expect(having('observer').map(({ id }) => id)).toEqual(expect.arrayContaining(['VAT', 'PSE']));
  });

  test('every id that a table mentions is known', () => {
    const mentioned = [
      ...table('places').map(({ state }) => state),
      ...table('metonyms').map(({ id }) => id),
      ...table('titles').map(({ id }) => id),
      ...table('executives').map(({ state }) => state),
      ...table('groups').flatMap(({ members }) => members),
      ...table('organizations').flatMap(({ members = [] }) => members.map((member) => member.slice(0, 3))),
      ...table('organizations').flatMap(({ parent }) => parent ?? []),
    ];
    expect(mentioned.filter((id) => !isKnown(id))).toEqual([]);
  });
});

describe('holders', () => {
  test.each(holderFiles().map((file) => [file.pathname.split('/').at(-1), file] as const))('%s is valid', (_, file) => {
    expect(faultsOf(HolderRecord, JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('every office is of a known state or organization', () => {
    expect(holderRecords().filter(({ office }) => !isKnown(office))).toEqual([]);
  });

  test('every term is a term: its days exist and follow each other', () => {
    const wrong = holderRecords().filter(
      ({ from, to }) => !isRealDay(from) || (to !== undefined && (!isRealDay(to) || to < from)),
    );
    expect(wrong).toEqual([]);
  });

  test('nobody holds an office while another does, but for the day of the change and those acting', () => {
    const clashes = [...Map.groupBy(holderRecords(), ({ office }) => office).values()].flatMap((terms) => {
      const sorted = terms.filter(({ acting }) => !acting).sort((a, b) => (a.from < b.from ? -1 : 1));
      return sorted
        .filter((term, index) => index > 0 && term.from < (sorted[index - 1]?.to ?? '9999-12-31'))
        .map(({ office, name, from }) => `${office} ${name.en} ${from}`);
    });
    // In 2010 the interim government and the president of Kyrgyzstan both claimed the office for a week.
    expect(clashes).toEqual(['KGZ/president Roza Otunbayeva 2010-04-07']);
  });

  test('one English name has one Russian name', () => {
    const spellings = Map.groupBy(holderRecords(), ({ name }) => name.en);
    const several = [...spellings].filter(([, records]) => new Set(records.map(({ name }) => name.ru)).size > 1);
    expect(several.map(([name]) => name)).toEqual([]);
  });
});

describe('names', () => {
  const bare = (name: string): string => name.replace(/^[=+&]/u, '').replace('|', '');

  function isFound({ ids }: NameEntry, name: string, language: (typeof LANGUAGES)[number]): boolean {
    const words = name.match(/[^\s,]+|,/gu) ?? [];
    return matchNames(words, language).some(
      ({ first, last, entries }) =>
        first === 0 && last === words.length - 1 && entries.some((entry) => ids.every((id) => entry.ids.includes(id))),
    );
  }

  /** Names of one form that mean different actors, where an entry does not say that it is ambiguous. */
  function unflagged(language: (typeof LANGUAGES)[number]): string[] {
    const meanings = new Map<string, NameEntry[]>();
    for (const source of [statesIn, placesIn, metonymsIn, organizationsIn, groupsIn])
      for (const { entry, name, form } of source(language))
        for (const { words, letters } of patternsOf(name, form, language)) {
          const key = `${words.join(' ')} ${letters}`;
          meanings.set(key, [...(meanings.get(key) ?? []), entry]);
        }
    return [...meanings]
      .filter(([, entries]) => new Set(entries.map(({ ids }) => ids.join())).size > 1)
      .filter(([, entries]) => entries.some(({ ambiguous }) => ambiguous !== true))
      .map(
        ([key, entries]) =>
          `${key}: ${entries.map(({ kind, ids }) => `${kind} ${ids.slice(0, 6).join()}`).join(' | ')}`,
      );
  }

  test.each(['en', 'ru'] as const)('%s: every name of a table is found whole, as what it names', (language) => {
    const lost = [statesIn, placesIn, metonymsIn, organizationsIn, groupsIn].flatMap((source) =>
      [...source(language)]
        .filter(({ form }) => form !== 'prefix')
        .filter(({ entry, name }) => !isFound(entry, bare(name), language))
        .map(({ name }) => name),
    );
    expect(lost).toEqual([]);
  });

  test.each(LANGUAGES)('%s: no name means two actors without saying so', (language) => {
    expect(unflagged(language)).toEqual([]);
  });
});
