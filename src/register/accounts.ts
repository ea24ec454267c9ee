import type { Kysely, Selectable } from 'kysely';
import { type Marking, markingOfRank, markingRank, ReadoutError, ROLES, type Role } from '../model/index.ts';
import { type AuditNote, insertAudit } from './audit.ts';
import type { Connection } from './dialect.ts';
import type { AccountsTable, Tables } from './tables.ts';

/** Who may log in. */
export interface Account {
  readonly id: string;
  /** In lower case. */
  readonly name: string;
  readonly fullName?: string;
  readonly role: Role;
  readonly clearance: Marking;
  readonly active: boolean;
  /** Whether it logs in through the provider of OpenID Connect. */
  readonly oidc: boolean;
  readonly createdAt: string;
  readonly lastLogIn?: string;
}

/** Who a person is to the provider of OpenID Connect. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly fullName?: string | undefined;
  readonly role: Role;
  readonly clearance: Marking;
  /** As hashed; absent where the account logs in elsewhere. */
  readonly password?: string | undefined;
  readonly identity?: OidcIdentity | undefined;
}

/** What of an account can be changed. */
export interface AccountChange {
  readonly fullName?: string | undefined;
  readonly role?: Role | undefined;
  readonly clearance?: Marking | undefined;
  readonly active?: boolean | undefined;
}

/** All accounts, by name. */
export async function listAccounts({ db }: Connection): Promise<Account[]> {
  return (await db.selectFrom('accounts').selectAll().orderBy('name').execute()).map(toAccount);
}

/** The account of an id, a name or an identity, with its hashed password; undefined where there is none. */
export async function findAccount(
  { db }: Connection,
  by: { readonly id: string } | { readonly name: string } | { readonly identity: OidcIdentity },
): Promise<{ readonly account: Account; readonly password: string | undefined } | undefined> {
  let query = db.selectFrom('accounts').selectAll();
  if ('id' in by) query = query.where('id', '=', by.id);
  else if ('name' in by) query = query.where('name', '=', by.name);
  else query = query.where('oidc_issuer', '=', by.identity.issuer).where('oidc_subject', '=', by.identity.subject);
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : { account: toAccount(row), password: row.password ?? undefined };
}

/** Adds an account. Throws `conflict` where the name is taken. */
export async function insertAccount({ db }: Connection, account: NewAccount, note: AuditNote): Promise<Account> {
  const { id, name, fullName, role, clearance, password, identity } = account;
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .insertInto('accounts')
      .values({
        id,
        name,
        full_name: fullName ?? null,
        role,
        clearance: markingRank(clearance),
        active: 1,
        password: password ?? null,
        oidc_issuer: identity?.issuer ?? null,
        oidc_subject: identity?.subject ?? null,
        created_at: new Date().toISOString(),
      })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined)
      throw new ReadoutError('conflict', 'there is an account already of the name', name, 'choose another');
    await insertAudit(transaction, [note]);
    return toAccount(row);
  });
}

/**
 * Changes an account; one that is made inactive loses its sessions and tokens. Throws `not-found`, and `conflict` where no active
 * administrator would be left.
 */
export async function updateAccount(
  { db }: Connection,
  id: string,
  { fullName, role, clearance, active }: AccountChange,
  note: AuditNote,
): Promise<Account> {
  return db.transaction().execute(async (transaction) => {
    const administrators = await lockAdministrators(transaction);
    const row = await transaction
      .updateTable('accounts')
      .set({
        id,
        ...(fullName === undefined ? {} : { full_name: fullName === '' ? null : fullName }),
        ...(role === undefined ? {} : { role }),
        ...(clearance === undefined ? {} : { clearance: markingRank(clearance) }),
        ...(active === undefined ? {} : { active: active ? 1 : 0 }),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw noAccount(id);
    const administers = row.active === 1 && row.role === 'administrator';
    if (!administers && administrators.length === 1 && administrators[0] === id)
      throw new ReadoutError('conflict', 'this is the last active administrator:', row.name, 'make another one first');
    if (row.active === 0)
      for (const table of ['sessions', 'tokens'] as const)
        await transaction.deleteFrom(table).where('account', '=', id).execute();
    await insertAudit(transaction, [note]);
    return toAccount(row);
  });
}

/** The ids of the active administrators; two changes at once must not each rely on the other. */
async function lockAdministrators(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Sets the hashed password. Whoever sets their own keeps the session that they do it in and their tokens; set by somebody else, it ends all.
 * Throws `not-found`.
 */
export async function updatePassword(
  { db }: Connection,
  id: string,
  password: string,
  by: { readonly kind: 'self'; readonly session: string | undefined } | { readonly kind: 'other' },
  note: AuditNote,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('accounts')
      .set({ password })
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw noAccount(id);
    await transaction
      .deleteFrom('sessions')
      .where('account', '=', id)
      .where('id', '!=', (by.kind === 'self' ? by.session : undefined) ?? '')
      .execute();
    if (by.kind === 'other') await transaction.deleteFrom('tokens').where('account', '=', id).execute();
    await insertAudit(transaction, [note]);
  });
}

/** The fault of an id that no account has. */
export function noAccount(id: string): ReadoutError {
  return new ReadoutError('not-found', 'no such account:', id, 'list the accounts to see them');
}

/** The row as an account. */
export function toAccount(row: Selectable<AccountsTable>): Account {
  const { id, name, full_name, role, clearance, active, oidc_issuer, created_at, last_log_in } = row;
  return {
    id,
    name,
    ...(full_name === null ? {} : { fullName: full_name }),
    role: ROLES.find((known) => known === role) ?? 'reader',
    clearance: clearance < 0 ? 'public' : markingOfRank(clearance),
    active: active === 1,
    oidc: oidc_issuer !== null,
    createdAt: created_at,
    ...(last_log_in === null ? {} : { lastLogIn: last_log_in }),
  };
}
