import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Connection } from './dialect.ts';

/** So many tries of so many seconds, counted in the database, so that all servers on it share the count. */
export interface Limit {
  /** Counts a try of a key; false, with the seconds to wait, where there were too many. */
  consume(key: string): Promise<{ readonly allowed: boolean; readonly wait: number }>;
  /** Gives a try back. */
  reward(key: string): Promise<void>;
}

/** A limit on log-ins by what `prefix` names. */
export function logInLimit({ db }: Connection, prefix: string, points: number, seconds: number): Limit {
  const limiter = new RateLimiterPostgres({
    storeClient: {
      query: ({ text, values }: { text: string; values: readonly unknown[] }) =>
        db.executeQuery(CompiledQuery.raw(text, [...values])).then(({ rows, numAffectedRows }) => ({
          rows,
          rowCount: Number(numAffectedRows ?? rows.length),
        })),
    },
    storeType: 'pool',
    tableName: 'log_in_limits',
    tableCreated: true,
    keyPrefix: prefix,
    points,
    duration: seconds,
  });
  return {
    async consume(key) {
      try {
        await limiter.consume(digestOf(key));
        return { allowed: true, wait: 0 };
      } catch (cause) {
        if (cause instanceof RateLimiterRes) return { allowed: false, wait: Math.ceil(cause.msBeforeNext / 1000) };
        throw cause;
      }
    },
    reward: async (key) => void (await limiter.reward(digestOf(key))),
  };
}

/** Keys are what people typed, of any length and with any signs in it, now and then a password. */
function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
