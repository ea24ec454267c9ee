import type { Selectable } from 'kysely';
import { ReadoutError, SCOPES, type Scope } from '../model/index.ts';
import { type Account, toAccount } from './accounts.ts';
import { type AuditNote, insertAudit } from './audit.ts';
import type { Connection } from './dialect.ts';
import type { TokensTable } from './tables.ts';

/** What a program shows to be let in as an account. Times are ISO. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** So many tokens may an account have. */
const MOST = 50;

/** Stores a token of an account by the hash of its secret. Throws `conflict` where the account has as many as it may. */
export async function insertToken(
  { db }: Connection,
  account: string,
  { id, name, scopes, createdAt, expiresAt }: Token,
  hash: string,
  note: AuditNote,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // Two made at once must not each be the last.
    await transaction.selectFrom('accounts').select('id').where('id', '=', account).forUpdate().execute();
    await transaction
      .deleteFrom('tokens')
      .where('account', '=', account)
      .where('expires_at', '<=', createdAt)
      .execute();
    const others = await transaction.selectFrom('tokens').select('id').where('account', '=', account).execute();
    if (others.length >= MOST)
      throw new ReadoutError('conflict', 'the account has as many tokens as it may:', `${MOST}`, 'take one back first');
    await transaction
      .insertInto('tokens')
      .values({ id, account, name, hash, scopes: scopes.join(' '), created_at: createdAt, expires_at: expiresAt })
      .execute();
    await insertAudit(transaction, [note]);
  });
}

/** The tokens of an account, the newest first. */
export async function listTokens({ db }: Connection, account: string): Promise<Token[]> {
  const rows = await db
    .selectFrom('tokens')
    .selectAll()
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toToken);
}

/** The token of a hash with the account that it is of; undefined where there is none. */
export async function findToken(
  { db }: Connection,
  hash: string,
): Promise<{ readonly account: Account; readonly token: Token } | undefined> {
  const token = await db.selectFrom('tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (token === undefined) return undefined;
  const account = await db.selectFrom('accounts').selectAll().where('id', '=', token.account).executeTakeFirstOrThrow();
  return { account: toAccount(account), token: toToken(token) };
}

/** Takes a token of the account back; false where it has none of this id. */
export async function deleteToken({ db }: Connection, account: string, id: string, note: AuditNote): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('tokens')
      .where('id', '=', id)
      .where('account', '=', account)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await insertAudit(transaction, [note]);
    return true;
  });
}

function toToken({ id, name, scopes, created_at, expires_at }: Selectable<TokensTable>): Token {
  return {
    id,
    name,
    scopes: SCOPES.filter((scope) => scopes.split(' ').includes(scope)),
    createdAt: created_at,
    expiresAt: expires_at,
  };
}
