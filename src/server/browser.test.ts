import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dossier } from '../desk/index.ts';
import { commitmentHref, documentHref, meetingHref } from './hrefs.ts';
import { type ExampleSite, exampleSite, HOSTILE } from './testing/example.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
if (CHROMIUM === undefined)
  console.warn('browser tests are skipped: no Chromium is installed (apt-get install chromium)');

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

describe.skipIf(CHROMIUM === undefined)('in a browser', { timeout: 180_000 }, () => {
  let site: ExampleSite;
  let browser: Browser;
  let server: ReturnType<typeof serve>;
  let origin: string;
  let paths: Readonly<Record<string, string>>;

  beforeAll(async () => {
    [site, browser] = await Promise.all([
      exampleSite(),
      chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS }),
    ]);
    const { commitments, meetings, documents } = await dossier(site.desk, 'KAZ-KGZ');
    const told = commitments.find(({ series }) => (series?.points.length ?? 0) > 1) ?? commitments[0];
    const compared = meetings.find(({ mentions }) => mentions.length > 2) ?? meetings[0];
    paths = {
      home: '/',
      dossier: '/pairs/KAZ-KGZ',
      document: documentHref(documents.find(({ publisher }) => publisher === 'Kazinform')?.id ?? ''),
      commitment: commitmentHref(told?.record.id ?? ''),
      meeting: meetingHref(compared?.id ?? ''),
      hostile: documentHref(HOSTILE.id),
      search: '/search?q=border+crossing',
      area: '/areas/water',
      instruments: '/instruments',
      actor: '/actors/KAZ/president',
      review: '/review?pair=KAZ-KGZ',
      brief: '/brief?pair=KAZ-KGZ',
      compare: '/compare?pair=KAZ-KGZ',
      add: '/add',
      codebook: '/help/codebook',
    };
    origin = await new Promise((resolve) => {
      server = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    server.close();
    await site.close();
  });

  /** A page whose errors are kept: what the console says, and what is thrown. */
  async function open(scheme: 'light' | 'dark', viewport: { width: number; height: number }) {
    const context = await browser.newContext({ colorScheme: scheme, viewport, baseURL: origin, locale: 'en-GB' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined));
    page.on('pageerror', ({ message }) => errors.push(message));
    return { page, errors, close: () => context.close() };
  }

  async function seriousFaults(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }

  test.each([
    ['light', DESK, /./],
    ['dark', PHONE, /home|dossier|document|commitment|meeting|review/],
  ] as const)('pages are without error and accessible, %s', async (scheme, viewport, which) => {
    const { page, errors, close } = await open(scheme, viewport);
    for (const [name, path] of Object.entries(paths).filter(([name]) => which.test(name))) {
      await page.goto(path);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({ name, errors, faults: await seriousFaults(page), wider: Math.max(0, wider) }).toEqual({
        name,
        errors: [],
        faults: [],
        wider: 0,
      });
    }
    await close();
  });

  test('pointing at a finding shows its words, and a permalink marks them', async () => {
    const { page, errors, close } = await open('light', DESK);
    await page.goto(paths.document ?? '');
    await page.locator('.finding.k-commitment a').first().focus();
    const listed = await page.locator('.finding.lit').getAttribute('data-finding');
    expect(await page.locator('.text .lit').first().getAttribute('data-f')).toContain(listed);
    await page.goto(`${paths.document}#s=0-10`);
    expect(await page.evaluate(() => CSS.highlights.has('permalink'))).toBe(true);
    await page.locator('#layer-commitment').uncheck();
    expect(await page.locator('.finding.k-commitment').first().isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await close();
  });

  test('nothing of a hostile document runs', async () => {
    const { page, errors, close } = await open('light', DESK);
    for (const path of [paths.hostile, '/documents', '/pairs/KAZ-KGZ', '/search?q=school', '/review?pair=KAZ-KGZ']) {
      await page.goto(path ?? '');
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    }
    expect(errors).toEqual([]);
    await close();
  });

  test('the review is worked with the keyboard alone', async () => {
    const { page, close } = await open('light', DESK);
    await page.goto(paths.review ?? '');
    const left = async () => Number(/\d+/.exec((await page.locator('[role=status]').textContent()) ?? '')?.[0]);
    const before = await left();
    await page.keyboard.press('n');
    await page.waitForURL(/at=1/);
    await page.keyboard.press('p');
    await page.waitForURL(/at=0/);
    const answer = (await page.locator('[data-key=m]').count()) > 0 ? 'd' : 'a';
    await page.keyboard.press(answer);
    await page.waitForURL(/done=/);
    expect(await left()).toBeLessThan(before);
    await page.keyboard.press('u');
    await page.waitForURL((url) => !url.search.includes('done='));
    expect(await left()).toBe(before);
    await close();
  });

  test('language and theme are kept', async () => {
    const { page, close } = await open('light', DESK);
    await page.goto('/pairs/KAZ-KGZ');
    await page.getByRole('button', { name: 'Кыргызча' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('ky');
    await page.locator('button[value=dark]').click();
    await page.goto('/');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await close();
  });

  test('the core pages work without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
    const page = await context.newPage();
    await page.goto('/pairs/KAZ-KGZ');
    await page.locator('.matrix a.cell').first().click();
    expect(page.url()).toContain('status=');
    await page.locator('.commitment-line a.line-title').first().click();
    await page.locator('.history blockquote a').first().click();
    expect(page.url()).toMatch(/\/documents\/\w+#c/);
    await context.close();
  });

  test('files are added with their progress told', async () => {
    const { page, errors, close } = await open('light', DESK);
    await page.goto('/add');
    const buffer = Buffer.from(
      'Kazakhstan and Kyrgyzstan hold talks\n\nThe sides agreed to open a school by the end of 2030.',
    );
    await page.locator('input[type=file]').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Add the files' }).click();
    await page.locator('#add-log a').click();
    expect(await page.locator('.text').textContent()).toContain('open a school');
    expect(errors).toEqual([]);
    await close();
  });
});
