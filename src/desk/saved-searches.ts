import { z } from 'zod';
import { ReadoutError } from '../model/index.ts';
import { setSetting, setting } from '../register/index.ts';
import type { Desk } from './desk.ts';

const KEY = 'saved-searches';
const SavedSearches = z.array(z.object({ name: z.string(), query: z.string(), savedAt: z.string() }));

/** A longer address no browser is sure to send again. */
const LONGEST = 2000;

/** A search that somebody wants to do again: `query` is the part of its address behind the question mark. */
export type SavedSearch = z.infer<typeof SavedSearches>[number];

/** The saved searches, the newest first. */
export async function savedSearches({ register, owner }: Desk): Promise<readonly SavedSearch[]> {
  return SavedSearches.parse(JSON.parse((await setting(register, KEY, owner)) ?? '[]'));
}

/** Saves a search; one with the same query is replaced. Throws `bad-input` where it is too long to be an address. */
export async function saveSearch(desk: Desk, { name, query }: Pick<SavedSearch, 'name' | 'query'>): Promise<void> {
  if (Math.max(query.length, name.length) > LONGEST)
    throw new ReadoutError('bad-input', 'a search too long to be saved:', name.slice(0, 80), 'ask for fewer words');
  const others = (await savedSearches(desk)).filter((one) => one.query !== query);
  const all = [{ name, query, savedAt: new Date().toISOString() }, ...others].slice(0, 100);
  await setSetting(desk.register, KEY, JSON.stringify(all), desk.owner);
}

/** Takes a saved search out of the list. */
export async function forgetSearch(desk: Desk, query: string): Promise<void> {
  const others = (await savedSearches(desk)).filter((one) => one.query !== query);
  await setSetting(desk.register, KEY, JSON.stringify(others), desk.owner);
}
