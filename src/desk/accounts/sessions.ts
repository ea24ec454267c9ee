import { deleteSession, findSession, type Register, touchSession } from '../../register/index.ts';
import { hashOfSecret } from './secrets.ts';
import type { Accounts } from './types.ts';

const MINUTE = 60_000;
const LONGEST_IDLE = 12 * 60 * MINUTE;
const LONGEST = 7 * 24 * 60 * MINUTE;

/** A session is over that was opened, or last seen, before these times. */
export function endOfSessions(now = Date.now()): { readonly created: string; readonly seen: string } {
  return { created: new Date(now - LONGEST).toISOString(), seen: new Date(now - LONGEST_IDLE).toISOString() };
}

/** Sessions by their secrets: they end after twelve hours without use, and after seven days. */
export function sessionsOf(register: Register): Pick<Accounts, 'accountOfSession' | 'logOut'> {
  return {
    async accountOfSession(session) {
      const id = hashOfSecret(session);
      const found = await findSession(register, id);
      if (found === undefined) return undefined;
      const { account, createdAt, seenAt } = found;
      const now = Date.now();
      const end = endOfSessions(now);
      if (!account.active || seenAt < end.seen || createdAt < end.created) {
        await deleteSession(register, id);
        return undefined;
      }
      // Not at every request: most would only wait for it.
      if (now - Date.parse(seenAt) > MINUTE) await touchSession(register, id, new Date(now).toISOString());
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
