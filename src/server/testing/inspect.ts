import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Serious and critical faults that axe finds by WCAG 2.2 AA, each with where it is. */
export function seriousFaults(page: Page): Promise<string[]> {
  return faultsOf(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']));
}

/** Those of them alone that colours and the width of the window can bring about. */
export function faultsOfLook(page: Page): Promise<string[]> {
  return faultsOf(new AxeBuilder({ page }).withRules(['color-contrast', 'scrollable-region-focusable', 'target-size']));
}

async function faultsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3)}`);
}

/** What is wrong with how a page is built, as sentences. */
export function frameFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) faults.push(`${headings} headings of the first rank`);
    if (document.title.trim() === '') faults.push('no title');
    if (document.querySelectorAll('main').length !== 1) faults.push('not one main part');
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const doubles = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (doubles.length > 0) faults.push(`ids given twice: ${doubles.join(', ')}`);
    return faults;
  });
}

/** By how many pixels the page is wider than the window, and what stands out. */
export function overflow(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wider = document.documentElement.scrollWidth - width;
    if (wider <= 0) return undefined;
    const out = [...document.querySelectorAll('body *')].find((one) => one.getBoundingClientRect().right > width + 1);
    return `wider by ${wider}: ${out?.outerHTML.slice(0, 160)}`;
  });
}

/** What is shown that is of no use on paper, and what does not show all of its content there. */
export function printFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (one: Element): string => one.outerHTML.slice(0, 120);
    const useless = [...document.querySelectorAll('nav, search, form, button, .skip')].filter((one) =>
      one.checkVisibility(),
    );
    const cut = [...document.querySelectorAll('main *')].filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      const hides = overflowX !== 'visible' || overflowY !== 'visible';
      return (
        hides &&
        !one.matches('.visually-hidden, svg, svg *') &&
        (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
      );
    });
    const closed = [...document.querySelectorAll('main details > :not(summary)')].filter(
      (one) => !one.checkVisibility() && one.closest('form') === null,
    );
    return [
      ...useless.map((one) => `of no use on paper: ${name(one)}`),
      ...cut.map((one) => `cut: ${name(one)}`),
      ...closed.map((one) => `closed: ${name(one)}`),
    ];
  });
}

/** What can have the focus. */
const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

/** What the Tab key does not reach, reaches without showing it, or shows out of sight. Starts at the top of the page. */
export async function tabFaults(page: Page): Promise<string[]> {
  const count = await page.evaluate(noteFocus, FOCUSABLE);
  // Fields of days have parts that each take the key.
  const fields = await page.locator('input[type=date]').count();
  for (let press = 0; press < count + fields * 3; press++) await page.keyboard.press('Tab');
  return page.evaluate(() => [
    ...[...document.querySelectorAll('[data-hidden-focus]')].map(({ outerHTML }) => `focus not shown: ${outerHTML}`),
    ...[...document.querySelectorAll('[data-unreached]')].map(({ outerHTML }) => `not reached: ${outerHTML}`),
  ]);
}

/** Runs in the page: marks what has not had the focus yet, and what does not show that it has it. */
function noteFocus(selector: string): number {
  const all = [...document.querySelectorAll(selector)].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'),
  );
  for (const one of all) one.toggleAttribute('data-unreached', true);
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    target.removeAttribute('data-unreached');
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const { top, bottom, right } = target.getBoundingClientRect();
    const isInSight = bottom > 0 && top < innerHeight && right > 0;
    // A mark of a drawing is outlined itself.
    const isMarked = (outlineStyle !== 'none' && outlineWidth !== '0px') || target.matches('svg a');
    target.toggleAttribute('data-hidden-focus', !(isInSight && isMarked));
  });
  return all.length;
}
