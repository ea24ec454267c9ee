import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { languageOf, locale, preferredLanguage } from '../locale/locales.ts';
import type { App, Env, PageContext, View, Who } from './env.ts';

const YEAR = 365 * 24 * 60 * 60;

/**
 * Finds out the language and the theme of a request: what the address says, then what was chosen before, then what the browser asks for.
 * `who` is whom it is for until somebody is known to ask. Behind a proxy the address of the page is that of the site, not the one by which the proxy reaches it.
 */
export function viewOfRequest(site: URL | undefined, who: Who) {
  return createMiddleware<Env>(async (context, next) => {
    context.set('view', { ...viewOf(context, site), who });
    await next();
  });
}

function viewOf(context: PageContext, site: URL | undefined): Omit<View, 'who'> {
  const asked = new URL(context.req.url);
  const url = site === undefined ? asked : new URL(site.origin + asked.pathname + asked.search);
  const language =
    languageOf(context.req.query('lang')) ??
    languageOf(getCookie(context, 'language')) ??
    preferredLanguage(context.req.header('accept-language'));
  const theme = getCookie(context, 'theme');
  return {
    locale: locale(language),
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    address: url.pathname + url.search,
    url,
  };
}

/** The switches for language and theme: forms, so that they work without script. */
export function addSwitches(app: App): void {
  app.post('/settings', async (context) => {
    const { language, theme, back } = await context.req.parseBody();
    const options = { path: '/', maxAge: YEAR, sameSite: 'Lax', httpOnly: true } as const;
    const chosen = languageOf(String(language));
    if (chosen !== undefined) setCookie(context, 'language', chosen, options);
    if (theme === 'light' || theme === 'dark') setCookie(context, 'theme', theme, options);
    if (theme === 'system') setCookie(context, 'theme', '', { ...options, maxAge: 0 });
    return context.redirect(localAddress(String(back ?? '/')), 303);
  });
}

/** The address if it is one of this site, else the first page: a form must not lead elsewhere. */
export function localAddress(address: string): string {
  const here = 'http://here.invalid';
  // Read as a browser does, which drops tabs and takes \ for /: only then it shows where the address leads.
  if (!address.startsWith('/') || !URL.canParse(address, here)) return '/';
  const { origin, pathname, search, hash } = new URL(address, here);
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
