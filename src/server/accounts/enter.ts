import { addressOf } from '../http/address.ts';
import type { PageContext } from '../http/env.ts';
import { giveSession, sessionIn } from './credentials.ts';
import type { AccountSite } from './site.ts';

/** Begins a session in the browser: always a new one, so that none that was planted before the log-in becomes somebody's. */
export async function enter(context: PageContext, { accounts, proxies }: AccountSite, session: string, back: string) {
  const before = sessionIn(context);
  if (before !== undefined) await accounts.logOut(before, addressOf(context, proxies));
  giveSession(context, session);
  return context.redirect(back, 303);
}
