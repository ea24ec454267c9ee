import type { Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Tables } from './tables.ts';

interface HasPairLedgers {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

/** What was derived for a pair, and from which revision of its record; undefined where nothing was yet. */
export async function storedLedger(
  { db }: HasPairLedgers,
  pair: string,
): Promise<{ revision: number; data: string } | undefined> {
  return db.selectFrom('pair_ledgers').select(['revision', 'data']).where('pair', '=', pair).executeTakeFirst();
}

/** Keeps what was derived for a pair, unless something newer is there. */
export async function storeLedger({ db }: HasPairLedgers, pair: string, revision: number, data: string): Promise<void> {
  await db
    .insertInto('pair_ledgers')
    .values({ pair, revision, data })
    .onConflict((conflict) =>
      conflict.column('pair').doUpdateSet({ revision, data }).where('pair_ledgers.revision', '<=', revision),
    )
    .execute();
}
