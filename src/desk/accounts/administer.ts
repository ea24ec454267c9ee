import { randomUUID } from 'node:crypto';
import { type Marking, maySee, ReadoutError } from '../../model/index.ts';
import {
  type Account,
  type AccountChange,
  findAccount,
  insertAccount,
  noAccount,
  type Register,
  updateAccount,
  updatePassword,
} from '../../register/index.ts';
import type { LogIns } from './log-in.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { hashOfSecret } from './secrets.ts';
import type { AccountRequest, Actor } from './types.ts';

/** Adds an account, with a password where it is to log in by name. */
export async function addAccount(
  register: Register,
  { name, fullName, role, clearance, password }: AccountRequest,
  by: Actor,
): Promise<Account> {
  requireReach(by, clearance);
  const plain = requireName(name);
  if (password !== undefined) requireGoodPassword(password);
  const hash = password === undefined ? undefined : await hashPassword(password);
  const id = randomUUID();
  return insertAccount(
    register,
    { id, name: plain, fullName: fullName?.trim() || undefined, role, clearance, password: hash },
    { who: by.name, action: 'account-added', subject: id, detail: { name: plain, role, clearance } },
  );
}

export async function changeAccount(
  register: Register,
  id: string,
  change: AccountChange,
  by: Actor,
): Promise<Account> {
  const { role, clearance, active } = change;
  requireReach(by, (await requireAccount(register, id)).clearance);
  if (clearance !== undefined) requireReach(by, clearance);
  const detail = { role, clearance, active };
  return updateAccount(register, id, change, { who: by.name, action: 'account-changed', subject: id, detail });
}

export async function setPassword(register: Register, id: string, password: string, by: Actor): Promise<void> {
  requireReach(by, (await requireAccount(register, id)).clearance);
  requireGoodPassword(password);
  const note = { who: by.name, action: 'password-changed', subject: id } as const;
  await updatePassword(register, id, await hashPassword(password), { kind: 'other' }, note);
}

/** Who could raise others, or set their passwords, could log in as them. */
function requireReach(by: Actor, clearance: Marking): void {
  if (maySee(by.clearance, clearance)) return;
  throw new ReadoutError(
    'forbidden',
    'nobody gives a clearance above their own, or changes an account that has one:',
    clearance,
    'ask somebody who is cleared for it',
  );
}

/** The account of an id. Throws `not-found`. */
export async function requireAccount(register: Register, id: string): Promise<Account> {
  const found = await findAccount(register, { id });
  if (found === undefined) throw noAccount(id);
  return found.account;
}

/** Whoever knows the old password sets a new one; wrong ones count as tries of logging in. */
export async function changePassword(
  register: Register,
  { requirePassword }: Pick<LogIns, 'requirePassword'>,
  { id, old, password, session }: { id: string; old: string; password: string; session: string | undefined },
): Promise<void> {
  requireGoodPassword(password);
  const { name } = await requireAccount(register, id);
  await requirePassword(name, old, undefined);
  const note = { who: name, action: 'password-changed', subject: id } as const;
  const kept = session === undefined ? undefined : hashOfSecret(session);
  await updatePassword(register, id, await hashPassword(password), { kind: 'self', session: kept }, note);
}

/** Under this name the log has what is done where nobody logs in: on the command line. */
const NOBODY = 'user';

/** A name in the form in which it is stored. Throws `bad-input`. */
function requireName(name: string): string {
  const plain = plainName(name);
  if (/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u.test(plain) && !isReserved(plain)) return plain;
  throw new ReadoutError(
    'bad-input',
    'not a name for an account:',
    name,
    'take letters and digits, and . _ @ + - between them',
  );
}

/** Whether a name stands for something else in the log, so that no account may have it. */
export function isReserved(name: string): boolean {
  return name === NOBODY;
}

/** Names are told apart by letters, not by how they are written. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase();
}
