import type pg from 'pg';
import { z } from 'zod';
import { LARGE_TABLES } from '../../src/register/testing/large-tables.ts';
import type { Statement } from './statements.ts';

/** One step of a plan and those below it, as `explain (format json)` tells them. */
interface Step {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly 'Index Cond'?: string | undefined;
  readonly 'Recheck Cond'?: string | undefined;
  readonly Plans?: readonly Step[] | undefined;
}

const Step: z.ZodType<Step> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  'Recheck Cond': z.string().optional(),
  Plans: z.lazy(() => z.array(Step)).optional(),
});
const Answer = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: Step })]) })]);

/** The steps of a statement that read a large table from end to end. In the order of an index it may begin to, below a limit. */
export async function postgresScans(client: pg.ClientBase, { sql, values }: Statement): Promise<string[]> {
  const { rows } = await client.query(`explain (format json) ${sql}`, [...values]);
  const [
    {
      'QUERY PLAN': [{ Plan: plan }],
    },
  ] = Answer.parse(rows);
  return scansIn(plan, false);
}

/** The parts of the indexes of words that hold what there is: documents that are public, standings as who sees everything has them. */
const LARGE_PARTS: readonly string[] = ['search_index_public', 'standing_index_principals'];

function scansIn(step: Step, isLimited: boolean): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', Plans: below = [] } = step;
  const isWhole =
    type.endsWith('Seq Scan') || (type.startsWith('Index') && step['Index Cond'] === undefined && !isLimited);
  const own = isWhole && [...LARGE_TABLES, ...LARGE_PARTS].includes(table) ? [`${type} on ${table}`] : [];
  return [...own, ...below.flatMap((one) => scansIn(one, isLimited || type === 'Limit'))];
}
