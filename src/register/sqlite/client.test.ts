import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRegister, type Register, setSetting, setting } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-client-'));
let register: Register;

beforeAll(async () => {
  register = await openRegister(join(folder, 'register.sqlite'));
});
afterAll(async () => {
  await register.close();
  rmSync(folder, { recursive: true, force: true });
});

test('who reads does not wait for who writes, and who writes waits for nobody but another writer', async () => {
  const told: string[] = [];
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  await setSetting(register, 'day', 'first');
  const slow = register.db.transaction().execute(async (db) => {
    await setSetting({ ...register, db }, 'day', 'second');
    await ended;
    told.push('slow');
  });
  const waits = setSetting(register, 'day', 'third').then(() => told.push('waits'));
  expect(await setting(register, 'day')).toBe('first');
  end();
  await Promise.all([slow, waits]);
  expect(told).toEqual(['slow', 'waits']);
  expect(await setting(register, 'day')).toBe('third');
});

test('more questions at once than there are connections are all answered', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => setting(register, 'none')));
  expect(answers).toEqual(Array.from({ length: 40 }, () => undefined));
});
