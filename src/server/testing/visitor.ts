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

/** A browser for visitors of a site. */
export interface Visitors {
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export async function visitorsTo(origin: string): Promise<Visitors> {
  const browser = await launchBrowser();
  return {
    visitor: (options) => visitorOf(browser, { ...USUAL, baseURL: origin, ...options }),
    close: () => browser.close(),
  };
}

/** The served examples and a browser. */
export type VisitedSite = ServedSite & Visitors;

export async function visitedSite(): Promise<VisitedSite> {
  const site = await servedSite();
  const visitors = await visitorsTo(site.origin);
  return {
    ...site,
    visitor: visitors.visitor,
    close: async () => {
      await visitors.close();
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
