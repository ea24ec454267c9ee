import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../model/index.ts';
import { locale, MESSAGES } from '../locale/locales.ts';
import { type ExampleSite, exampleSite } from '../testing/example.ts';

let site: ExampleSite;
beforeAll(async () => {
  site = await exampleSite();
}, 120_000);
afterAll(() => site.close());

const ASKED = 'asOf=2025-08-20&for=KAZ';

async function file(format: string, language: string): Promise<Response> {
  return site.app.request(`/pairs/KAZ-KGZ/brief/${format}?${ASKED}&lang=${language}`);
}

describe.each(LANGUAGES)('a brief in %s', (language) => {
  const { t, of, when, actor } = locale(language);

  test('has its headings in the language, and nothing that was not filled in', async () => {
    const text = await (await file('md', language)).text();
    expect(text).toContain(`# ${actor('KAZ')} – ${actor('KGZ')}`);
    for (const heading of ['brief.overdue', 'brief.raise', 'brief.joint', 'brief.numbers'] as const)
      expect(text).toContain(`## ${t(heading)}`);
    expect(text).toContain(when('2025-08-20'));
    expect(text).not.toMatch(/\{\w+\}|\bbrief\.\w|undefined/);
  });

  test('asks about what is late before it lists what is open', async () => {
    const text = await (await file('md', language)).text();
    const at = (heading: string) => text.indexOf(`## ${heading}`);
    expect(at(t('brief.overdue'))).toBeLessThan(at(t('brief.raise')));
    expect(at(t('brief.raise'))).toBeLessThan(at(t('brief.joint')));
    expect(text).toContain(t('brief.askDelayed'));
  });

  test('is a PDF with all letters of the language, three pages at most', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await (await file('pdf', language)).arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(pdf.numPages).toBeLessThanOrEqual(3);
    expect(text).toContain(actor('KGZ'));
    expect(text.replaceAll(/\s+/g, ' ')).toContain(t('brief.raise'));
  });

  test('is a Word document with its headings and statuses in the language', async () => {
    const buffer = Buffer.from(await (await file('docx', language)).arrayBuffer());
    const { value } = await mammoth.extractRawText({ buffer });
    for (const words of [t('brief.overdue'), t('brief.raise'), t('kind.commitment'), of('status', 'delayed')])
      expect(value).toContain(words);
  });

  test('is an HTML page of its language', async () => {
    expect(await (await file('html', language)).text()).toContain(`<html lang="${language}">`);
  });
});

test('a brief without a language is in that of the page', async () => {
  const answer = await site.app.request(`/pairs/KAZ-KGZ/brief/md?${ASKED}`, { headers: { 'accept-language': 'ky' } });
  expect(await answer.text()).toContain(`## ${MESSAGES.ky['brief.overdue']}`);
});
