import type { Page } from 'playwright-core';

/** Something on a page that a user can act on. */
export interface Control {
  /** Its place among all controls of the page, in the order of the document. */
  readonly index: number;
  /** Of a form control, the number of its form; -1 elsewhere. */
  readonly form: number;
  readonly kind: 'link' | 'button' | 'summary' | 'field';
  /** Of a field, its type: `text`, `select`, `date`, `file`, … */
  readonly type: string;
  readonly options: readonly string[];
  /** How it is called in a report. */
  readonly words: string;
}

export const CONTROLS = 'a[href], button, summary, input:not([type=hidden]), select, textarea';

/** What a user sees and can act on; links out of the site are left out. */
export function controlsOf(page: Page): Promise<Control[]> {
  return page.evaluate((selector) => {
    const forms = [...document.forms];
    const kindOf = (element: Element) => {
      if (element instanceof HTMLAnchorElement) return 'link';
      if (element instanceof HTMLButtonElement) return 'button';
      return element.tagName === 'SUMMARY' ? 'summary' : 'field';
    };
    return [...document.querySelectorAll(selector)].flatMap((element, index) => {
      const leadsOut = element instanceof HTMLAnchorElement && element.origin !== location.origin;
      const { right, bottom } = element.getBoundingClientRect();
      // What stands before the edge of the page (the link to skip the navigation) is for the keyboard.
      const isSeen =
        element.checkVisibility({ visibilityProperty: true }) && right + scrollX > 0 && bottom + scrollY > 0;
      if (leadsOut || !isSeen) return [];
      const form = 'form' in element && element.form instanceof HTMLFormElement ? forms.indexOf(element.form) : -1;
      const type = 'type' in element ? String(element.type) : '';
      const options = element instanceof HTMLSelectElement ? [...element.options].map(({ value }) => value) : [];
      const name = element.getAttribute('href') ?? element.getAttribute('name') ?? '';
      const words = `${element.tagName.toLowerCase()} ${name} ${(element.textContent ?? '').trim().slice(0, 40)}`;
      return [{ index, form, kind: kindOf(element), type, options, words } as const];
    });
  }, CONTROLS);
}

/** Waits until a page that may have been left is there again. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 15))).catch(() => undefined);
  await page.waitForLoadState('load', { timeout: 30_000 });
}

/** What is wrong with how a page stands; undefined where nothing is. */
export function standingFault(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    if ('ran' in window) return `script of a document or a form ran (${String(window.ran)})`;
    if (document.contentType !== 'text/html' || document.querySelector('link[rel=stylesheet]') === null)
      return undefined;
    if (document.querySelectorAll('h1').length !== 1) return 'the page has not one heading';
    // The page of the log-in leads nowhere else, rightly.
    const leadsOn = document.querySelector('header nav a[href]') !== null || location.pathname === '/login';
    if (!leadsOn) return 'a dead end: nothing leads on';
    const width = document.documentElement.clientWidth;
    const wider = document.documentElement.scrollWidth - width;
    const out = [...document.querySelectorAll('body *')].find((one) => one.getBoundingClientRect().right > width + 1);
    return wider > 0 ? `${width} wide, wider by ${wider}: ${out?.outerHTML.slice(0, 160)}` : undefined;
  });
}
