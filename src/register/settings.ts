import type { Connection } from './dialect.ts';

/** A setting's value; undefined where it was never set. `owner` is whose it is; empty for what is everybody's. */
export async function setting({ db }: Connection, key: string, owner = ''): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value;
}

export async function setSetting({ db }: Connection, key: string, value: string, owner = ''): Promise<void> {
  await db
    .insertInto('settings')
    .values({ owner, key, value })
    .onConflict((conflict) => conflict.columns(['owner', 'key']).doUpdateSet({ value }))
    .execute();
}
