import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDocuments } from '../desk/index.ts';
import { documentHref } from './hrefs.ts';
import { CHROMIUM } from './testing/browser.ts';
import { HOSTILE } from './testing/example.ts';
import { frameFaults, overflow, seriousFaults, tabFaults } from './testing/inspect.ts';
import { listen } from './testing/served.ts';
import { OPERATOR, type TeamSite, teamSite } from './testing/team-site.ts';
import { DESK, PHONE, type Visitors, visitorsTo } from './testing/visitor.ts';

const PASSWORD = 'a password of some length';

describe.skipIf(CHROMIUM === undefined)('accounts in a browser', { timeout: 120_000 }, () => {
  let site: TeamSite | undefined;
  let visitors: Visitors | undefined;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    site = await teamSite();
    if (site === undefined) return;
    await site.accounts.add(
      { name: 'ana', role: 'administrator', clearance: 'principals', password: PASSWORD },
      OPERATOR,
    );
    await site.accounts.add({ name: 'ben', role: 'reader', clearance: 'public', password: PASSWORD }, OPERATOR);
    await addDocuments(site.desk, [{ kind: 'document', place: 'text', document: HOSTILE }]);
    const served = await listen(site.app);
    stop = served.stop;
    visitors = await visitorsTo(served.origin);
  }, 120_000);
  afterAll(async () => {
    await visitors?.close();
    await stop?.();
    await site?.close();
  });

  async function logIn(page: Page, name: string): Promise<void> {
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/login');
    // The name has the focus: nothing needs the mouse.
    await page.locator('input[name=name]:focus').waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await Promise.all([page.waitForURL((url) => url.pathname === '/'), page.keyboard.press('Enter')]);
  }

  test.each([
    ['light', DESK],
    ['dark', PHONE],
  ] as const)('its pages are without error and accessible: %s', async (colorScheme, viewport) => {
    if (visitors === undefined) return;
    const visitor = await visitors.visitor({ colorScheme, viewport });
    const { page } = visitor;
    await page.goto('/login');
    const found: Record<string, unknown[]> = {
      login: [...(await frameFaults(page)), ...(await seriousFaults(page)), await overflow(page)],
    };
    await logIn(page, 'ana');
    for (const path of ['/', '/account', '/accounts', '/log', documentHref(HOSTILE.id), '/add'])
      found[path] = [
        await page.goto(path).then((answer) => answer?.status()),
        ...(await frameFaults(page)),
        ...(await seriousFaults(page)),
        await overflow(page),
        ...visitor.faults(),
      ];
    const wanted = Object.fromEntries(
      Object.keys(found).map((path) => [path, path === 'login' ? [undefined] : [200, undefined]]),
    );
    expect(found).toEqual(wanted);
    await visitor.close();
  });

  test('they are worked with the Tab key', async () => {
    if (visitors === undefined) return;
    const { page, close } = await visitors.visitor();
    await logIn(page, 'ana');
    for (const path of ['/account', '/accounts', '/log']) {
      await page.goto(path);
      expect(await tabFaults(page)).toEqual([]);
    }
    await close();
  });

  test('a wrong password is told, and who logs out is out', async () => {
    if (visitors === undefined) return;
    const { page, faults, close } = await visitors.visitor();
    await page.goto('/login?back=/areas');
    await page.locator('input[name=name]:focus').waitFor();
    await page.keyboard.type('ben');
    await page.locator('input[type=password]').fill('not the password');
    await page.keyboard.press('Enter');
    await page.locator('.fault').waitFor();
    await page.locator('input[type=password]').fill(PASSWORD);
    await Promise.all([page.waitForURL(/areas/), page.keyboard.press('Enter')]);
    expect((await page.goto('/accounts'))?.status()).toBe(403);
    expect(await page.locator('h1').count()).toBe(1);
    await Promise.all([page.waitForURL(/login/), page.getByRole('button', { name: 'Log out' }).click()]);
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/login');
    expect(faults()).toEqual([]);
    await close();
  });
});
