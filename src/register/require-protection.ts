import { type Kysely, sql } from 'kysely';
import { type Marking, markingRank, ReadoutError } from '../model/index.ts';
import type { Connection } from './dialect.ts';
import type { Tables } from './tables.ts';

/**
 * Shows that the database keeps apart what different clearances may see. Throws `unsupported` where it cannot: in a file, for a role that
 * passes over the policies, through something that takes the clearance away from the connections, or where tables are without their policies,
 * as after a copy that was brought back without them.
 */
export async function requireProtection({ db, dialect }: Connection, clearance: Marking): Promise<void> {
  if (dialect.kind !== 'postgres')
    throw unprotected('accounts need a register in PostgreSQL', 'name one with --database postgres://…');
  const { rows } = await sql<{ exempt: boolean; clearance: string | null }>`
    select rolsuper or rolbypassrls as exempt, current_setting('readout.clearance', true) as clearance
    from pg_roles where rolname = current_user`.execute(db);
  if (rows[0]?.exempt !== false)
    throw unprotected(
      'accounts need a database role that row-level security holds for; this one is a superuser or has BYPASSRLS',
      'make one (create role readout login; create database readout owner readout) and connect as it',
    );
  if (rows[0].clearance !== String(markingRank(clearance)))
    throw unprotected(
      'the connections to the database lose the clearance that they start with',
      'connect to PostgreSQL itself, not through a pooler',
    );
  const open = await openTables(db);
  if (open.length > 0)
    throw unprotected(
      'tables of the register are not under row-level security, or not under its policy alone:',
      'bring the register back from a copy that has its policies (docs/accounts.md tells how to make one)',
      open.join(', '),
    );
}

/** The tables of the register's schema that are not kept apart as they were made to be. */
async function openTables(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migrations'
      and not (relrowsecurity and relforcerowsecurity
        and array(select polname::text from pg_policy where polrelid = pg_class.oid) = array[relname || '_clearance'])
    order by relname`.execute(db);
  return rows.map(({ name }) => name);
}

function unprotected(what: string, remedy: string, value = ''): ReadoutError {
  return new ReadoutError('unsupported', what, value, remedy);
}
