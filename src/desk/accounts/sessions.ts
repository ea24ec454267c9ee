import { deleteSession, findSession, type Register, touchSession } from '../../register/index.ts';
import { hashOfSecret } from './secrets.ts';
import type { Accounts } from './types.ts';

const MINUTE = 60_000;
const LONGEST_IDLE = 12 * 60 * MINUTE;
const LONGEST = 7 * 24 * 60 * MINUTE;

/** Sessions by their secrets: they end after twelve hours without use, and after seven days. */
export function sessionsOf(register: Register): Pick<Accounts, 'accountOfSession' | 'logOut'> {
  return {
    async accountOfSession(session) {
      const id = hashOfSecret(session);
      const found = await findSession(register, id);
      if (found === undefined) return undefined;
      const { account, createdAt, seenAt } = found;
      const now = Date.now();
      const idle = now - Date.parse(seenAt);
      if (!account.active || idle > LONGEST_IDLE || now - Date.parse(createdAt) > LONGEST) {
        await deleteSession(register, id);
        return undefined;
      }
      // Not at every request: most would only wait for it.
      if (idle > MINUTE) await touchSession(register, id, new Date(now).toISOString());
      return account;
    },
    async logOut(session, address) {
      const id = hashOfSecret(session);
      const found = await findSession(register, id);
      if (found === undefined) return;
      const { name: who, id: subject } = found.account;
      await deleteSession(register, id, { who, address, action: 'log-out', subject });
    },
  };
}
