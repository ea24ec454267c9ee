import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** Types by their number in PostgreSQL's catalogue: `pg` gives big integers as strings and days as local midnights. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number,
  1082: String,
  1114: String,
  1184: String,
  1700: Number,
};

/** A Kysely dialect on `pg`, for a URL such as `postgres://user@host/readout`. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({ connectionString: url, max: 10, types: { getTypeParser } });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

function getTypeParser(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return PARSERS[type] ?? pg.types.getTypeParser(type, format ?? 'text');
}
