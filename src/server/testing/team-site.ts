import { type Account, type Accounts, accountsOf, closeDesk, type Desk, openDesk } from '../../desk/index.ts';
import { startPostgres } from '../../desk/testing.ts';
import { MARKINGS, type Marking, ROLES, type Role } from '../../model/index.ts';
import type { App } from '../http/env.ts';
import { type AppOptions, createApp } from '../index.ts';

/** Who keeps the server: the command line. */
export const OPERATOR = { name: 'operator', clearance: 'principals' } as const;

/** Somebody who is logged in, or nobody. */
export interface Person {
  readonly role: Role | 'nobody';
  readonly clearance: Marking;
  readonly account: Account | undefined;
  /** What their browser or program sends with each request. */
  readonly headers: Readonly<Record<string, string>>;
}

export const NOBODY: Person = { role: 'nobody', clearance: 'public', account: undefined, headers: {} };

/** A register in PostgreSQL with accounts, and the site over it. */
export interface TeamSite {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly app: App;
  readonly faults: readonly unknown[];
  /** A new account that is logged in. */
  person(role: Role, clearance: Marking): Promise<Person>;
  /** One of every role and clearance, and nobody. */
  everybody(): Promise<readonly Person[]>;
  close(): Promise<void>;
}

/** Opens the site; undefined where no PostgreSQL is installed. */
export async function teamSite(options: Omit<AppOptions, 'accounts' | 'log'> = {}): Promise<TeamSite | undefined> {
  const server = await startPostgres();
  if (server === undefined) {
    console.warn('tests of accounts are skipped: no PostgreSQL is installed (apt-get install postgresql)');
    return undefined;
  }
  const desk = await openDesk({ database: await server.newDatabase() });
  const accounts = await accountsOf(desk);
  const faults: unknown[] = [];
  let count = 0;
  // Through a provider: the work of hashing a password would be the most of a test's time.
  const person = async (role: Role, clearance: Marking): Promise<Person> => {
    const name = `${role}-${clearance}-${count++}`;
    const { account, session } = await accounts.logInWithOidc(
      { issuer: 'https://provider.example', subject: name, name },
      '',
    );
    return {
      role,
      clearance,
      account: await accounts.change(account.id, { role, clearance }, OPERATOR),
      headers: { cookie: `__Host-session=${session}` },
    };
  };
  return {
    desk,
    accounts,
    app: createApp(desk, { ...options, accounts, log: (error) => faults.push(error) }),
    faults,
    person,
    async everybody() {
      const people: Person[] = [];
      for (const clearance of MARKINGS) for (const role of ROLES) people.push(await person(role, clearance));
      return [...people, NOBODY];
    },
    async close() {
      await closeDesk(desk);
      await server.stop();
    },
  };
}
