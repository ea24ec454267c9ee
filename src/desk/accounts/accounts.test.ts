import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditLog, closeDesk, type Desk, deskOf, openDesk } from '../index.ts';
import { type PostgresServer, startPostgres } from '../testing.ts';
import { type Accounts, accountsOf } from './index.ts';
import { tryCounter } from './log-in-limits.ts';
import { hashPassword, isPassword } from './passwords.ts';

const PASSWORD = 'seven green bicycles';
const OPERATOR = { name: 'operator', clearance: 'principals' } as const;
const SECOND = { name: 'second', clearance: 'delegation' } as const;
const HERE = '192.0.2.1';

test('a password is known again by its hash alone, which names its cost', { timeout: 60_000 }, async () => {
  const hash = await hashPassword(PASSWORD);
  expect(hash).toMatch(/^scrypt:131072:8:1:[\w-]{22}:[\w-]{43}$/);
  expect(await hashPassword(PASSWORD)).not.toBe(hash);
  const answers = [isPassword(PASSWORD, hash), isPassword(`${PASSWORD} `, hash), isPassword(PASSWORD, undefined)];
  expect(await Promise.all(answers)).toEqual([true, false, false]);
  // Composed and decomposed letters are one password.
  expect(await isPassword('caf\u00e9 au lait', await hashPassword('cafe\u0301 au lait'))).toBe(true);
});

test('more than fifty who wait for their password are told to come later', { timeout: 120_000 }, async () => {
  // Cheap ones, so that the test need not wait for fifty of the real cost.
  const hash = 'scrypt:16:8:1:AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => isPassword('x', hash)));
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused[0]).toMatchObject({ reason: { code: 'too-many-requests', value: '15' } });
  expect(await isPassword('x', hash)).toBe(false);
});

const server = await startPostgres();
if (server === undefined) console.warn('accounts: no PostgreSQL is installed; its tests are skipped');

