import { getCookie, setCookie } from 'hono/cookie';
import type { PageContext } from './env.ts';

const HALF_HOUR = 30 * 60 * 1000;
const YEAR = 365 * 24 * 60 * 60;

/**
 * When the user was here before this visit, as an ISO time. A visit ends with half an hour without a look at the first page; the cookie
 * holds the end of the last visit and the latest look.
 */
export function lastVisit(context: PageContext, now = new Date()): string | undefined {
  const [before, latest] = (getCookie(context, 'visits') ?? '').split(' ');
  const isNewVisit = latest === undefined || now.getTime() - Date.parse(latest) > HALF_HOUR;
  const last = isNewVisit ? latest : before;
  const value = `${last ?? ''} ${now.toISOString()}`;
  setCookie(context, 'visits', value, { path: '/', maxAge: YEAR, sameSite: 'Lax', httpOnly: true });
  return last === undefined || Number.isNaN(Date.parse(last)) ? undefined : last;
}
