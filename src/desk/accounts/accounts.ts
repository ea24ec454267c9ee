import { HIGHEST_MARKING, MARKINGS } from '../../model/index.ts';
import { listAccounts, requireProtection } from '../../register/index.ts';
import type { Desk } from '../desk.ts';
import { addAccount, changeAccount, changePassword, setPassword } from './administer.ts';
import { logInsOf } from './log-in.ts';
import { sessionsOf } from './sessions.ts';
import { tokensOf } from './tokens.ts';
import type { Accounts } from './types.ts';

/**
 * The accounts of the desk's register. Throws `unsupported` where the database would not hold them to what they may see: on SQLite, or with
 * a role that passes over row-level security.
 */
export async function accountsOf({ register }: Desk): Promise<Accounts> {
  for (const clearance of MARKINGS) await requireProtection(register.at(clearance), clearance);
  const all = register.at(HIGHEST_MARKING);
  const logIns = logInsOf(all);
  return {
    ...logIns,
    ...sessionsOf(all),
    ...tokensOf(all),
    list: () => listAccounts(all),
    add: (account, by) => addAccount(all, account, by),
    change: (id, change, by) => changeAccount(all, id, change, by),
    setPassword: (id, password, by) => setPassword(all, id, password, by),
    changePassword: (id, old, password, session) => changePassword(all, logIns, { id, old, password, session }),
  };
}
