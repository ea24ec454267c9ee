import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { GoldFolder } from './folder.ts';

const Clusters = z.array(z.array(z.tuple([z.string(), z.int().nonnegative()])));

/** Hand-made clusters of the development gold, by the name of the folder. */
const OWN = new URL('./meetings-dev.json', import.meta.url);

/**
 * Which accounts in different documents tell of one meeting, as pairs `NAME#i = NAME#j`. From `meetings.json` of the folder where there is
 * one, else from our own list for the development gold, else the main meetings of each pair of `pairs.json`.
 */
export function meetingReference(gold: GoldFolder): Set<string> {
  return new Set(
    clustersOf(gold).flatMap((cluster) =>
      cluster.flatMap((a, i) => cluster.slice(i + 1).map((b) => [a.join('#'), b.join('#')].sort().join(' = '))),
    ),
  );
}

function clustersOf(gold: GoldFolder): readonly (readonly (readonly [string, number])[])[] {
  const beside = join(gold.folder, 'meetings.json');
  if (existsSync(beside)) return Clusters.parse(JSON.parse(readFileSync(beside, 'utf8')));
  const own = z.array(Clusters.element).parse(JSON.parse(readFileSync(OWN, 'utf8')));
  const known = own.filter((cluster) => cluster.every(([name]) => gold.entries.has(name)));
  return known.length > 0 ? known : gold.pairs.map(({ a, b }) => [mainMeeting(gold, a), mainMeeting(gold, b)]);
}

function mainMeeting({ entries }: GoldFolder, name: string): readonly [string, number] {
  const held = entries.get(name)?.meetings.findIndex(({ status }) => status === 'held') ?? 0;
  return [name, Math.max(0, held)];
}
