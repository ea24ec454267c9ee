import type { Scope } from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import type { PageContext, Who } from './env.ts';

/** What a request needs: a scope; a log-in by a browser, which no token stands for; or nothing at all. */
export type Permission = Scope | 'session' | 'open';

/** Whether somebody may do what needs the permission. Without accounts the one user may do everything. */
export function may(who: Who, needed: Permission): boolean {
  if (who.kind === 'user' || needed === 'open') return true;
  if (who.kind === 'nobody') return false;
  return needed === 'session' ? who.session !== undefined : who.scopes.includes(needed);
}

/** Throws `forbidden` where the one who asks lacks the permission: for what hangs on more than the route. */
export function requirePermission(context: PageContext, needed: Permission): void {
  if (!may(context.var.view.who, needed)) throw forbidden(needed);
}

export function forbidden(missing: Permission): ReadoutError {
  const remedy = missing === 'session' ? 'log in with a browser: no token can do it' : 'ask an administrator for it';
  return new ReadoutError('forbidden', 'your account or token has no right to', missing, remedy);
}
