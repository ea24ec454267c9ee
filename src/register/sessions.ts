import { type Account, toAccount } from './accounts.ts';
import { type AuditNote, insertAudit } from './audit.ts';
import type { Connection } from './dialect.ts';

/** A session by the hash of what the browser keeps, with the account that it is of. Times are ISO. */
export interface StoredSession {
  readonly account: Account;
  readonly createdAt: string;
  readonly seenAt: string;
}

/** Opens a session of an account. */
export async function insertSession({ db }: Connection, id: string, account: string, note: AuditNote): Promise<void> {
  const at = new Date().toISOString();
  await db.transaction().execute(async (transaction) => {
    await transaction.insertInto('sessions').values({ id, account, created_at: at, seen_at: at }).execute();
    await transaction.updateTable('accounts').set({ last_log_in: at }).where('id', '=', account).execute();
    await insertAudit(transaction, [note]);
  });
}

/** The session of a hash; undefined where there is none. */
export async function findSession({ db }: Connection, id: string): Promise<StoredSession | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .where('sessions.id', '=', id)
    .selectAll('accounts')
    .select(['sessions.created_at as opened_at', 'sessions.seen_at'])
    .executeTakeFirst();
  return row === undefined ? undefined : { account: toAccount(row), createdAt: row.opened_at, seenAt: row.seen_at };
}

/** Notes that the session is in use. */
export async function touchSession({ db }: Connection, id: string, seenAt: string): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: seenAt }).where('id', '=', id).execute();
}

/** Deletes the sessions of all that are over, by when they were opened or last seen, and the tokens whose time is. */
export async function deleteEnded(
  { db }: Connection,
  { created, seen }: { readonly created: string; readonly seen: string },
): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((the) => the.or([the('created_at', '<', created), the('seen_at', '<', seen)]))
    .execute();
  await db.deleteFrom('tokens').where('expires_at', '<=', new Date().toISOString()).execute();
}

/** Ends a session; false where there is none. */
export async function deleteSession({ db }: Connection, id: string, note?: AuditNote): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction.deleteFrom('sessions').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    if (note !== undefined) await insertAudit(transaction, [note]);
    return true;
  });
}