describe.skipIf(server === undefined)('accounts', { timeout: 120_000 }, () => {
  let desk: Desk;
  let accounts: Accounts;

  beforeAll(async () => {
    desk = await openDesk({ database: await (server as PostgresServer).newDatabase() });
    accounts = await accountsOf(desk);
    await accounts.add({ name: 'Chief', role: 'administrator', clearance: 'public', password: PASSWORD }, OPERATOR);
  });
  afterAll(async () => {
    if (desk !== undefined) await closeDesk(desk);
    await server?.stop();
  });

  function add(name: string, more: { role?: 'reader' | 'analyst'; password?: string } = {}) {
    return accounts.add({ name, role: 'reader', clearance: 'public', ...more }, OPERATOR);
  }

  async function actionsOf(who: string): Promise<string[]> {
    return (await auditLog(desk, { who })).map(({ action }) => action);
  }

  /** Sets back what a session or a token says of its time. */
  async function backdate(table: 'sessions' | 'tokens', column: string, hours: number): Promise<void> {
    const at = new Date(Date.now() - hours * 3_600_000).toISOString();
    await desk.register.db
      .updateTable(table)
      .set({ [column]: at })
      .execute();
  }

  test('a name is one whatever its letters, taken once, and plain', async () => {
    expect((await accounts.list()).map(({ name }) => name)).toEqual(['chief']);
    await expect(add('CHIEF')).rejects.toMatchObject({ code: 'conflict' });
    for (const name of ['', 'two words', 'a/b', '<b>', 'user'])
      await expect(add(name)).rejects.toMatchObject({ code: 'bad-input' });
    for (const password of ['short', 'x'.repeat(257)])
      await expect(add('other', { password })).rejects.toMatchObject({ code: 'bad-input' });
  });

  test('log-in, session and log-out', async () => {
    const { account, session } = await accounts.logIn(' CHIEF', PASSWORD, HERE);
    expect(account).toMatchObject({ name: 'chief', role: 'administrator', clearance: 'public' });
    expect(await accounts.accountOfSession(session)).toMatchObject({ id: account.id, lastLogIn: expect.any(String) });
    expect(await accounts.accountOfSession(`${session}x`)).toBeUndefined();
    const stored = await desk.register.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(session);
    await accounts.logOut(session, HERE);
    expect(await accounts.accountOfSession(session)).toBeUndefined();
    expect(await actionsOf('chief')).toEqual(['log-out', 'log-in']);
  });

  test.each([
    ['seen_at', 11, true],
    ['seen_at', 13, false],
    ['created_at', 6 * 24, true],
    ['created_at', 7 * 24 + 1, false],
  ] as const)('a session whose %s is %i hours ago is good: %s', async (column, hours, isGood) => {
    const { session } = await accounts.logIn('chief', PASSWORD, HERE);
    await backdate('sessions', column, hours);
    expect((await accounts.accountOfSession(session)) !== undefined).toBe(isGood);
    if (isGood) await accounts.logOut(session, HERE);
  });

  test('one answer for a wrong name, a wrong password and an account that is not active', async () => {
    const { id } = await add('gone', { password: PASSWORD });
    await accounts.change(id, { active: false }, OPERATOR);
    await add('without');
    const answers = await Promise.all(
      (['nobody', 'chief', 'gone', 'without'] as const).map((name) =>
        accounts
          .logIn(name, name === 'gone' ? PASSWORD : 'wrong password', HERE)
          .catch((error: Error) => error.message),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/name or password is wrong/);
    expect(await actionsOf('nobody')).toEqual(['log-in-refused']);
  });

  test('too many tries of a name from a place are refused there before the password is looked at', async () => {
    await add('tried', { password: PASSWORD });
    const there = '192.0.2.10';
    const codes: unknown[] = [];
    for (let count = 0; count < 13; count++)
      codes.push(await accounts.logIn('tried', 'wrong', there).catch(({ code }) => code));
    expect(codes).toEqual([...Array(10).fill('unauthorized'), ...Array(3).fill('too-many-requests')]);
    // Another server on the same database counts on.
    const other = await accountsOf(desk);
    await expect(other.logIn('tried', PASSWORD, there)).rejects.toMatchObject({ code: 'too-many-requests' });
    // The log has one line for all that were refused unseen, and whoever has the name comes in from elsewhere.
    expect((await auditLog(desk, { who: 'tried' })).map(({ detail }) => detail)).toEqual([
      { reason: 'too-many-tries' },
      ...Array(10).fill({ reason: 'wrong' }),
    ]);
    await expect(accounts.logIn('tried', PASSWORD, HERE)).resolves.toMatchObject({ account: { name: 'tried' } });
  });

  test('tries of a name are also counted from anywhere, and those of a place whatever the name', async () => {
    const tries = tryCounter(desk.register);
    const outcomes: boolean[] = [];
    for (let count = 0; count < 101; count++)
      outcomes.push((await tries.count('wanted', `198.51.100.${count}`)).allowed);
    expect([outcomes.lastIndexOf(true), outcomes[100]]).toEqual([99, false]);
    outcomes.length = 0;
    for (let count = 0; count < 51; count++) outcomes.push((await tries.count(`one-${count}`, '203.0.113.1')).allowed);
    expect([outcomes.lastIndexOf(true), outcomes[50]]).toEqual([49, false]);
  });

  test('what a place is refused does not count against the name', async () => {
    const tries = tryCounter(desk.register);
    for (let count = 0; count < 110; count++) await tries.count('pressed', '203.0.113.2');
    expect(await tries.count('pressed', '203.0.113.3')).toEqual({ allowed: true });
  });

  test('refusals of the provider stand in the log a few times for each place', async () => {
    for (let count = 0; count < 12; count++) await accounts.noteRefusal('203.0.113.4');
    const rows = await auditLog(desk, { action: 'log-in-refused', who: '' });
    expect(rows.filter(({ address }) => address === '203.0.113.4')).toHaveLength(10);
  });

  test('what is over is gone with the next log-in', async () => {
    const { id } = await add('tidy');
    await accounts.logIn('chief', PASSWORD, HERE);
    await accounts.makeToken(id, { name: 'old', scopes: ['read'], days: 1 });
    await backdate('sessions', 'seen_at', 13);
    await backdate('tokens', 'expires_at', 1);
    const { session } = await accounts.logIn('chief', PASSWORD, HERE);
    const left = await desk.register.db.selectFrom('sessions').select('id').execute();
    expect([left.length, await accounts.tokens(id)]).toEqual([1, []]);
    await accounts.logOut(session, HERE);
  });

  test('an account has no more than fifty tokens', async () => {
    const { id } = await add('greedy');
    const make = () => accounts.makeToken(id, { name: 'x', scopes: ['read'], days: 1 });
    for (let count = 0; count < 50; count++) await make();
    await expect(make()).rejects.toMatchObject({ code: 'conflict' });
    await backdate('tokens', 'expires_at', 1);
    await expect(make()).resolves.toMatchObject({ name: 'x' });
  });

  test('a name of any signs is answered as any other', async () => {
    const names = ['\0', '\ud800', `a${'\u0301'.repeat(500)}`];
    for (const name of names)
      expect(await accounts.logIn(name, 'wrong', HERE).catch(({ code }) => code)).toBe('unauthorized');
  });

  test('the last active administrator stays one', async () => {
    const [chief] = await accounts.list();
    for (const change of [{ role: 'reviewer' }, { active: false }] as const)
      await expect(accounts.change(chief?.id ?? '', change, OPERATOR)).rejects.toMatchObject({ code: 'conflict' });
    await expect(accounts.change('unknown', {}, OPERATOR)).rejects.toMatchObject({ code: 'not-found' });
    const second = await add('second');
    await accounts.change(second.id, { role: 'administrator', clearance: 'delegation', fullName: 'Second' }, OPERATOR);
    const lowered = await accounts.change(chief?.id ?? '', { role: 'reader' }, SECOND);
    expect(lowered).toMatchObject({ role: 'reader' });
    await accounts.change(chief?.id ?? '', { role: 'administrator' }, SECOND);
    expect(await actionsOf('second')).toEqual(['account-changed', 'account-changed']);
  });

  test('nobody gives a clearance above their own, or reaches an account that has one', async () => {
    const [high, low] = [await add('high'), await add('low')];
    await accounts.change(high.id, { clearance: 'principals' }, OPERATOR);
    const tries = [
      () => accounts.add({ name: 'new', role: 'reader', clearance: 'principals' }, SECOND),
      () => accounts.change(low.id, { clearance: 'principals' }, SECOND),
      () => accounts.change(high.id, { clearance: 'public' }, SECOND),
      () => accounts.change(high.id, { active: false }, SECOND),
      () => accounts.setPassword(high.id, PASSWORD, SECOND),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await accounts.change(low.id, { clearance: 'delegation' }, SECOND)).toMatchObject({
      clearance: 'delegation',
    });
  });

  test('a new password ends the other sessions; one who was made inactive has none', async () => {
    const { id } = await add('anna', { password: PASSWORD });
    const [one, two] = [await accounts.logIn('anna', PASSWORD, HERE), await accounts.logIn('anna', PASSWORD, HERE)];
    const next = 'eight blue tramways';
    await expect(accounts.changePassword(id, 'wrong', next)).rejects.toMatchObject({ code: 'unauthorized' });
    await accounts.changePassword(id, PASSWORD, next, one.session);
    expect(await accounts.accountOfSession(one.session)).toBeDefined();
    expect(await accounts.accountOfSession(two.session)).toBeUndefined();
    const kept = await accounts.makeToken(id, { name: 'feed', scopes: ['read'], days: 1 });
    await accounts.changePassword(id, next, `${next}!`, one.session);
    expect(await accounts.accountOfToken(kept.token)).toBeDefined();
    await accounts.setPassword(id, PASSWORD, OPERATOR);
    expect(await accounts.accountOfSession(one.session)).toBeUndefined();
    expect(await accounts.accountOfToken(kept.token)).toBeUndefined();
    const three = await accounts.logIn('anna', PASSWORD, HERE);
    const { token } = await accounts.makeToken(id, { name: 'feed', scopes: ['read'], days: 1 });
    await accounts.change(id, { active: false }, OPERATOR);
    await accounts.change(id, { active: true }, OPERATOR);
    expect(await accounts.accountOfSession(three.session)).toBeUndefined();
    expect(await accounts.accountOfToken(token)).toBeUndefined();
  });

  test('a token permits what it says, as long as its account may', async () => {
    const { id } = await add('machine', { role: 'analyst' });
    for (const [request, code] of [
      [{ name: 'x', scopes: ['decide'], days: 1 }, 'forbidden'],
      [{ name: 'x', scopes: [], days: 1 }, 'bad-input'],
      [{ name: ' ', scopes: ['read'], days: 1 }, 'bad-input'],
      [{ name: 'x', scopes: ['read'], days: 400 }, 'bad-input'],
    ] as const)
      await expect(accounts.makeToken(id, request)).rejects.toMatchObject({ code });
    const made = await accounts.makeToken(id, { name: 'feeds', scopes: ['add', 'read'], days: 30 });
    expect(made.token).toMatch(/^readout_[\w-]{43}$/);
    expect(await accounts.tokens(id)).toMatchObject([{ id: made.id, name: 'feeds', scopes: ['read', 'add'] }]);
    expect(JSON.stringify(await accounts.tokens(id))).not.toContain(made.token);
    expect(await accounts.accountOfToken(made.token)).toMatchObject({ account: { id }, scopes: ['read', 'add'] });
    await accounts.change(id, { role: 'reader' }, OPERATOR);
    expect(await accounts.accountOfToken(made.token)).toMatchObject({ scopes: ['read'] });
    await backdate('tokens', 'expires_at', 1);
    expect(await accounts.accountOfToken(made.token)).toBeUndefined();
    await accounts.revokeToken(id, made.id);
    await expect(accounts.revokeToken(id, made.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await actionsOf('machine')).toEqual(['token-revoked', 'token-made']);
  });

  test('whoever comes from the provider is known by issuer and subject, never by name', async () => {
    const person = { issuer: 'https://id.example', subject: '17', name: 'Chief', fullName: 'C. Hief' };
    const first = await accounts.logInWithOidc(person, HERE);
    expect(first.account).toMatchObject({ name: 'chief-2', role: 'reader', clearance: 'public', oidc: true });
    const again = await accounts.logInWithOidc({ ...person, name: 'Other' }, HERE);
    expect(again.account.id).toBe(first.account.id);
    expect(await accounts.accountOfSession(again.session)).toMatchObject({ name: 'chief-2' });
    const other = await accounts.logInWithOidc({ ...person, subject: '18', name: 'a b/c' }, HERE);
    expect(other.account.name).toBe('a-b-c');
    const names = await Promise.all(
      ['User', '--x', '…'].map((name, index) =>
        accounts.logInWithOidc({ ...person, subject: `2${index}`, name }, HERE),
      ),
    );
    expect(names.map(({ account }) => account.name)).toEqual(['user-2', 'x', 'person']);
    await accounts.change(first.account.id, { active: false }, OPERATOR);
    await expect(accounts.logInWithOidc(person, HERE)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  test('secrets of accounts are kept from connections of a lower clearance', async () => {
    const { db } = deskOf(desk, { name: 'x', clearance: 'delegation' }).register;
    for (const table of ['accounts', 'sessions', 'tokens', 'log_in_limits'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test('there are none where a table has lost its policy, or has got another', async () => {
    const { db, place } = (await openDesk({ database: await (server as PostgresServer).newDatabase() })).register;
    const changes = [
      ['alter table links no force row level security', 'alter table links force row level security'],
      [
        'alter table search_index_public disable row level security',
        'alter table search_index_public enable row level security',
      ],
      ['create policy more on documents using (true)', 'drop policy more on documents'],
      ['drop policy pairs_clearance on pairs', undefined],
    ] as const;
    for (const [change, back] of changes) {
      await sql.raw(change).execute(db);
      const other = await openDesk({ database: place });
      await expect(accountsOf(other)).rejects.toMatchObject({
        code: 'unsupported',
        value: expect.stringMatching(/^(links|search_index_public|documents|pairs)$/),
      });
      await closeDesk(other);
      if (back !== undefined) await sql.raw(back).execute(db);
    }
    await db.destroy();
  });

  test('there are none where nothing would hold them to what they may see', async () => {
    const url = await (server as PostgresServer).newDatabase();
    const unheld = await openDesk({ database: (server as PostgresServer).asSuperuser(url) });
    await expect(accountsOf(unheld)).rejects.toMatchObject({
      code: 'unsupported',
      remedy: expect.stringMatching(/create role/),
    });
    await closeDesk(unheld);
  });
});
