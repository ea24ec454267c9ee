import type { Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addDocuments,
  decisionsAbout,
  dossier,
  type ReviewItem,
  reviewQueue,
  saveSearch,
  document as stored,
} from '../desk/index.ts';
import { documentOf } from '../model/index.ts';
import { documentHref } from './hrefs.ts';
import { CHROMIUM } from './testing/browser.ts';
import { HOSTILE } from './testing/example.ts';
import { overflow } from './testing/inspect.ts';
import { PHONE, type VisitedSite, type Visitor, visitedSite } from './testing/visitor.ts';

const PAIR = 'KAZ-KGZ';
const REVIEW = `/review?pair=${PAIR}`;

describe.skipIf(CHROMIUM === undefined)('work in a browser', { timeout: 120_000 }, () => {
  let site: VisitedSite;
  beforeAll(async () => {
    site = await visitedSite();
  }, 120_000);
  afterAll(() => site.close());

  /** Does something as a visitor of their own; what went wrong in the page meanwhile fails the test. */
  async function visiting(
    work: (page: Page) => Promise<void>,
    options?: Parameters<VisitedSite['visitor']>[0],
  ): Promise<void> {
    const visitor: Visitor = await site.visitor(options);
    try {
      await work(visitor.page);
      expect(visitor.faults()).toEqual([]);
    } finally {
      await visitor.close();
    }
  }

  /** The first document of an agency in the example. */
  async function agencyText(): Promise<string> {
    const { documents } = await dossier(site.desk, PAIR);
    return documents.find(({ publisher }) => publisher === 'Kazinform')?.id ?? '';
  }

  describe('the review, by keyboard alone', () => {
    const queue = (): Promise<readonly ReviewItem[]> => reviewQueue(site.desk, PAIR);
    const standingAbout = async (subject: string): Promise<string[]> =>
      (await decisionsAbout(site.desk, subject)).standing.map(({ kind }) => kind);
    const placeOf = async (isIt: (item: ReviewItem) => boolean): Promise<number> => (await queue()).findIndex(isIt);

    /** Presses a key and waits for the page that comes of it. */
    async function press(page: Page, key: string): Promise<void> {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
    }

    /** Opens the review and goes on with the key until an item is shown. */
    async function walkTo(page: Page, place: number): Promise<void> {
      expect(place).toBeGreaterThanOrEqual(0);
      await page.goto(REVIEW);
      for (let at = 0; at < place; at++) await press(page, 'n');
    }

    test.each([
      ['a', 'accept'],
      ['r', 'reject'],
    ])('%s: a finding is ruled on (%s), and taken back', async (key, kind) => {
      await visiting(async (page) => {
        const place = await placeOf((item) => item.kind === 'finding');
        const { id = '' } = (await queue())[place] ?? {};
        await walkTo(page, place);
        await press(page, key);
        expect(await standingAbout(id)).toEqual([kind]);
        expect((await queue()).map((item) => item.id)).not.toContain(id);
        await press(page, 'u');
        expect(await standingAbout(id)).toEqual([]);
        expect((await queue()).map((item) => item.id)).toContain(id);
      });
    });

    test('m and d: two meetings are put together, then kept apart', async () => {
      await visiting(async (page) => {
        const isMeeting = (item: ReviewItem): boolean => item.kind === 'link' && item.link.kind === 'same-meeting';
        const place = await placeOf(isMeeting);
        const item = (await queue())[place];
        const [a, b] = item?.kind === 'link' ? [item.link.a, item.link.b] : ['', ''];
        const areTogether = async (): Promise<boolean> =>
          (await dossier(site.desk, PAIR)).meetings.some(({ mentions }) =>
            [a, b].every((id) => mentions.some((mention) => mention.id === id)),
          );
        await walkTo(page, place);
        await press(page, 'm');
        expect(await standingAbout(a)).toEqual(['merge']);
        expect(await areTogether()).toBe(true);
        await press(page, 'u');
        await walkTo(page, await placeOf(isMeeting));
        await press(page, 'd');
        expect(await standingAbout(a)).toEqual(['split']);
        expect(await areTogether()).toBe(false);
      });
    });

    test('e: a commitment is corrected', async () => {
      await visiting(async (page) => {
        const place = await placeOf((item) => item.kind === 'link' && item.link.kind === 'same-commitment');
        const item = (await queue())[place];
        const id = item?.kind === 'link' ? item.link.a : '';
        await walkTo(page, place);
        await page.keyboard.press('e');
        await page.keyboard.press('Escape');
        expect(await page.locator('details[open]').count()).toBe(0);
        await page.keyboard.press('e');
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type('KGZ');
        await press(page, 'Enter');
        expect(await standingAbout(id)).toEqual(['correct']);
        const { commitments } = await dossier(site.desk, PAIR);
        const mentions = commitments.flatMap(({ record }) => record.mentions);
        expect(mentions.find((mention) => mention.id === id)?.parties).toEqual(['KGZ']);
      });
    });

    test('n and p move, and the place is kept', async () => {
      await visiting(async (page) => {
        await walkTo(page, 2);
        const third = await page.locator('.review-card').textContent();
        await press(page, 'n');
        await press(page, 'p');
        expect(await page.locator('.review-card').textContent()).toBe(third);
        await page.reload();
        expect(await page.locator('.review-card').textContent()).toBe(third);
      });
    });

    test('a line of items takes so little time that a person answers 200 an hour', async () => {
      await visiting(async (page) => {
        await page.goto(REVIEW);
        const before = (await queue()).length;
        const begin = performance.now();
        for (let item = 0; item < 5; item++)
          await press(page, (await page.locator('[data-key=m]').count()) > 0 ? 'd' : 'a');
        const seconds = (performance.now() - begin) / 5000;
        expect((await queue()).length).toBe(before - 5);
        // Of 18 seconds an item, at least 15 are the person's to read.
        expect(seconds).toBeLessThan(3);
      });
    });
  });

  test('pointing at a finding shows its words, a permalink marks exactly its own', async () => {
    await visiting(async (page) => {
      const id = await agencyText();
      const { text } = (await stored(site.desk, id)).document;
      await page.goto(documentHref(id));
      await page.locator('.finding.k-commitment a').first().focus();
      const listed = await page.locator('.finding.lit').getAttribute('data-finding');
      expect(await page.locator('.text .lit').first().getAttribute('data-f')).toContain(listed);
      await page.goto(`${documentHref(id)}#s=5-40`);
      const marked = await page.evaluate(() => [...(CSS.highlights.get('permalink') ?? [])].map(String));
      expect(marked).toEqual([text.slice(5, 40)]);
      await page.locator('#layer-commitment').uncheck();
      expect(await page.locator('.finding.k-commitment').first().isVisible()).toBe(false);
    });
  });

  test('words that are selected become a commitment of the record', async () => {
    await visiting(async (page) => {
      const id = await agencyText();
      await page.goto(documentHref(id));
      const words = await page.evaluate(() => {
        const paragraph = document.querySelectorAll('.text [data-at]')[2];
        const text = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
        if (!(text instanceof Text)) return '';
        getSelection()?.setBaseAndExtent(text, 0, text, 12);
        return text.data.slice(0, 12);
      });
      const form = page.locator('#add-finding');
      await form.locator('summary').click();
      await form.getByLabel('Parties').fill('KAZ KGZ');
      await form.getByLabel('Areas').selectOption('trade');
      await form.getByRole('button').click();
      await page.waitForLoadState();
      const { commitments } = await dossier(site.desk, PAIR);
      expect(commitments.flatMap(({ record }) => record.mentions.map((mention) => mention.words))).toContain(words);
    });
  });

  test('filters stand in the address, and the back button takes them off again', async () => {
    await visiting(async (page) => {
      await page.goto(`/pairs/${PAIR}`);
      const count = (): Promise<number> => page.locator('#commitments .commitment-line').count();
      const side = (): Locator => page.locator('select[name=side]');
      const all = await count();
      await side().selectOption('KGZ');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL(/side=KGZ/);
      const some = await count();
      expect(some).toBeLessThan(all);
      await page.locator('#commitments a.line-title').first().click();
      await page.waitForURL(/commitments/);
      await page.goBack();
      expect([await count(), await side().inputValue()]).toEqual([some, 'KGZ']);
      await page.goBack();
      expect([await count(), await side().inputValue()]).toEqual([all, '']);
    });
  });

  test('language and theme are kept', async () => {
    await visiting(async (page) => {
      await page.goto(`/pairs/${PAIR}`);
      await page.getByRole('button', { name: 'Кыргызча' }).click();
      expect(await page.locator('html').getAttribute('lang')).toBe('ky');
      await page.locator('button[value=dark]').click();
      await page.goto('/');
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    });
  });

  test('files are added with their progress told', async () => {
    await visiting(async (page) => {
      await page.goto('/add');
      await page.locator('input[type=file]').setInputFiles(TALKS);
      await page.getByRole('button', { name: 'Add the files' }).click();
      await page.locator('#add-log a').click();
      expect(await page.locator('.text').textContent()).toContain('open a school');
    });
  });

  test.each([
    ['is out of reach', (route: Route) => route.abort()],
    ['refuses', (route: Route) => route.fulfill({ status: 413, body: 'too large' })],
  ])('files are told to have failed where the server %s', async (_, answer) => {
    const { page, close } = await site.visitor();
    await page.goto('/add');
    await page.route('**/add/files', answer);
    await page.locator('input[type=file]').setInputFiles(TALKS);
    await page.getByRole('button', { name: 'Add the files' }).click();
    await page.getByText((await page.locator('#add-status').getAttribute('data-failed')) ?? '').waitFor();
    expect(await page.getByRole('button', { name: 'Add the files' }).isEnabled()).toBe(true);
    await close();
  });

  test('a pasted text is shown as read, then filed', async () => {
    await visiting(async (page) => {
      await page.goto('/add');
      await page
        .locator('textarea')
        .fill('Ministers meet\n\nKazakhstan and Kyrgyzstan agreed to build a bridge by 2031.');
      await page.getByRole('button', { name: 'Read it' }).click();
      expect(await page.locator('.finding.k-commitment').count()).toBe(1);
      await page.getByRole('button', { name: 'File it' }).click();
      await page.waitForURL(/\/documents\//);
    });
  });

  test('forms work without script', async () => {
    await visiting(
      async (page) => {
        await page.goto(`/pairs/${PAIR}`);
        await page.locator('.matrix a.cell').first().click();
        expect(page.url()).toContain('status=');
        await page.locator('.commitment-line a.line-title').first().click();
        await page.locator('input[name=text]').fill('ask on Monday');
        await page.getByRole('button', { name: 'Leave a note' }).click();
        expect(await page.locator('main').textContent()).toContain('ask on Monday');
        await page.locator('.history blockquote a').first().click();
        expect(page.url()).toMatch(/\/documents\/\w+#c/);
        await page.locator('input[type=search]').first().fill('border crossing');
        await Promise.all([page.waitForURL(/search/), page.keyboard.press('Enter')]);
        expect(await page.locator('mark').count()).toBeGreaterThan(0);
        await page.goto(REVIEW);
        const left = await page.locator('[role=status]').textContent();
        await page.locator('.answers button').first().click();
        await page.getByRole('button', { name: 'Undo' }).click();
        expect(await page.locator('[role=status]').textContent()).toBe(left);
        await page.goto('/add');
        await page
          .locator('input[type=file]')
          .setInputFiles({ ...TALKS, buffer: Buffer.concat([TALKS.buffer, Buffer.from(' More.')]) });
        await page.getByRole('button', { name: 'Add the files' }).click();
        expect(await page.locator('#add-log a').count()).toBe(1);
      },
      { javaScriptEnabled: false },
    );
  });

  test('nothing of a hostile document runs', async () => {
    await visiting(async (page) => {
      const places = [documentHref(HOSTILE.id), '/documents', `/pairs/${PAIR}`, '/search?q=school', REVIEW];
      for (const path of places) {
        await page.goto(path);
        expect(await page.evaluate(() => 'ran' in window)).toBe(false);
      }
    });
  });

  test('a word that is wider than a phone breaks', async () => {
    const word = 'й'.repeat(400);
    const long = documentOf(`${word}\n\nKazakhstan and Kyrgyzstan agreed to build ${word}.`, { publisher: word });
    await saveSearch(site.desk, { name: word, query: `q=${word}` });
    await addDocuments(site.desk, [{ kind: 'document', place: 'text', document: long }]);
    await visiting(
      async (page) => {
        for (const path of ['/', '/search', '/documents', documentHref(long.id), `/search?q=${word}`]) {
          await page.goto(path);
          expect(await overflow(page)).toBeUndefined();
        }
      },
      { viewport: PHONE },
    );
  });

  test('what is refused is said, and the way back keeps what was written', async () => {
    const visitor = await site.visitor();
    await visitor.page.goto('/add');
    await visitor.page.locator('textarea').fill(' ');
    await visitor.page.getByRole('button', { name: 'Read it' }).click();
    await visitor.page.waitForURL(/preview/);
    expect(await visitor.page.locator('h1').count()).toBe(1);
    await visitor.page.goBack();
    expect(await visitor.page.locator('textarea').inputValue()).toBe(' ');
    await visitor.close();
  });
});

const TALKS = {
  name: 'a.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Kazakhstan and Kyrgyzstan hold talks\n\nThe sides agreed to open a school by the end of 2030.'),
};
