import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditLog } from '../../desk/index.ts';
import { startProvider, type TestProvider } from '../testing/provider.ts';
import { OPERATOR, teamSite } from '../testing/team-site.ts';

const ORIGIN = 'https://desk.example';
const PASSWORD = 'seven quiet herons over the lake';
const CALLBACK = `${ORIGIN}/login/oidc/callback`;

const provider: TestProvider = await startProvider(CALLBACK);
const site = await teamSite({ url: ORIGIN, oidc: provider });

afterAll(() => provider.close());

describe.skipIf(site === undefined)('with accounts', { timeout: 180_000 }, () => {
  if (site === undefined) return;
  const { app, accounts, desk, faults, person, close } = site;

  beforeAll(async () => {
    await accounts.add({ name: 'aigul', role: 'analyst', clearance: 'public', password: PASSWORD }, OPERATOR);
  });
  afterAll(close);

  const HTML = { accept: 'text/html' };
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://127.0.0.1:8470${path}`, { headers: { ...HTML, ...headers } });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(`http://127.0.0.1:8470${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { ...HTML, 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, ...headers },
    });
  const logIn = (fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    post('/login', { name: 'aigul', password: PASSWORD, ...fields }, headers);
  const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

  describe('log-in', () => {
    test('is where every page leads, and leads back', async () => {
      const asked = await get('/pairs/KAZ-KGZ?area=water');
      expect([asked.status, asked.headers.get('location')]).toEqual([
        303,
        '/login?back=%2Fpairs%2FKAZ-KGZ%3Farea%3Dwater',
      ]);
      const page = await (await get('/login?back=%2Fpairs%2FKAZ-KGZ%3Farea%3Dwater')).text();
      expect(page).toContain('name="back" value="/pairs/KAZ-KGZ?area=water"');
      const done = await logIn({ back: '/pairs/KAZ-KGZ?area=water' });
      expect([done.status, done.headers.get('location')]).toEqual([303, '/pairs/KAZ-KGZ?area=water']);
      const after = await get('/', { cookie: cookieOf(done) });
      expect(await after.text()).toContain('aigul');
      expect((await get('/login?back=/areas', { cookie: cookieOf(done) })).headers.get('location')).toBe('/areas');
    });

    test('gives a cookie that only this site gets, over TLS, and no script reads', async () => {
      const cookie = (await logIn()).headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/^__Host-session=[\w-]{43}; /);
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(attribute);
      expect(cookie).not.toContain('Domain');
    });

    test.each([
      ['a wrong password', { password: 'seven quiet herons over the sea' }],
      ['an unknown name', { name: 'nobody' }],
    ])('of %s is refused with the same words', async (_, fields) => {
      const answer = await logIn(fields);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.text()).toContain('The name or the password is wrong.');
    });

    test('begins a new session and ends the one before', async () => {
      const planted = cookieOf(await logIn());
      const own = cookieOf(await logIn({}, { cookie: planted }));
      expect(own).not.toBe(planted);
      expect((await get('/account', { cookie: planted })).status).toBe(303);
      expect((await get('/account', { cookie: own })).status).toBe(200);
    });

    test.each([
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      '/.//elsewhere.example',
      'javascript:alert(1)',
    ])('does not lead to %j', async (back) => {
      const { headers } = await person('reader', 'public');
      for (const answer of [await get(`/login?${new URLSearchParams({ back })}`, headers), await logIn({ back })])
        expect(answer.headers.get('location')).toBe('/');
    });

    test('is refused for a while after ten wrong tries, whatever the password is then', async () => {
      const tries = Array.from({ length: 10 }, () => logIn({ name: 'bolot', password: 'not the password' }));
      expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([401]));
      const answer = await logIn({ name: 'bolot' });
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
      expect(await answer.text()).toMatch(/Try again in \d+ minutes/);
      expect((await logIn()).status).toBe(303);
    });

    test('that ends is over: the cookie is taken, and a copy of it opens nothing', async () => {
      const cookie = cookieOf(await logIn());
      const answer = await post('/logout', {}, { cookie });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login']);
      expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=; Max-Age=0/);
      expect(answer.headers.get('clear-site-data')).toBe('"cache"');
      expect((await get('/', { cookie })).status).toBe(303);
    });

    test('is over where an administrator makes the account inactive', async () => {
      const { headers, account } = await person('reader', 'public');
      expect((await get('/', headers)).status).toBe(200);
      await accounts.change(account?.id ?? '', { active: false }, OPERATOR);
      expect((await get('/', headers)).status).toBe(303);
    });

    test('and what came of it stand in the log', async () => {
      const actions = (await auditLog(desk, { who: 'aigul' })).map(({ action }) => action);
      expect(new Set(actions)).toEqual(new Set(['log-in', 'log-in-refused', 'log-out']));
    });
  });

  describe('forms', () => {
    test.each([['https://elsewhere.example'], ['http://desk.example'], ['null']])(
      'sent from %s are refused',
      async (origin) => {
        const { headers } = await person('administrator', 'public');
        const answer = await post('/search/save', { query: 'q=a', name: 'a' }, { ...headers, origin });
        expect(answer.status).toBe(403);
        expect((await logIn({}, { origin })).status).toBe(403);
      },
    );

    test('of the site itself are taken behind a proxy that ends TLS, under either name', async () => {
      const { headers } = await person('reader', 'public');
      expect((await post('/search/save', { query: 'q=a', name: 'a' }, headers)).status).toBe(303);
      const proxied = await app.request('http://desk.example/', { headers: { ...HTML, ...headers } });
      expect(proxied.status).toBe(200);
      expect((await app.request('http://other.example/', { headers: { ...HTML, ...headers } })).status).toBe(403);
    });

    test('sent after the session is over lead to the log-in, and back to where they stood', async () => {
      const answer = await post('/search/save', { query: 'q=a' }, { referer: `${ORIGIN}/search?q=a` });
      expect(answer.headers.get('location')).toBe('/login?back=%2Fsearch%3Fq%3Da');
    });
  });

  describe('programs', () => {
    const tokenFor = async (role: 'reader' | 'administrator', scopes: readonly ('read' | 'add' | 'decide')[]) => {
      const { account } = await person(role, 'public');
      return (await accounts.makeToken(account?.id ?? '', { name: 'test', scopes, days: 1 })).token;
    };
    const basic = (token: string) => `Basic ${Buffer.from(`any:${token}`).toString('base64')}`;

    test('come in with a token, as bearer or as the password of a reader of feeds', async () => {
      const token = await tokenFor('reader', ['read']);
      for (const authorization of [`Bearer ${token}`, `bearer ${token}`, basic(token)])
        for (const path of ['/api/v1/pairs', '/search.atom?q=road', '/export/meetings.csv'])
          expect((await app.request(path, { headers: { authorization } })).status).toBe(200);
    });

    test.each(['Bearer', 'Bearer x', 'Basic', 'Basic x', 'Digest x', ''])(
      'with %j are told to bring one, whatever cookie they have',
      async (authorization) => {
        const { headers } = await person('administrator', 'public');
        const answer = await app.request('/api/v1/pairs', { headers: { ...headers, authorization } });
        expect(answer.status).toBe(401);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Readout"');
        expect(await answer.json()).toMatchObject({ status: 401, code: 'unauthorized' });
      },
    );

    test('that read feeds are asked for a password', async () => {
      const answer = await app.request('/search.atom?q=road');
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
        401,
        'Basic realm="Readout", charset="UTF-8"',
      ]);
    });

    test('may do what their token permits and no more', async () => {
      const token = await tokenFor('administrator', ['read', 'add']);
      const send = (path: string, body?: unknown) =>
        app.request(path, {
          ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        });
      const note = { kind: 'note', subject: '0123456789abcdef#c1-2', payload: { text: 'x' } };
      expect((await send('/api/v1/decisions', note)).status).toBe(404);
      const answer = await send('/api/v1/decisions', { ...note, kind: 'accept', payload: {} });
      expect(await answer.json()).toMatchObject({ status: 403, code: 'forbidden', value: 'decide' });
      for (const path of ['/log', '/accounts', '/account', '/review']) expect((await send(path)).status).toBe(403);
    });

    test('lose a token that is revoked, and tokens of an account that is inactive', async () => {
      const { account } = await person('reader', 'public');
      const id = account?.id ?? '';
      const made = await accounts.makeToken(id, { name: 'a', scopes: ['read'], days: 1 });
      const status = async () =>
        (await app.request('/api/v1/pairs', { headers: { authorization: `Bearer ${made.token}` } })).status;
      expect(await status()).toBe(200);
      await accounts.revokeToken(id, made.id);
      expect(await status()).toBe(401);
    });
  });

  describe('people', () => {
    test('make tokens, which are shown once, and take them back', async () => {
      const { headers, account } = await person('analyst', 'public');
      const shown = await (
        await post('/account/tokens', { name: 'my feeds', scopes: 'read', days: '30' }, headers)
      ).text();
      const token = /readout_[\w-]{43}/.exec(shown)?.[0] ?? '';
      expect((await app.request('/api/v1/pairs', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
      const later = await (await get('/account', headers)).text();
      expect([later.includes('my feeds'), later.includes(token)]).toEqual([true, false]);
      const [made] = await accounts.tokens(account?.id ?? '');
      await post('/account/tokens/revoke', { id: made?.id ?? '' }, headers);
      expect(await accounts.tokens(account?.id ?? '')).toEqual([]);
      expect((await post('/account/tokens', { name: 'more', scopes: 'administer', days: '30' }, headers)).status).toBe(
        403,
      );
    });

    test('change their password, which ends what others began with it', async () => {
      await accounts.add({ name: 'marat', role: 'reader', clearance: 'public', password: PASSWORD }, OPERATOR);
      const [mine, other] = [cookieOf(await logIn({ name: 'marat' })), cookieOf(await logIn({ name: 'marat' }))];
      const change = async (fields: Record<string, string>) =>
        (
          await post(
            '/account/password',
            { password: `${PASSWORD} again`, again: `${PASSWORD} again`, ...fields },
            { cookie: mine },
          )
        ).text();
      expect(await change({ old: 'wrong as it can be' })).toContain('The password until now is wrong.');
      expect(await change({ old: PASSWORD, again: PASSWORD })).toContain('The two new passwords are not the same.');
      expect(await change({ old: PASSWORD })).toContain('The password is changed.');
      expect((await get('/', { cookie: mine })).status).toBe(200);
      expect((await get('/', { cookie: other })).status).toBe(303);
    });
  });

  describe('administrators', () => {
    test('add accounts and change them', async () => {
      const { headers } = await person('administrator', 'delegation');
      const fields = { name: 'zarina', fullName: 'Zarina B.', role: 'reviewer', clearance: 'delegation' };
      expect((await post('/accounts', { ...fields, password: PASSWORD }, headers)).status).toBe(303);
      const zarina = (await accounts.list()).find(({ name }) => name === 'zarina');
      expect(zarina).toMatchObject({ ...fields, active: true });
      await post(
        `/accounts/${zarina?.id}`,
        { fullName: '', role: 'reader', clearance: 'public', active: 'yes' },
        headers,
      );
      expect((await accounts.list()).find(({ name }) => name === 'zarina')).toMatchObject({
        role: 'reader',
        clearance: 'public',
      });
    });

    test('give no clearance above their own, and leave accounts alone that have one', async () => {
      const [{ headers, account: own }, { account: high }] = await Promise.all([
        person('administrator', 'delegation'),
        person('reader', 'principals'),
      ]);
      const change = { role: 'administrator', clearance: 'principals', active: 'yes' };
      const tries = [
        [`/accounts/${own?.id}`, change],
        [`/accounts/${high?.id}`, { ...change, clearance: 'public' }],
        [`/accounts/${high?.id}/password`, { password: PASSWORD }],
        ['/accounts', { name: 'kairat', ...change, password: PASSWORD }],
      ] as const;
      for (const [path, fields] of tries)
        expect({ path, status: (await post(path, fields, headers)).status }).toEqual({ path, status: 403 });
      expect(await (await get('/accounts', headers)).text()).toContain('is above yours');
    });
  });

  describe('a provider', () => {
    const begin = async () => {
      const answer = await get('/login/oidc?back=/areas');
      return { address: answer.headers.get('location') ?? '', cookie: cookieOf(answer) };
    };
    const finish = (address: string, cookie: string) => {
      const { pathname, search } = new URL(address);
      return get(pathname + search, { cookie });
    };

    test('lets people in, as readers of what is public at first', async () => {
      const { address, cookie } = await begin();
      expect(address.startsWith(provider.issuer)).toBe(true);
      const answer = await finish(await provider.logIn(address, 'dinara'), cookie);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/areas']);
      const session =
        answer.headers
          .getSetCookie()
          .find((one) => one.startsWith('__Host-session'))
          ?.split(';')[0] ?? '';
      expect(await (await get('/account', { cookie: session })).text()).toContain('dinara of the Ministry');
      expect((await accounts.list()).find(({ name }) => name === 'dinara')).toMatchObject({
        role: 'reader',
        clearance: 'public',
        oidc: true,
      });
    });

    test('of whom nothing was asked in this browser lets nobody in', async () => {
      const [mine, other] = [await begin(), await begin()];
      const back = await provider.logIn(mine.address, 'dinara');
      for (const cookie of ['', other.cookie, '__Host-oidc=%7B%7D', '__Host-oidc=x']) {
        const answer = await finish(back, cookie);
        expect(answer.status).toBe(401);
        expect(answer.headers.getSetCookie().some((one) => one.startsWith('__Host-session'))).toBe(false);
      }
      // What a provider did not confirm is in the log; what nobody began is not.
      const refused = async () => (await auditLog(desk, { action: 'log-in-refused', who: '' })).length;
      const before = await refused();
      expect(before).toBe(1);
      for (let count = 0; count < 3; count++) await finish(back, '');
      expect(await refused()).toBe(before);
    });
  });

  test('whoever watches the server needs no account', async () => {
    const answer = await app.request('/health');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('what is not there is told to those who are in', async () => {
    const { headers } = await person('reader', 'public');
    expect((await get('/nowhere')).status).toBe(303);
    expect((await get('/nowhere', headers)).status).toBe(404);
  });

  test('no cache may keep what one person was shown', async () => {
    const { headers } = await person('reader', 'public');
    for (const path of [
      '/',
      '/areas',
      '/api/v1/openapi.json',
      '/api/v1/pairs',
      '/export/meetings.csv',
      '/nowhere',
      '/review',
      '/log',
    ]) {
      const answer = await get(path, headers);
      expect({ path, cache: answer.headers.get('cache-control') }).toEqual({ path, cache: 'private, no-cache' });
      for (const name of ['Cookie', 'Authorization']) expect(answer.headers.get('vary')).toContain(name);
    }
  });

  test('what broke was told to the log alone', () => {
    const codes = faults.map((fault) => (fault instanceof Error && 'code' in fault ? fault.code : fault));
    expect(new Set(codes)).toEqual(new Set(['unauthorized']));
  });
});
