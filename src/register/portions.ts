import { setImmediate as turn } from 'node:timers/promises';
import { chunks } from './findings.ts';

/** Reads many rows a portion at a time; others have their turn between the portions, so that nobody waits for a large pair to be read. */
export async function inPortions<Key, Row>(
  keys: readonly Key[],
  read: (some: readonly Key[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of chunks(keys)) {
    rows.push(...(await read(some)));
    await turn();
  }
  return rows;
}
