import type pg from 'pg';
import { LARGE_TABLES } from '../../src/register/testing/large-tables.ts';

/** A place in which the numbers of documents of one copy stand apart from those of the next. */
const STEP = 1000;
/** `FINDINGS_A_DOCUMENT` of the register: the numbers of findings follow from those of their documents. */
const FINDINGS = 65_536;
/** The same for the numbers of standings. */
const STANDINGS = 10_000;

/** What a copy has in a column, by its name, else by that of its table and column; as it is where nothing is said. `n` is the copy's number. */
const COPIED: Readonly<Record<string, string>> = {
  'documents.seq': `seq + n * ${STEP}`,
  'findings.seq': `seq + n * ${STEP * FINDINGS}`,
  document: `document + n * ${STEP}`,
  finding: `finding + n * ${STEP * FINDINGS}`,
  id: `'copy-' || n || '-' || id`,
  a: `'copy-' || n || '-' || a`,
  b: `'copy-' || n || '-' || b`,
  block: 'block + n',
  pair: `case when n % 100 = 0 then pair else pair || n % 500 end`,
  actor: `case when n % 20 = 0 then actor else actor || n % 200 end`,
  date: `case when date = '' then '' else to_char(date::date - (n % 4000)::int, 'YYYY-MM-DD') end`,
  published_at: `case when published_at = '' then '' else to_char(published_at::date - (n % 4000)::int, 'YYYY-MM-DD') end`,
  'documents.text': `''`,
  'readings.data': `'{}'`,
  'entries.data': `'{}'`,
  'lemmas.lemmas': `''`,
  'findings.item': `'{}'`,
  'findings.mention': `'{}'`,
  'standings.seq': `seq + n * ${STANDINGS}`,
  standing: `standing + n * ${STANDINGS}`,
  commitment: `'copy-' || n || '-' || commitment`,
  made: `case when made = '' then '' else to_char(made::date - (n % 4000)::int, 'YYYY-MM-DD') end`,
  deadline: `case when deadline = '' then '' else to_char(deadline::date - (n % 4000)::int, 'YYYY-MM-DD') end`,
  party: `case when n % 20 = 0 then party else party || n % 200 end`,
  'standing_index.lemmas': `case when n % 20 = 0 then lemmas else ('copy' || n % 500)::tsvector end`,
  'search_index.lemmas': `case when n % 20 = 0 then lemmas else ('copy' || n % 500)::tsvector end`,
};

/** Of documents there are so many copies; of other things, which are many more, the first have enough. */
const COPIES = 1500;
const COPIES_OF: Readonly<Record<string, number>> = {
  findings: 700,
  finding_pairs: 700,
  finding_areas: 700,
  links: 700,
  standings: 700,
  standing_spans: 700,
  standing_areas: 700,
  standing_parties: 700,
  standing_index: 700,
  document_blocks: 50,
  finding_blocks: 50,
};

/** Makes 20,000 documents of the fourteen examples, with all that belongs to them, and lets the planner count what there is. */
export async function enlarge(client: pg.ClientBase): Promise<void> {
  // Spares the checks of foreign keys: the copies keep what the originals keep.
  await client.query(`set session_replication_role = replica`);
  for (const table of LARGE_TABLES) {
    const { rows } = await client.query(
      `select column_name from information_schema.columns where table_name = $1 order by ordinal_position`,
      [table],
    );
    const columns = rows.map((row) => String(row.column_name));
    const values = columns.map((column) => COPIED[`${table}.${column}`] ?? COPIED[column] ?? column);
    await client.query(
      `insert into ${table} (${columns.join(', ')})
        select ${values.join(', ')} from ${table}, generate_series(1::bigint, ${COPIES_OF[table] ?? COPIES}) as n`,
    );
  }
  await client.query(`set session_replication_role = default`);
  await client.query('analyze');
}
