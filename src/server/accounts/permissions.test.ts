import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type ROLES, scopesOf } from '../../desk/index.ts';
import type { Who } from '../http/env.ts';
import { may } from '../http/permissions.ts';
import { createApp } from '../index.ts';
import { noAccounts } from '../testing/no-accounts.ts';
import { routesOf } from '../testing/requests.ts';
import { PERMISSIONS, permissionOf } from './permissions.ts';

const folder = await mkdtemp(join(tmpdir(), 'readout-permissions-'));
const desk = await openDesk({ database: join(folder, 'register.sqlite') });
const oidc = { issuer: 'https://provider.example', clientId: 'readout' };
const routes = routesOf(createApp(desk, { accounts: noAccounts, oidc }));
await closeDesk(desk);
rmSync(folder, { recursive: true });

describe('permissions', () => {
  test('are said of every route that changes something', () => {
    const unsaid = routes.filter(({ method, path }) => permissionOf(method, path) === undefined);
    expect(unsaid).toEqual([]);
    expect(routes.length).toBeGreaterThan(50);
  });

  test('are said of routes that there are', () => {
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect(Object.keys(PERMISSIONS).filter((route) => !known.has(route))).toEqual([]);
  });

  test('nothing but the log-in is open', () => {
    const open = routes.filter(({ method, path }) => permissionOf(method, path) === 'open');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /assets/:name',
      'GET /favicon.ico',
      'GET /health',
      'GET /login',
      'GET /login/oidc',
      'GET /login/oidc/callback',
      'POST /login',
      'POST /settings',
    ]);
  });
});

const account = { id: 'a', name: 'a', clearance: 'public', active: true, oidc: false, createdAt: '' } as const;
const personOf = (role: (typeof ROLES)[number], session: string | undefined): Who => ({
  kind: 'account',
  account: { ...account, role },
  scopes: scopesOf(role),
  session,
});

test.each([
  ['reader', ['read', 'session', 'open']],
  ['analyst', ['read', 'add', 'session', 'open']],
  ['reviewer', ['read', 'add', 'decide', 'session', 'open']],
  ['administrator', ['read', 'add', 'decide', 'administer', 'session', 'open']],
] as const)('a %s may %j', (role, allowed) => {
  const all = ['read', 'add', 'decide', 'administer', 'session', 'open'] as const;
  expect(all.filter((needed) => may(personOf(role, 'a session'), needed))).toEqual(allowed);
  expect(may(personOf(role, undefined), 'session')).toBe(false);
});

test('who is not known may do what is open alone, and the one user of a machine everything', () => {
  expect(may({ kind: 'nobody' }, 'read')).toBe(false);
  expect(may({ kind: 'nobody' }, 'open')).toBe(true);
  expect(may({ kind: 'user' }, 'administer')).toBe(true);
});
