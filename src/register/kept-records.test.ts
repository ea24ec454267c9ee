import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeMarking, fileAll, findPair, keepRecord, keptRecord, openRegister, type Register } from './index.ts';
import { linkToFirst, sampleFiling } from './testing/sample-filing.ts';
import { describeOnStores } from './testing/stores.ts';

const DATA = Uint8Array.of(1, 2, 3);
const [first, second] = [sampleFiling(1), sampleFiling(2)];

await describeOnStores('kept records', ({ name, newPlace }) => {
  let register: Register;
  beforeEach(async () => {
    register = await openRegister(await newPlace());
    await add(first);
  });
  afterEach(() => register.close());

  const add = (filing: typeof first) => fileAll(register, [filing], linkToFirst, '2026-01-01T00:00:00Z');
  const current = async (version = '1') => {
    const { revision = 0 } = (await findPair(register, 'KAZ-KGZ')) ?? {};
    return { pair: 'KAZ-KGZ', revision, version };
  };

  test('a record is kept until it is derived anew, by the version that derived it', async () => {
    const key = await current();
    expect(await keptRecord(register, key)).toBeUndefined();
    await keepRecord(register, key, DATA);
    expect(Uint8Array.from((await keptRecord(register, key)) ?? [])).toEqual(DATA);
    expect(await keptRecord(register, { ...key, version: '2' })).toBeUndefined();
    await add(second);
    const next = await current();
    expect(await keptRecord(register, next)).toBeUndefined();
    await keepRecord(register, next, DATA);
    expect(await keptRecord(register, key)).toBeUndefined();
  });

  test('one that has changed since it was derived is not kept', async () => {
    const key = await current();
    await add(second);
    await keepRecord(register, key, DATA);
    expect(await keptRecord(register, key)).toBeUndefined();
  });

  test.skipIf(name === 'SQLite')('each clearance has its own, which goes when it may no longer be seen', async () => {
    const key = await current();
    const open = register.at('public');
    await keepRecord(register, key, DATA);
    expect(await keptRecord(open, key)).toBeUndefined();
    await keepRecord(open, key, DATA);
    expect(await keptRecord(open, key)).toBeDefined();
    await changeMarking(register, first.document.id, 'delegation');
    expect(await keptRecord(open, key)).toBeUndefined();
    expect(await keptRecord(register, key)).toBeDefined();
  });
});
