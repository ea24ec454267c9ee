import { randomUUID } from 'node:crypto';
import { ReadoutError } from '../../model/index.ts';
import {
  type Account,
  findAccount,
  insertAccount,
  insertAudit,
  insertSession,
  type Limit,
  logInLimit,
  type OidcIdentity,
  type Register,
} from '../../register/index.ts';
import { isReserved, plainName } from './administer.ts';
import { isPassword } from './passwords.ts';
import { placeOf } from './places.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { Accounts, LoggedIn, OidcPerson } from './types.ts';

/** Tries that fail, in a quarter of an hour: of one name from anywhere, and from one address with any name. */
const TRIES_OF_NAME = 10;
const TRIES_FROM_ADDRESS = 50;
const SPAN = 15 * 60;

export interface LogIns extends Pick<Accounts, 'logIn' | 'logInWithOidc'> {
  /** The account whose name and password these are. Throws `unauthorized` and `too-many-requests`, and writes that into the log. */
  requirePassword(name: string, password: string, address: string | undefined): Promise<Account>;
}

/** How people log in. */
export function logInsOf(register: Register): LogIns {
  const ofName = logInLimit(register, 'name', TRIES_OF_NAME, SPAN);
  const fromAddress = logInLimit(register, 'address', TRIES_FROM_ADDRESS, SPAN);

  async function requirePassword(given: string, password: string, address: string | undefined): Promise<Account> {
    const name = plainName(given).slice(0, 200);
    const tries: readonly (readonly [Limit, string])[] = [
      [ofName, name],
      ...(address === undefined ? [] : [[fromAddress, placeOf(address)] as const]),
    ];
    const refuse = async (reason: string, error: ReadoutError): Promise<never> => {
      await insertAudit(register.db, [{ who: name, address, action: 'log-in-refused', detail: { reason } }]);
      throw error;
    };
    // Counted before the password is looked at, so that many tries at once are many tries.
    const counts = await Promise.all(tries.map(([limit, key]) => limit.consume(key)));
    const wait = Math.max(...counts.map((count) => count.wait));
    if (counts.some(({ allowed }) => !allowed)) return refuse('too-many-tries', tooMany(wait));
    const found = await findAccount(register, { name });
    const isRight = await isPassword(password, found?.password);
    if (found === undefined || !isRight) return refuse('wrong', wrong());
    if (!found.account.active) return refuse('inactive', wrong());
    await Promise.all(tries.map(([limit, key]) => limit.reward(key)));
    return found.account;
  }

  return {
    requirePassword,
    logIn: async (name, password, address) =>
      openSession(register, await requirePassword(name, password, address), address, 'password'),
    logInWithOidc: async (person, address) => {
      // By who the provider says it is, never by the name that it wishes for.
      const identity = { issuer: person.issuer, subject: person.subject };
      const account =
        (await findAccount(register, { identity }))?.account ?? (await addPerson(register, person, identity));
      if (account.active) return openSession(register, account, address, 'oidc');
      const detail = { reason: 'inactive' };
      await insertAudit(register.db, [{ who: account.name, address, action: 'log-in-refused', detail }]);
      throw new ReadoutError('unauthorized', 'the account is not active:', account.name, 'ask an administrator');
    },
  };
}

async function openSession(
  register: Register,
  account: Account,
  address: string,
  by: 'password' | 'oidc',
): Promise<LoggedIn> {
  const session = newSecret();
  const note = { who: account.name, address, action: 'log-in', subject: account.id, detail: { by } } as const;
  await insertSession(register, hashOfSecret(session), account.id, note);
  return { account, session };
}

/** Somebody who comes for the first time reads what is public, until an administrator says more. A name that is taken gets a number. */
async function addPerson(
  register: Register,
  person: Pick<OidcPerson, 'name' | 'fullName'>,
  identity: OidcIdentity,
): Promise<Account> {
  const wished =
    plainName(person.name)
      .replaceAll(/[^\p{L}\p{N}._@+-]/gu, '-')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .slice(0, 90) || 'person';
  for (let count = 1; ; count++) {
    const name = count === 1 ? wished : `${wished}-${count}`;
    if (isReserved(name) || (await findAccount(register, { name })) !== undefined) continue;
    const id = randomUUID();
    return insertAccount(
      register,
      { id, name, fullName: person.fullName, role: 'reader', clearance: 'public', identity },
      {
        who: name,
        action: 'account-added',
        subject: id,
        detail: { name, role: 'reader', clearance: 'public', issuer: identity.issuer },
      },
    );
  }
}

/** One answer for a wrong name, a wrong password and an account that is not active. */
function wrong(): ReadoutError {
  return new ReadoutError(
    'unauthorized',
    'name or password is wrong',
    '',
    'try again, or ask an administrator for a new password',
  );
}

/** The value of the fault is the number of seconds to wait. */
function tooMany(wait: number): ReadoutError {
  const seconds = String(Math.max(1, wait));
  return new ReadoutError(
    'too-many-requests',
    'too many tries to log in; the seconds to wait:',
    seconds,
    'try again then',
  );
}
