import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDesk, type Desk, openDesk } from '../desk/index.ts';
import type { App } from './http/env.ts';
import { createApp } from './index.ts';

describe('a register with nothing in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-empty-'));
  const faults: unknown[] = [];
  let desk: Desk;
  let app: App;
  beforeAll(async () => {
    desk = await openDesk({ database: join(folder, 'register.sqlite') });
    app = createApp(desk, { log: (fault) => faults.push(fault) });
  });
  afterAll(async () => {
    await closeDesk(desk);
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    '/',
    '/documents',
    '/commitments',
    '/areas/water',
    '/instruments',
    '/actors',
    '/actors/KAZ',
    '/review',
    '/brief',
    '/compare',
    '/search?q=border',
    '/log',
  ])('%s says that there is nothing', async (path) => {
    const answer = await app.request(path);
    expect({ status: answer.status, faults }).toEqual({ status: 200, faults: [] });
    expect(await answer.text()).toMatch(/class="(?:[^"]* )?empty/);
  });

  test.each(['/add', '/search', '/areas', '/help', '/export/commitments.csv', '/api/v1/pairs', '/api/v1/agenda'])(
    '%s is there',
    async (path) => {
      expect((await app.request(path)).status).toBe(200);
    },
  );
});
