import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** How long after its loading a page is watched for a larger paint. */
const SETTLE = 150;

/** What a browser made of a page. */
export interface Painted {
  /** Milliseconds from the start of the navigation until the largest paint. */
  readonly largestPaint: number;
  /** Bytes of scripts and style sheets as they were sent, compressed. */
  readonly code: number;
}

/** Starts a browser; undefined where none is installed. */
export async function startBrowser(): Promise<Browser | undefined> {
  if (PROGRAM === undefined) return undefined;
  return chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
}

/** Opens an address in a window that has nothing in its cache. */
export async function paint(browser: Browser, address: string): Promise<Painted> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE);
    return await page.evaluate(measured);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function measured(): Promise<Painted> {
  const isCode = ({ name }: PerformanceEntry) => /\.(?:js|css)(?:\?|$)/.test(name);
  const sizes = performance
    .getEntriesByType('resource')
    .filter(isCode)
    .map((entry) => ('encodedBodySize' in entry ? Number(entry.encodedBodySize) : 0));
  const code = sizes.reduce((sum, size) => sum + size, 0);
  return new Promise((resolve) => {
    new PerformanceObserver((list) =>
      resolve({ largestPaint: list.getEntries().at(-1)?.startTime ?? 0, code }),
    ).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
}
