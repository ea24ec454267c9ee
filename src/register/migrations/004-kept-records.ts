import type { Migration } from './index.ts';

/** Records of large pairs as they were derived, so that they need not be derived anew after each start. */
export const keptRecords: Migration = {
  name: '004-kept-records',
  async up(db, { text, bytes, protection }) {
    await db.schema
      .createTable('kept_records')
      .addColumn('clearance', 'smallint', (column) => column.notNull())
      .addColumn('pair', text, (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('version', text, (column) => column.notNull())
      .addColumn('data', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('kept_records_key', ['clearance', 'pair'])
      .execute();
    await protection.keepRecords(db);
  },
};
