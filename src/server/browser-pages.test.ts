import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../model/index.ts';
import { CHROMIUM } from './testing/browser.ts';
import { faultsOfLook, frameFaults, overflow, printFaults, seriousFaults, tabFaults } from './testing/inspect.ts';
import { pagesOf, type SitePage } from './testing/pages.ts';
import { DESK, PHONE, type VisitedSite, visitedSite } from './testing/visitor.ts';

if (CHROMIUM === undefined)
  console.warn('browser tests are skipped: no Chromium is installed (apt-get install chromium)');

/** What A4 leaves between its margins. */
const PAPER = { width: 718, height: 1000 };

/** Faults by the name of the page; pages without a fault are left out. */
type Faults = Record<string, string[]>;

describe.skipIf(CHROMIUM === undefined).concurrent('every page', { timeout: 300_000 }, () => {
  let site: VisitedSite;
  let pages: readonly SitePage[];
  const named = (...names: string[]) => pages.filter(({ name }) => names.includes(name));

  beforeAll(async () => {
    site = await visitedSite();
    pages = await pagesOf(site.desk);
  }, 120_000);
  afterAll(() => site.close());

  /** What a check finds on some pages, each opened by the same visitor. */
  async function faultsOn(
    some: readonly SitePage[],
    options: Parameters<VisitedSite['visitor']>[0],
    check: (page: Page, one: SitePage) => Promise<readonly (string | undefined)[]>,
  ): Promise<Faults> {
    const visitor = await site.visitor(options);
    const found: Faults = {};
    for (const one of some) {
      const answer = await visitor.page.goto(one.path);
      const status = answer?.status() === (one.status ?? 200) ? undefined : `answers ${answer?.status()}`;
      const faults = [status, ...(await check(visitor.page, one)), ...visitor.faults()].filter(
        (fault) => fault !== undefined,
      );
      if (faults.length > 0) found[one.name] = faults;
    }
    await visitor.close();
    return found;
  }

  test('is in the table of pages', async ({ expect }) => {
    const routes = site.app.routes.filter(
      ({ method, path }) => method === 'GET' && !/^\/(?:api|assets|export|health)\b|\.\w+$|:format/.test(path),
    );
    const walked = new Set(pages.map(({ route }) => route));
    expect(routes.map(({ path }) => path).filter((path) => !walked.has(path))).toEqual([]);
  });

  test.each([
    ['light', DESK, PHONE, seriousFaults],
    ['dark', PHONE, DESK, faultsOfLook],
  ] as const)(
    'is without error, accessible and no wider than its window: %s',
    async (colorScheme, viewport, other, axe) => {
      const faults = await faultsOn(pages, { colorScheme, viewport }, async (page) => {
        const faults = [...(await frameFaults(page)), ...(await axe(page)), await overflow(page)];
        await page.setViewportSize(other);
        faults.push(await overflow(page));
        await page.setViewportSize(viewport);
        return faults;
      });
      expect(faults).toEqual({});
    },
  );

  test('is worked with the Tab key: everything is reached and shown', async ({ expect }) => {
    const some = named('home', 'dossier, filtered', 'document', 'review queue', 'add');
    expect(await faultsOn(some, {}, tabFaults)).toEqual({});
  });

  test('begins with a link past the navigation', async ({ expect }) => {
    const faults = await faultsOn(named('home', 'dossier', 'document'), {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const isPast = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement));
      return isPast === true ? [] : ['the link does not lead into the main part'];
    });
    expect(faults).toEqual({});
  });

  test.each(LANGUAGES)('is in the language of the user: %s', async (language) => {
    const some = named(
      'home',
      'dossier, filtered',
      'document',
      'commitments',
      'review queue',
      'brief',
      'add',
      'areas',
      'bad date',
    );
    const faults = await faultsOn(some, { locale: language, viewport: PHONE }, async (page) => {
      const lang = await page.locator('html').getAttribute('lang');
      return [
        lang === language ? undefined : `its language is said to be ${lang}`,
        ...(await frameFaults(page)),
        await overflow(page),
      ];
    });
    expect(faults).toEqual({});
  });

  test('is printed whole, without what is for the screen', async ({ expect }) => {
    const some = named('dossier', 'commitment', 'brief');
    const faults = await faultsOn(some, { viewport: PAPER }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      return [...(await printFaults(page)), await overflow(page)];
    });
    expect(faults).toEqual({});
  });

  test('says the same without script', async ({ expect }) => {
    const some = named('home', 'dossier, filtered', 'document', 'commitment', 'meeting', 'search, found', 'brief');
    const texts = new Map<string, string>();
    const textOf = (page: Page): Promise<string> => page.locator('main').ariaSnapshot();
    await faultsOn(some, {}, async (page, { name }) => {
      texts.set(name, await textOf(page));
      return [];
    });
    const faults = await faultsOn(some, { javaScriptEnabled: false }, async (page, { name }) =>
      (await textOf(page)) === texts.get(name) ? [] : ['its text is another'],
    );
    expect(faults).toEqual({});
  });
});
