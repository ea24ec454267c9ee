import type { DatabaseSync } from 'node:sqlite';
import { LARGE_TABLES } from './large-tables.ts';

/** The name that queries give to whichever table of spans they read. */
const SPAN = 'span';

const SCAN = new RegExp(`^SCAN (?:${[...LARGE_TABLES, SPAN].join('|')})\\b(?! VIRTUAL TABLE INDEX)`);

/** The steps of a statement that read a large table from end to end. In the order of an index it may begin to, where it has a limit. */
export function sqliteScans(database: DatabaseSync, sql: string): string[] {
  const isLimited = /\blimit\b/i.test(sql);
  return database
    .prepare(`explain query plan ${sql}`)
    .all()
    .map(({ detail }) => String(detail))
    .filter((step) => SCAN.test(step) && !(isLimited && / USING (?:COVERING )?INDEX /.test(step)));
}
