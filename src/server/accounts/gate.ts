import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { type Desk, deskOf } from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import { addressOf } from '../http/address.ts';
import type { Env, PageContext } from '../http/env.ts';
import { forbidden, may, type Permission } from '../http/permissions.ts';
import { whoAsks } from './credentials.ts';
import { permissionOf } from './permissions.ts';
import type { AccountSite } from './site.ts';

/** Who asks for the log-in sees no more than everybody may. */
const NOBODY = { name: '', clearance: 'public' } as const;

/** One person's page must not come to another by a cache between them and the server. */
const PRIVATE = { 'cache-control': 'private, no-cache', vary: 'Cookie, Authorization, Accept-Language' } as const;

/**
 * Lets through who may: each request works with the desk of the account that asks, and one that nobody stands for only comes to the log-in.
 * Throws `unauthorized` and `forbidden`; pages lead to the log-in instead.
 */
export function gate(desk: Desk, { accounts, proxies }: AccountSite) {
  return createMiddleware<Env>(async (context, next) => {
    for (const [name, value] of Object.entries(PRIVATE)) context.header(name, value);
    const who = await whoAsks(context, accounts);
    context.set('view', { ...context.var.view, who });
    context.set(
      'desk',
      deskOf(desk, { ...(who.kind === 'account' ? who.account : NOBODY), address: addressOf(context, proxies) }),
    );
    const missing = permissionsOfRequest(context).find((needed) => !may(who, needed));
    if (missing === undefined) await next();
    else if (who.kind === 'nobody' && wantsPage(context)) return context.redirect(logInAddress(context), 303);
    else throw who.kind === 'nobody' ? unauthorized(context) : forbidden(missing);
    keepPrivate(context);
  });
}

/** What the handlers need that the request leads to; that of reading where there is none, so that only who is in learns what is not there. */
function permissionsOfRequest(context: PageContext): readonly Permission[] {
  const handlers = matchedRoutes(context).filter(({ method }) => method !== 'ALL');
  if (handlers.length === 0) return ['read'];
  return handlers.map(({ method, path }) => {
    const needed = permissionOf(method, path);
    if (needed === undefined) throw new RangeError(`nobody said who may ${method} ${path}`);
    return needed;
  });
}

/** Whatever the page itself says, no cache on the way may keep it. */
function keepPrivate(context: PageContext): void {
  const { headers } = context.res;
  if (!headers.get('cache-control')?.includes('no-store')) headers.set('cache-control', PRIVATE['cache-control']);
  headers.set('vary', PRIVATE.vary);
}

/** Whether a browser asks for something to show. */
function wantsPage(context: PageContext): boolean {
  return !context.req.path.startsWith('/api/') && (context.req.header('accept') ?? '').includes('text/html');
}

/** The log-in, which leads back; after a form that was sent too late, to the page that it stood on. */
function logInAddress(context: PageContext): string {
  const { address, url } = context.var.view;
  const back = context.req.method === 'GET' ? address : pathWithin(context.req.header('referer'), url.origin);
  return back === '/' ? '/login' : `/login?${new URLSearchParams({ back })}`;
}

function pathWithin(address: string | undefined, origin: string): string {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  return url?.origin === origin ? url.pathname + url.search : '/';
}

/** Programs send a token as such; readers of feeds can only send a password. */
function unauthorized(context: PageContext): ReadoutError {
  const scheme = context.req.path.startsWith('/api/')
    ? 'Bearer realm="Readout"'
    : 'Basic realm="Readout", charset="UTF-8"';
  context.header('www-authenticate', scheme);
  return new ReadoutError('unauthorized', 'this register is for those who log in', '', 'log in, or send a token');
}
