import { type Command, Option } from 'commander';
import type { Account, Accounts, Desk } from '../../desk/index.ts';
import { HIGHEST_MARKING, type Marking, parseMarking, ReadoutError, ROLES, type Role } from '../../model/index.ts';
import { type DatabaseOptions, withDatabase } from '../options.ts';
import { colours, writeJson, writeLine } from '../output.ts';
import { askPassword } from '../password.ts';
import { withDesk } from '../with-desk.ts';

interface AddOptions extends DatabaseOptions {
  readonly role: Role;
  readonly clearance: Marking;
  readonly fullName?: string;
}

interface ChangeOptions extends DatabaseOptions {
  readonly role?: Role;
  readonly clearance?: Marking;
  readonly fullName?: string;
  readonly active?: boolean;
}

export function accountsCommand(program: Command): void {
  const accounts = program
    .command('accounts')
    .description('keep the accounts of those who log in to a server (PostgreSQL only)')
    .addHelpText('after', EXAMPLES);
  withDatabase(accounts.command('list', { isDefault: true }).description('print the accounts'))
    .option('--json', 'print them as JSON Lines')
    .action(listAccounts);
  withDatabase(withRights(accounts.command('add').description('add an account; its password is asked for'), true))
    .argument('<name>', 'the name to log in with')
    .action(addAccount);
  withDatabase(withRights(accounts.command('change').description('change what an account may do and see'), false))
    .argument('<name>', 'the name of the account')
    .option('--active', 'let it log in again')
    .option('--inactive', 'let it in no longer, and end its sessions and tokens')
    .action((name: string, { inactive, ...options }: ChangeOptions & { inactive?: boolean }) =>
      changeAccount(name, inactive === true ? { ...options, active: false } : options),
    );
  withDatabase(accounts.command('password').description('give an account a new password, which is asked for'))
    .argument('<name>', 'the name of the account')
    .action(setPassword);
}

const EXAMPLES = `
Examples:
  readout accounts add aida --role administrator --clearance principals
  readout accounts change aida --clearance delegation
  readout accounts password aida < password.txt
`;

function withRights(command: Command, isNew: boolean): Command {
  const role = new Option('--role <role>', 'what it may do').choices(ROLES);
  const clearance = new Option('--clearance <marking>', 'up to which marking it sees').argParser(parseMarking);
  return command
    .addOption(isNew ? role.default('reader') : role)
    .addOption(isNew ? clearance.default('public') : clearance)
    .option('--full-name <words>', 'whose it is');
}

async function withAccounts(
  { database }: DatabaseOptions,
  work: (accounts: Accounts, desk: Desk) => Promise<void>,
): Promise<void> {
  await withDesk(database, async (desk) => {
    const { accountsOf } = await import('../../desk/index.ts');
    await work(await accountsOf(desk), desk);
  });
}

async function listAccounts({ json, ...options }: DatabaseOptions & { json?: boolean }): Promise<void> {
  await withAccounts(options, async (accounts) => {
    for (const account of await accounts.list())
      await (json === true ? writeJson(account) : writeLine(viewAccount(account)));
  });
}

async function addAccount(name: string, { role, clearance, fullName, ...options }: AddOptions): Promise<void> {
  await withAccounts(options, async (accounts, { who }) => {
    const password = await askPassword(name);
    await writeLine(viewAccount(await accounts.add({ name, fullName, role, clearance, password }, operator(who))));
  });
}

async function changeAccount(name: string, { database, ...change }: ChangeOptions): Promise<void> {
  await withAccounts({ database }, async (accounts, { who }) => {
    const { id } = await requireAccount(accounts, name);
    await writeLine(viewAccount(await accounts.change(id, change, operator(who))));
  });
}

async function setPassword(name: string, options: DatabaseOptions): Promise<void> {
  await withAccounts(options, async (accounts, { who }) => {
    const account = await requireAccount(accounts, name);
    await accounts.setPassword(account.id, await askPassword(account.name), operator(who));
    await writeLine(`${account.name} has a new password and is logged out`);
  });
}

/** Whoever runs the program has the database, and sees everything. */
function operator(name: string) {
  return { name, clearance: HIGHEST_MARKING };
}

async function requireAccount(accounts: Accounts, name: string): Promise<Account> {
  const account = (await accounts.list()).find((one) => one.name === name.toLowerCase());
  if (account !== undefined) return account;
  throw new ReadoutError('not-found', 'no such account:', name, 'readout accounts lists them');
}

function viewAccount({ name, fullName, role, clearance, active, oidc, lastLogIn }: Account): string {
  const facts = [
    role,
    `sees ${clearance}`,
    ...(fullName === undefined ? [] : [fullName]),
    ...(oidc ? ['by OpenID Connect'] : []),
    ...(active ? [] : ['not active']),
    lastLogIn === undefined ? 'never logged in' : `last logged in ${lastLogIn}`,
  ];
  return `${colours.bold(name)}  ${facts.join(' · ')}`;
}
