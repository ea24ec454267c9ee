import { readdirSync, readFileSync } from 'node:fs';
import type {
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

const DATA = new URL('./data/', import.meta.url);

interface Tables {
  readonly states: readonly StateRecord[];
  readonly places: readonly PlaceRecord[];
  readonly metonyms: readonly MetonymRecord[];
  readonly organizations: readonly OrganizationRecord[];
  readonly offices: readonly OfficeRecord[];
  readonly portfolios: readonly PortfolioRecord[];
  readonly 'common-words': readonly WordListRecord[];
  readonly titles: readonly TitleRecord[];
  readonly groups: readonly GroupRecord[];
  readonly executives: readonly ExecutiveRecord[];
}

const loaded: Partial<Record<keyof Tables, unknown>> = {};

/** A table of the data folder, read at its first use. That its records are valid is held by `data.test.ts`. */
export function table<K extends keyof Tables>(name: K): Tables[K] {
  loaded[name] ??= JSON.parse(readFileSync(new URL(`${name}.json`, DATA), 'utf8'));
  return loaded[name] as Tables[K];
}

let holders: readonly HolderRecord[] | undefined;

/** All records of `data/holders/`, one file a region. */
export function holderRecords(): readonly HolderRecord[] {
  holders ??= holderFiles().flatMap((file): HolderRecord[] => JSON.parse(readFileSync(file, 'utf8')));
  return holders;
}

/** The files of `data/holders/`, in the order of their names. */
export function holderFiles(): URL[] {
  const folder = new URL('holders/', DATA);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => new URL(name, folder));
}
