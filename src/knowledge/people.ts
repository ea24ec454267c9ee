import type { ActorId, IsoDate } from '../model/index.ts';
import { foldWord } from './fold.ts';
import { holderRecords } from './load.ts';
import { isWithin } from './periods.ts';
import type { HolderRecord } from './schema.ts';

/** Somebody known to have held offices; records with one English name are one person. */
export interface Person {
  /** The English name as a slug: `sadyr-japarov`. */
  readonly key: string;
  readonly holdings: readonly HolderRecord[];
}

let people: ReadonlyMap<string, Person> | undefined;
let byOffice: ReadonlyMap<ActorId, readonly HolderRecord[]> | undefined;

/** The key of a person: the English name of the record as a slug. */
function personKey(englishName: string): string {
  return englishName
    .split(/[\s.-]+/u)
    .map(foldWord)
    .filter((part) => part !== '')
    .join('-');
}

/** Everybody in the tables of holders. */
export function allPeople(): ReadonlyMap<string, Person> {
  people ??= new Map(
    [...Map.groupBy(holderRecords(), ({ name }) => personKey(name.en))].map(([key, holdings]) => [
      key,
      { key, holdings },
    ]),
  );
  return people;
}

/** Who held the office on the day, as the tables know; undefined where they do not. Of two on the day of a change, the new one. */
export function holderOf(office: ActorId, date: IsoDate): HolderRecord | undefined {
  byOffice ??= Map.groupBy(holderRecords(), (record) => record.office);
  return byOffice
    .get(office)
    ?.filter((record) => isWithin(record, date))
    .sort(latestFirst)[0];
}

function latestFirst(a: HolderRecord, b: HolderRecord): number {
  return a.from < b.from ? 1 : a.from > b.from ? -1 : 0;
}

/** The offices that the person of this key held on the day, without a day all ever held, the latest first. */
export function officesOfPerson(key: string, date?: IsoDate): ActorId[] {
  const holdings = allPeople().get(key)?.holdings ?? [];
  return [
    ...new Set(
      holdings
        .filter((record) => isWithin(record, date))
        .sort(latestFirst)
        .map(({ office }) => office),
    ),
  ];
}
