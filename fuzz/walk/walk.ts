import { stripVTControlCharacters } from 'node:util';
import { type Browser, errors, type Page } from 'playwright-core';
import { launchBrowser, watch } from '../../src/server/testing/browser.ts';
import { type Draw, pickWeighted } from '../draw.ts';
import type { Tally } from '../report.ts';
import type { Site } from '../site.ts';
import { ACTIONS, type Action, type Step } from './actions.ts';
import { settle, standingFault } from './page.ts';

/** How many of the last actions a finding tells. */
const TOLD = 30;

/** Walks about a site in a browser for some milliseconds: clicks, forms, keys, addresses, back and forward. */
export async function walkFor(time: number, site: Site, draw: Draw, tally: Tally): Promise<void> {
  const browser = await launchBrowser();
  try {
    await walkIn(browser, time, site, draw, tally);
  } finally {
    await browser.close();
  }
}

async function walkIn(browser: Browser, time: number, site: Site, draw: Draw, tally: Tally): Promise<void> {
  const context = await browser.newContext({ baseURL: site.origin, locale: 'en-GB', acceptDownloads: false });
  const page = await context.newPage();
  const watched = watch(page);
  const steps: string[] = [];
  const step: Step = { page, draw, known: site.known };
  const logIn = async (): Promise<void> => {
    await context.addCookies(cookiesIn(await site.logIn(), site.origin));
    // A server that has only just begun may take its time.
    await page.goto('/', { timeout: 120_000 });
  };
  await logIn();
  const end = Date.now() + time;
  while (Date.now() < end) {
    const action = pickWeighted(draw, ACTIONS);
    if (action === undefined) return;
    const where = new URL(page.url()).pathname.replace(/[^/]{12,}$/, '…');
    const { words, fault } = await doIt(action, step);
    if (words === undefined) continue;
    steps.push(`${words}  → ${page.url().slice(site.origin.length)}`);
    tally.count(action.name);
    const faults = [fault, ...watched.faults(), ...site.broken(), await standing(page)];
    for (const one of faults) if (one !== undefined) tally.find({ fault: one, where, steps: steps.slice(-TOLD) });
    await comeBack(page);
    if (new URL(page.url()).pathname === '/login') await logIn();
  }
}

/** A cookie as a browser keeps it: of a site over TLS, which this machine is as good as. */
function cookiesIn(cookie: string | undefined, origin: string) {
  const [name, value] = cookie?.split('=') ?? [];
  const url = origin.replace('http:', 'https:');
  return name === undefined || value === undefined ? [] : [{ name, value, url, secure: true, httpOnly: true }];
}

/** Does one thing and waits for what comes of it. What does not come in time is a fault. */
async function doIt(action: Action, step: Step): Promise<{ words: string | undefined; fault?: string }> {
  try {
    const words = await action.act(step);
    await settle(step.page);
    return { words };
  } catch (error) {
    if (isExpected(error)) return { words: `${action.name}: given up` };
    const message = error instanceof Error ? error.message : String(error);
    return { words: `${action.name}: failed`, fault: `${action.name}: ${stripVTControlCharacters(message)}` };
  }
}

/** A page may be left, or a download may begin, while something is done with it. */
function isExpected(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof errors.TimeoutError) return false;
  return /ERR_ABORTED|Download is starting|interrupted by another navigation|context was destroyed|detached|frame was/.test(
    error.message,
  );
}

async function standing(page: Page): Promise<string | undefined> {
  return standingFault(page).catch((error: unknown) => (isExpected(error) ? undefined : String(error)));
}

/** Files that the browser shows (JSON, feeds) have no way on but back. */
async function comeBack(page: Page): Promise<void> {
  const isPage = await page.evaluate(() => document.querySelector('header nav') !== null).catch(() => true);
  if (!isPage) await page.goto('/');
}
