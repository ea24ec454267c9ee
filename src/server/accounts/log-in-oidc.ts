import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { ReadoutError } from '../../model/index.ts';
import { addressOf } from '../http/address.ts';
import type { App, PageContext } from '../http/env.ts';
import { localAddress } from '../http/view.ts';
import { enter } from './enter.ts';
import { logInPage } from './log-in.tsx';
import type { Oidc, Pending } from './oidc.ts';
import type { AccountSite } from './site.ts';

const CALLBACK = '/login/oidc/callback';
const COOKIE = 'oidc';
const TEN_MINUTES = 10 * 60;

/** Sent when the provider leads back, which is another site: Lax, not Strict. */
const ATTRIBUTES = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

const Kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string() });

/** Log-in at the provider: the way there, and back. */
export function addOidcLogIn(app: App, site: AccountSite, oidc: Oidc): void {
  app.get('/login/oidc', async (context) => {
    const back = localAddress(context.req.query('back') ?? '/');
    try {
      const { address, pending } = await oidc.begin(context.var.view.url.origin + CALLBACK);
      keep(context, { ...pending, back });
      return context.redirect(address, 303);
    } catch (error) {
      return refused(context, site, back, error);
    }
  });
  app.get(CALLBACK, async (context) => {
    const kept = takeKept(context);
    const back = localAddress(kept?.back ?? '/');
    // Anybody can call this address: what was not begun here is not worth a line in the log.
    if (kept === undefined)
      return refused(
        context,
        site,
        back,
        new ReadoutError('unauthorized', 'no log-in was begun in this browser', '', 'begin it again'),
      );
    try {
      const person = await oidc.finish(context.var.view.url, kept).catch(async (error: unknown) => {
        if (isRefusal(error)) await site.accounts.noteRefusal(addressOf(context, site.proxies));
        throw error;
      });
      const { session } = await site.accounts.logInWithOidc(person, addressOf(context, site.proxies));
      return await enter(context, site, session, back);
    } catch (error) {
      return refused(context, site, back, error);
    }
  });
}

/** The log-in page again; what the provider said goes to the log of the server, not to whoever sits there. */
function refused(context: PageContext, site: AccountSite, back: string, error: unknown) {
  if (!isRefusal(error)) throw error;
  site.log(error);
  return logInPage(context, { back, oidc: true, fault: { kind: 'refused' } });
}

function isRefusal(error: unknown): error is ReadoutError {
  return error instanceof ReadoutError && error.code === 'unauthorized';
}

function keep(context: PageContext, kept: Pending & { readonly back: string }): void {
  setCookie(context, COOKIE, JSON.stringify(kept), { ...ATTRIBUTES, maxAge: TEN_MINUTES });
}

/** What was kept, once: a second use of an answer finds nothing. */
function takeKept(context: PageContext): z.infer<typeof Kept> | undefined {
  const value = getCookie(context, COOKIE, ATTRIBUTES.prefix);
  setCookie(context, COOKIE, '', { ...ATTRIBUTES, maxAge: 0 });
  if (value === undefined) return undefined;
  try {
    return Kept.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}
