import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { GoldFolder } from './folder.ts';

const Clusters = z.array(z.array(z.tuple([z.string(), z.int().nonnegative()])));

/** Hand-made clusters of the development gold, by the name of the folder. */
const OWN = new URL('./meetings-dev.json', import.meta.url);

/** Which accounts are of one meeting, and which pairs of accounts the reference can judge at all. */
export interface MeetingReference {
  /** Pairs of accounts in different documents, `NAME#i = NAME#j`. */
  readonly right: ReadonlySet<string>;
  readonly judges: (a: string, b: string) => boolean;
}

/**
 * The reference of a folder: its `meetings.json` where there is one, else our own list for the development gold, which both name all that
 * belongs together; else the main meetings of each pair of `pairs.json`, which says nothing of others.
 */
export function meetingReference(gold: GoldFolder): MeetingReference {
  const listed = listedClusters(gold);
  const clusters = listed ?? gold.pairs.map(({ a, b }) => [mainMeeting(gold, a), mainMeeting(gold, b)]);
  const known = new Set(clusters.flatMap((cluster) => cluster.map(keyOf)));
  const right = clusters.flatMap((cluster) =>
    cluster.flatMap((a, i) => cluster.slice(i + 1).map((b) => [keyOf(a), keyOf(b)].sort().join(' = '))),
  );
  return { right: new Set(right), judges: (a, b) => listed !== undefined || known.has(a) || known.has(b) };
}

type Account = readonly [name: string, index: number];

function keyOf(account: Account): string {
  return account.join('#');
}

function listedClusters({ folder, entries }: GoldFolder): readonly (readonly Account[])[] | undefined {
  const beside = join(folder, 'meetings.json');
  if (existsSync(beside)) return Clusters.parse(JSON.parse(readFileSync(beside, 'utf8')));
  const own = Clusters.parse(JSON.parse(readFileSync(OWN, 'utf8')));
  const known = own.filter((cluster) => cluster.every(([name]) => entries.has(name)));
  return known.length > 0 ? known : undefined;
}

function mainMeeting({ entries }: GoldFolder, name: string): Account {
  const held = entries.get(name)?.meetings.findIndex(({ status }) => status === 'held') ?? 0;
  return [name, Math.max(0, held)];
}
