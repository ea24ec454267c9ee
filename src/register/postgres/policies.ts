import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** The clearance of a connection, which it gets at its start and keeps; null, and so nothing is seen, where it has none. */
export const CLEARANCE = `nullif(current_setting('readout.clearance', true), '')::smallint`;

/** Lets connections see and write only rows for which the condition holds; also those of the tables' owner, who is the one that serves. */
export async function permit(db: Kysely<Tables>, table: string, condition: string): Promise<void> {
  for (const statement of [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_clearance on ${table} using (${condition})`,
  ])
    await sql.raw(statement).execute(db);
}
