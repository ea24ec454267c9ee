import fc from 'fast-check';
import type { Page } from 'playwright-core';
import type { Draw } from '../draw.ts';
import { hostileText } from '../hostile.ts';
import type { Known } from '../site.ts';
import { CONTROLS, type Control, controlsOf } from './page.ts';

/** What a step has to work with. */
export interface Step {
  readonly page: Page;
  readonly draw: Draw;
  readonly known: Known;
}

/** One kind of thing that a user does. */
export interface Action {
  readonly name: string;
  readonly weight: number;
  /** Does it, and tells what was done; undefined where the page offers nothing of the kind. */
  readonly act: (step: Step) => Promise<string | undefined>;
}

const PATIENCE = { timeout: 15_000 };

export const ACTIONS: readonly Action[] = [
  { name: 'click', weight: 40, act: click },
  { name: 'fill a form', weight: 22, act: fillForm },
  { name: 'press keys', weight: 14, act: pressKeys },
  { name: 'go to an address', weight: 8, act: goTo },
  { name: 'go back', weight: 6, act: async ({ page }) => told(await page.goBack(), 'back') },
  { name: 'go forward', weight: 2, act: async ({ page }) => told(await page.goForward(), 'forward') },
  { name: 'reload', weight: 2, act: async ({ page }) => told(await page.reload(), 'reload') },
  { name: 'select words', weight: 4, act: selectWords },
  { name: 'resize', weight: 2, act: resize },
];

function told(_: unknown, words: string): string {
  return words;
}

async function click({ page, draw }: Step): Promise<string | undefined> {
  const controls = (await controlsOf(page)).filter(({ kind }) => kind !== 'field');
  const control = draw.pick(controls);
  if (control === undefined) return undefined;
  await clickOn(page, control.index);
  return `click ${control.words}`;
}

async function fillForm({ page, draw }: Step): Promise<string | undefined> {
  const controls = (await controlsOf(page)).filter(({ form }) => form >= 0);
  const form = draw.pick([...new Set(controls.map((control) => control.form))]);
  const done: string[] = [];
  for (const control of controls.filter((one) => one.form === form)) {
    if (control.kind === 'field' && draw.chance(0.8))
      done.push(`${control.words} = ${await fillIn(page, control, draw)}`);
  }
  const button = draw.pick(controls.filter((one) => one.form === form && one.kind === 'button'));
  if (button === undefined) return done.length === 0 ? undefined : done.join('; ');
  await clickOn(page, button.index);
  return [...done, `click ${button.words}`].join('; ');
}

const TEXTS = [
  'KAZ',
  'KAZ, KGZ',
  'border crossing',
  'президент',
  '"Supreme Council"',
  'https://localhost:1/text',
  'Ministers meet\n\nKazakhstan and Kyrgyzstan agreed to build a road by the end of 2031.',
  'Президенттер кездешти\n\nТараптар чек араны чечүүгө макулдашты.',
] as const;

const text = fc.oneof(fc.constantFrom(...TEXTS), hostileText);
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });

/** Puts a value into a field; what a browser does not let into a field of its type is not put there. */
async function fillIn(page: Page, { index, type, options }: Control, draw: Draw): Promise<string> {
  const field = page.locator(CONTROLS).nth(index);
  if (type === 'checkbox' || type === 'radio') {
    await field.click(PATIENCE);
    return 'changed';
  }
  if (type === 'file') {
    const buffer = Buffer.from(draw.chance(0.5) ? draw.value(text) : draw.value(fc.uint8Array({ maxLength: 400 })));
    await field.setInputFiles(
      { name: draw.pick(['a.txt', 'b.pdf', 'c.docx', 'd.html', 'e']) ?? '', mimeType: 'text/plain', buffer },
      PATIENCE,
    );
    return 'a file';
  }
  if (options.length > 0) {
    const value = draw.pick(options) ?? '';
    await field.selectOption(value, PATIENCE);
    return value;
  }
  const value = type === 'date' ? draw.value(day).toISOString().slice(0, 10) : draw.value(text);
  await field.fill(type === 'number' ? String(draw.below(100)) : value, PATIENCE);
  return JSON.stringify(value.slice(0, 60));
}

