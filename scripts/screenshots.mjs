// Takes the pictures of README.md from the example dossier: `node scripts/screenshots.mjs [FOLDER]`, with the project's own Node
// (`npx node …`). Needs Chromium.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { chromium } from 'playwright-core';
import './jsx.mjs';

const OUT = process.argv[2] ?? fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const PORT = 8479;
const ORIGIN = `http://localhost:${PORT}`;
/** The day as of which the pages show the record: before the visit of August 2025. */
const DAY = '2025-08-20';

const { closeDesk, dossier, loadExamples, openDesk, refreshStandings } = await import('../src/desk/index.ts');
const { createApp } = await import('../src/server/index.ts');

const folder = mkdtempSync(join(tmpdir(), 'readout-screenshots-'));
const desk = await openDesk({ database: join(folder, 'register.sqlite') });
await loadExamples(desk);
await refreshStandings(desk);
const server = serve({ fetch: createApp(desk).fetch, port: PORT, hostname: '127.0.0.1' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  mkdirSync(OUT, { recursive: true });
  for (const picture of await pictures()) await take(picture);
} finally {
  await browser.close();
  server.close();
  await closeDesk(desk);
  rmSync(folder, { recursive: true });
}

/** What is taken: a name, an address, and what differs from a light page in English. */
async function pictures() {
  const { commitments, meetings, documents } = await dossier(desk, 'KAZ-KGZ', { asOf: DAY });
  const followed = commitments.find(
    ({ record }) => record.deadlines.length > 0 && record.targets.length > 0 && record.evidence.length > 0,
  );
  const compared = meetings.find(({ mentions }) => mentions.length > 2);
  const text = documents.find(({ publisher, language }) => publisher === 'Kazinform' && language === 'en');
  const inPath = (id) => id.replaceAll('#', '~');
  return [
    { name: 'home', path: '/' },
    { name: 'dossier', path: `/pairs/KAZ-KGZ?asOf=${DAY}` },
    { name: 'dossier-dark', path: `/pairs/KAZ-KGZ?asOf=${DAY}`, colorScheme: 'dark' },
    { name: 'document', path: `/documents/${text.id}` },
    { name: 'commitment', path: `/commitments/${inPath(followed.record.id)}` },
    { name: 'meeting', path: `/meetings/${inPath(compared.id)}` },
    { name: 'review', path: '/review?pair=KAZ-KGZ&at=3' },
    { name: 'brief', path: `/brief?pair=KAZ-KGZ&asOf=${DAY}&for=KAZ`, locale: 'ru' },
  ];
}

async function take({ name, path, locale = 'en-GB', colorScheme = 'light' }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale, colorScheme });
  const page = await context.newPage();
  await page.goto(ORIGIN + path);
  const file = join(OUT, `${name}.webp`);
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  writeFileSync(file, Buffer.from(data, 'base64'));
  await context.close();
  console.log(`${name}  ${Math.round(statSync(file).size / 1000)} KB`);
}
