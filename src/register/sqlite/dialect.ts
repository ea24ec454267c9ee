import { sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { sqliteProtection } from './protection.ts';
import { sqliteIndex } from './search.ts';

export const sqlite: Dialect = {
  kind: 'sqlite',
  search: sqliteIndex('search_index'),
  standingSearch: sqliteIndex('standing_index'),
  protection: sqliteProtection,
  text: sql`text`,
  bytes: sql`blob`,
  counter: sql`integer primary key autoincrement`,
  keyOnly: sql`without rowid`,
  async lockSchema() {
    // Every transaction begins with the write lock.
  },
  async backUp(db, file) {
    await sql`vacuum into ${file}`.execute(db);
  },
};
