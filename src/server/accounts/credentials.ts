import { getCookie, setCookie } from 'hono/cookie';
import { type Accounts, scopesOf } from '../../desk/index.ts';
import type { PageContext, Who } from '../http/env.ts';

const NOBODY: Who = { kind: 'nobody' };
const COOKIE = 'session';

/** Bound to this very host, sent over TLS alone (or within this machine), out of reach of scripts and of other sites' forms. */
const ATTRIBUTES = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

/**
 * Who asks: by a token where the request carries one, else by the session of its cookie. A token that is wrong stands for nobody, whatever
 * cookie comes with it.
 */
export async function whoAsks(context: PageContext, accounts: Accounts): Promise<Who> {
  const authorization = context.req.header('authorization');
  return authorization === undefined ? bySession(context, accounts) : byToken(authorization, accounts);
}

async function bySession(context: PageContext, accounts: Accounts): Promise<Who> {
  const session = sessionIn(context);
  const account = session === undefined ? undefined : await accounts.accountOfSession(session);
  return account === undefined ? NOBODY : { kind: 'account', account, scopes: scopesOf(account.role), session };
}

async function byToken(authorization: string, accounts: Accounts): Promise<Who> {
  const token = tokenIn(authorization);
  const found = token === undefined ? undefined : await accounts.accountOfToken(token);
  return found === undefined ? NOBODY : { kind: 'account', ...found, session: undefined };
}

/** The token of a header: `Bearer TOKEN`, or Basic with any name and the token as the password, for readers of feeds. */
export function tokenIn(authorization: string): string | undefined {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() === 'bearer') return value === '' ? undefined : value;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const password = /^[^:]*:(.+)$/s.exec(Buffer.from(value, 'base64').toString('utf8'))?.[1];
  return password;
}

/** The session that the browser holds. */
export function sessionIn(context: PageContext): string | undefined {
  return getCookie(context, COOKIE, ATTRIBUTES.prefix);
}

/** Gives the browser its session. It ends with the browser, or when the register ends it. */
export function giveSession(context: PageContext, session: string): void {
  setCookie(context, COOKIE, session, ATTRIBUTES);
}

export function takeSession(context: PageContext): void {
  setCookie(context, COOKIE, '', { ...ATTRIBUTES, maxAge: 0 });
}
