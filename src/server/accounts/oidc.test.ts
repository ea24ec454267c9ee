import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProvider, type TestProvider } from '../testing/provider.ts';
import { type Oidc, oidcOf } from './oidc.ts';

const CALLBACK = 'http://localhost/login/oidc/callback';

let provider: TestProvider;
let oidc: Oidc;

beforeAll(async () => {
  provider = await startProvider(CALLBACK);
  oidc = oidcOf(provider);
});
afterAll(() => provider.close());

describe('log-in at a provider', () => {
  test('says who it is', async () => {
    const { address, pending } = await oidc.begin(CALLBACK);
    const back = await provider.logIn(address, 'aigul');
    expect(await oidc.finish(new URL(back), pending)).toEqual({
      issuer: provider.issuer,
      subject: 'aigul',
      name: 'aigul',
      fullName: 'aigul of the Ministry',
    });
  });

  test('asks with a challenge, a state and a nonce, all of them new each time', async () => {
    const queries = await Promise.all(
      [0, 1].map(async () => new URL((await oidc.begin(CALLBACK)).address).searchParams),
    );
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(new Set(queries.map((query) => query.get(name) ?? '')).size).toBe(2);
    expect(queries[0]?.get('code_challenge_method')).toBe('S256');
  });

  test.each(['state', 'nonce', 'verifier'] as const)('of another %s is refused', async (what) => {
    const [mine, other] = await Promise.all([oidc.begin(CALLBACK), oidc.begin(CALLBACK)]);
    const back = await provider.logIn(mine.address, 'aigul');
    const mixed = { ...mine.pending, [what]: other.pending[what] };
    await expect(oidc.finish(new URL(back), mixed)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  test('is not taken twice', async () => {
    const { address, pending } = await oidc.begin(CALLBACK);
    const back = new URL(await provider.logIn(address, 'aigul'));
    await oidc.finish(back, pending);
    await expect(oidc.finish(back, pending)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  test('that the provider refuses is refused', async () => {
    const { pending } = await oidc.begin(CALLBACK);
    const refusal = new URL(`${CALLBACK}?error=access_denied&state=${pending.state}&iss=${provider.issuer}`);
    await expect(oidc.finish(refusal, pending)).rejects.toMatchObject({ code: 'unauthorized' });
  });
});

test('a provider that is down is said to be, and asked again', async () => {
  const down = oidcOf({ ...provider, issuer: 'http://127.0.0.1:9' });
  for (const _ of [0, 1]) await expect(down.begin(CALLBACK)).rejects.toMatchObject({ code: 'unauthorized' });
});

test.each(['http://provider.example', 'ftp://provider.example', 'provider', 'http://127.0.0.1.provider.example'])(
  'a provider at %s is not asked at all',
  (issuer) => {
    expect(() => oidcOf({ ...provider, issuer })).toThrow(/https/);
  },
);
