import { PostgresDialect, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { type Marking, markingRank } from '../../model/index.ts';

/** Types by their number in PostgreSQL's catalogue: `pg` gives big integers as strings and days as local midnights. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number,
  1082: String,
  1114: String,
  1184: String,
  1700: Number,
};

/** A Kysely dialect on `pg`, for a URL such as `postgres://user@host/readout`, whose connections see what a clearance allows. */
export function postgresDialect(url: string, clearance: Marking): PostgresDialect {
  const pool = new pg.Pool({ connectionString: withClearance(url, clearance), max: 10, types: { getTypeParser } });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new TextDialect({ pool });
}

/** PostgreSQL keeps no text with a NUL in it: the sign for what cannot be read stands in its place, so that offsets stay. */
class TextCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(typeof parameter === 'string' ? parameter.replaceAll('\0', '\ufffd') : parameter);
  }
}

class TextDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new TextCompiler();
  }
}

/** The clearance is a setting that each connection starts with; the policies of the tables look at it. */
function withClearance(url: string, clearance: Marking): string {
  const address = new URL(url);
  const given = address.searchParams.get('options') ?? '';
  // The last one counts, so that what the URL says cannot raise it.
  address.searchParams.set('options', `${given} -c readout.clearance=${markingRank(clearance)}`.trim());
  return address.href;
}

function getTypeParser(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return PARSERS[type] ?? pg.types.getTypeParser(type, format ?? 'text');
}
