import { randomUUID } from 'node:crypto';
import { ReadoutError } from '../../model/index.ts';
import {
  type Account,
  deleteEnded,
  findAccount,
  insertAccount,
  insertAudit,
  insertSession,
  type OidcIdentity,
  type Register,
} from '../../register/index.ts';
import { isReserved, plainName } from './administer.ts';
import { tryCounter } from './log-in-limits.ts';
import { isPassword } from './passwords.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import { endOfSessions } from './sessions.ts';
import type { Accounts, LoggedIn, OidcPerson } from './types.ts';

export interface LogIns extends Pick<Accounts, 'logIn' | 'logInWithOidc' | 'noteRefusal'> {
  /** The account whose name and password these are. Throws `unauthorized` and `too-many-requests`, and writes that into the log. */
  requirePassword(name: string, password: string, address: string | undefined): Promise<Account>;
}

/** How people log in. */
export function logInsOf(register: Register): LogIns {
  const tries = tryCounter(register);

  async function requirePassword(given: string, password: string, address: string | undefined): Promise<Account> {
    const name = plainName(given).slice(0, 200);
    const note = (reason: string): Promise<void> =>
      insertAudit(register.db, [{ who: name, address, action: 'log-in-refused', detail: { reason } }]);
    const counted = await tries.count(name, address);
    if (!counted.allowed) {
      // Once for all that come after it: whoever is refused could fill the log otherwise.
      if (counted.isFirst) await note('too-many-tries');
      throw tooMany(counted.wait);
    }
    const found = await findAccount(register, { name });
    const isRight = await isPassword(password, found?.password).catch(async (cause: unknown) => {
      await tries.giveBack(name, address);
      throw cause;
    });
    if (found?.account.active === true && isRight) {
      await tries.giveBack(name, address);
      return found.account;
    }
    await note(isRight ? 'inactive' : 'wrong');
    throw wrong();
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
    noteRefusal: async (address) => {
      const { allowed } = await tries.countRefusal(address);
      if (allowed)
        await insertAudit(register.db, [{ who: '', address, action: 'log-in-refused', detail: { by: 'oidc' } }]);
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
  await deleteEnded(register, endOfSessions());
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