/** Keys of the review and those that move about a page. */
const KEYS = [
  'a',
  'r',
  'e',
  'm',
  'd',
  'n',
  'p',
  'u',
  'Tab',
  'Tab',
  'Shift+Tab',
  'Enter',
  'Escape',
  ' ',
  'ArrowDown',
  'End',
  '/',
  '?',
] as const;

async function pressKeys({ page, draw }: Step): Promise<string> {
  const keys = Array.from({ length: 1 + draw.below(4) }, () => draw.pick(KEYS) ?? 'Tab');
  for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key);
  return `press ${keys.join(' ')}`;
}

/** A page by its address, with a query that is right, or that is not. */
async function goTo({ page, draw, known }: Step): Promise<string> {
  const hostile = encodeURIComponent(draw.value(hostileText).toWellFormed());
  const pair = draw.pick(known.pairs) ?? '';
  const places = [
    '/',
    `/pairs/${pair}`,
    `/review?pair=${pair}&at=${draw.below(30)}`,
    `/pairs/${pair}?area=${hostile}`,
    `/pairs/${pair}?asOf=${draw.pick(['2022-01-01', '2030-01-01', hostile])}&side=${draw.pick(['KAZ', 'joint', hostile])}`,
    `/search?q=${hostile}&page=${draw.pick(['1', '2', hostile])}`,
    `/documents/${draw.pick(known.documents)}#s=${draw.below(500)}-${draw.below(900)}`,
    `/documents/${hostile}`,
    `/commitments/${encodeURIComponent((draw.pick(known.commitments) ?? '').replace('#', '~'))}?asOf=${draw.pick(['2023-05-05', hostile])}`,
    `/meetings/${encodeURIComponent((draw.pick(known.meetings) ?? '').replace('#', '~'))}`,
    `/brief?pair=${pair}&for=${draw.pick(['KAZ', hostile])}`,
    `/compare?pair=${pair}`,
    `/${hostile}`,
  ];
  const place = draw.pick(places) ?? '/';
  await page.goto(place, { timeout: 30_000 });
  return `go to ${place}`;
}

/** Selects words of a document, which offers the form to add a finding. */
async function selectWords({ page, draw }: Step): Promise<string | undefined> {
  const places = [draw.below(1000), draw.below(1000), draw.below(1000)] as const;
  const selected = await page.evaluate(([which, from, length]) => {
    const paragraphs = [...document.querySelectorAll('.text [data-at]')];
    const paragraph = paragraphs[which % Math.max(1, paragraphs.length)];
    if (paragraph === undefined) return undefined;
    const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const first = nodes.nextNode();
    if (!(first instanceof Text) || first.data.length === 0) return undefined;
    const start = from % first.data.length;
    const end = Math.min(first.data.length, start + 1 + (length % 80));
    getSelection()?.setBaseAndExtent(first, start, first, end);
    return first.data.slice(start, end);
  }, places);
  return selected === undefined ? undefined : `select "${selected}"`;
}

async function resize({ page, draw }: Step): Promise<string> {
  const width = draw.pick([390, 390, 768, 1280]) ?? 1280;
  await page.setViewportSize({ width, height: 850 });
  return `width ${width}`;
}

/** Clicks a control. The link that skips to the content lies over the head of the page while it has the focus: it loses it first, unless it is clicked. */
async function clickOn(page: Page, index: number): Promise<void> {
  const control = page.locator(CONTROLS).nth(index);
  await control.evaluate((element) => {
    const { activeElement } = document;
    if (activeElement !== element && activeElement instanceof HTMLElement) activeElement.blur();
  });
  await control.click(PATIENCE);
}
