import { apiPath, ROUTES } from '../api/routes.ts';
import type { Permission } from '../http/permissions.ts';

/** Whatever changes something must be here, and so must what may be seen without the scope `read` or not by it alone. */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  'GET /assets/:name': 'open',
  'GET /favicon.ico': 'open',
  'GET /health': 'open',
  'GET /login': 'open',
  'POST /login': 'open',
  'GET /login/oidc': 'open',
  'GET /login/oidc/callback': 'open',
  'POST /settings': 'open',
  'POST /logout': 'session',
  'GET /account': 'session',
  'POST /account/password': 'session',
  'POST /account/tokens': 'session',
  'POST /account/tokens/revoke': 'session',
  'POST /follow': 'read',
  'POST /unfollow': 'read',
  'POST /search/save': 'read',
  'POST /search/forget': 'read',
  'GET /add': 'add',
  'POST /add/preview': 'add',
  'POST /add/text': 'add',
  'POST /add/address': 'add',
  'POST /add/files': 'add',
  // Notes need no more; for every other kind of decision the form asks for the scope `decide`.
  'POST /decisions': 'add',
  'POST /decisions/undo': 'decide',
  'GET /review': 'decide',
  'POST /review/decide': 'decide',
  'POST /review/undo': 'decide',
  'POST /documents/:id/marking': 'decide',
  'GET /log': 'administer',
  'GET /accounts': 'administer',
  'POST /accounts': 'administer',
  'POST /accounts/:id': 'administer',
  'POST /accounts/:id/password': 'administer',
};

const OF_API: ReadonlyMap<string, Permission> = new Map(
  ROUTES.map(({ method, path, scope }) => [`${method.toUpperCase()} ${apiPath(path)}`, scope]),
);

/** What a route needs; undefined where it changes something and nobody said who may. */
export function permissionOf(method: string, pattern: string): Permission | undefined {
  const route = `${method} ${pattern}`;
  return OF_API.get(route) ?? PERMISSIONS[route] ?? (method === 'GET' ? 'read' : undefined);
}
