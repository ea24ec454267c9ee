import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDesk, type Desk, type DocumentView, openDesk, preview } from '../desk/index.ts';
import { createApp } from './index.ts';

const TEXT = 'Kazakhstan and Kyrgyzstan agreed to build a road.';

const folder = mkdtempSync(join(tmpdir(), 'readout-reading-'));
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ database: join(folder, 'register.sqlite') });
});
afterAll(async () => {
  await closeDesk(desk);
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['/api/v1/read', JSON.stringify({ text: TEXT }), 'application/json'],
  ['/add/preview', new URLSearchParams({ text: TEXT }).toString(), 'application/x-www-form-urlencoded'],
])('who has a text read by %s holds up nobody', async (path, body, type) => {
  const reading = Promise.withResolvers<DocumentView>();
  const app = createApp(desk, { previewer: { preview: () => reading.promise } });
  const headers = { 'content-type': type, origin: 'http://localhost' };
  let isRead = false;
  const read = Promise.resolve(app.request(path, { method: 'POST', body, headers })).finally(() => {
    isRead = true;
  });
  expect((await app.request('/documents')).status).toBe(200);
  expect(isRead).toBe(false);
  reading.resolve(preview(TEXT));
  expect((await read).status).toBe(200);
});
