import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Protection } from '../dialect.ts';
import { OF_DOCUMENT, OF_FINDING } from '../marked-tables.ts';
import type { Tables } from '../tables.ts';

/** A file has no users: markings are labels, and triggers let them follow. */
export const sqliteProtection: Protection = {
  async followMarkings(db) {
    await createTrigger(db, 'documents_marking', 'update of marking on documents', [
      ...OF_DOCUMENT.map((table) => sql`update ${sql.table(table)} set marking = new.marking where document = new.seq`),
      ...OF_FINDING.map(
        (table) => sql`update ${sql.table(table)} set marking = new.marking
          where finding in (select seq from findings where document = new.seq)`,
      ),
      ...['a', 'b'].map(
        (end) => sql`update links set marking = ${highestOf([documentOf(sql`a`), documentOf(sql`b`)])}
          where ${sql.ref(end)} = new.id or ${sql.ref(end)} > new.id || '#' and ${sql.ref(end)} < new.id || '$'`,
      ),
      sql`update decisions set marking = max(own_marking, ${highestOf(NAMED)}) where new.id in (${sql.join(NAMED)})`,
      sql`update audit_log set marking = max(new.marking, ${audited})
        where subject = new.id or subject > new.id || '#' and subject < new.id || '$'`,
      sql`update audit_log set marking = ${audited}
        where subject in (select subject from decisions where new.id in (${sql.join(NAMED)}))
          and json_extract(detail, '$.decision') in (select id from decisions where new.id in (${sql.join(NAMED)}))`,
    ]);
    await createTrigger(db, 'decisions_marking', 'insert on decisions', [
      sql`update decisions set marking = max(own_marking, ${highestOf(NAMED)}) where seq = new.seq`,
    ]);
  },
  async keepLog(db) {
    const columns = ['seq', 'at', 'who', 'action', 'subject', 'detail', 'address'];
    const refused = sql`select raise(abort, 'rows of the log are only added')`;
    await createTrigger(db, 'audit_log_update', `update of ${columns.join(', ')} on audit_log`, [refused], 'before');
    await createTrigger(db, 'audit_log_delete', 'delete on audit_log', [refused], 'before');
  },
  async keepStandings() {
    // All standings are of the one clearance that a file is seen with.
  },
  async keepRecords() {
    // So are all records.
  },
};

/** A row about a decision has the decision's marking. */
const audited = sql`coalesce((select marking from decisions where id = json_extract(detail, '$.decision')), 0)`;

/** The documents that a decision names. */
const NAMED = [
  documentOf(sql`decisions.subject`),
  ...['with', 'from', 'to'].map((key) => documentOf(sql`json_extract(decisions.payload, ${sql.lit(`$.${key}`)})`)),
];

/** The id of a finding begins with its document's. */
function documentOf(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`substr(${id}, 1, instr(${id} || '#', '#') - 1)`;
}

function highestOf(documents: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`coalesce((select max(documents.marking) from documents where documents.id in (${sql.join(documents)})), 0)`;
}

async function createTrigger(
  db: Kysely<Tables>,
  name: string,
  event: string,
  statements: readonly RawBuilder<unknown>[],
  when: 'before' | 'after' = 'after',
): Promise<void> {
  const body = sql.join(statements, sql`; `);
  await sql`create trigger ${sql.ref(name)} ${sql.raw(`${when} ${event}`)} begin ${body}; end`.execute(db);
}
