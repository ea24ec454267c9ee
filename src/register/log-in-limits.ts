import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Connection } from './dialect.ts';

/** What became of a try: where there were too many, the seconds to wait, and whether it is the first that is too many. */
export type Counted =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly wait: number; readonly isFirst: boolean };

/** So many tries of so many seconds, counted in the database, so that all servers on it share the count. */
export interface Limit {
  /** Counts a try of a key. */
  consume(key: string): Promise<Counted>;
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
        return { allowed: true };
      } catch (cause) {
        if (!(cause instanceof RateLimiterRes)) throw cause;
        const wait = Math.ceil(cause.msBeforeNext / 1000);
        return { allowed: false, wait, isFirst: cause.consumedPoints === points + 1 };
      }
    },
    reward: async (key) => void (await limiter.reward(digestOf(key))),
  };
}

/** Keys are what people typed, of any length and with any signs in it, now and then a password. */
function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
