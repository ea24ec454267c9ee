import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, watch } from './browser.ts';
import { type ServedSite, servedSite } from './served.ts';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

/** Without motion, so that what is scrolled to is there at once. */
const USUAL: BrowserContextOptions = { locale: 'en-GB', viewport: DESK, reducedMotion: 'reduce' };

/** Somebody with a browser of their own, who looks at the site. */
export interface Visitor {
  readonly page: Page;
  /** What went wrong since it was asked last. */
  faults(): string[];
  close(): Promise<void>;
}

/** A served site and a browser. */
export interface VisitedSite extends ServedSite {
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
}

export async function visitedSite(): Promise<VisitedSite> {
  const [site, browser] = await Promise.all([servedSite(), launchBrowser()]);
  return {
    ...site,
    visitor: (options) => visitorOf(browser, { ...USUAL, baseURL: site.origin, ...options }),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

async function visitorOf(browser: Browser, options: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const { faults } = watch(page);
  return { page, faults, close: () => context.close() };
}
