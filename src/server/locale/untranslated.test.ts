import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../model/index.ts';
import { type ExampleSite, exampleSite } from '../testing/example.ts';
import { pagesOf, type SitePage } from '../testing/pages.ts';
import { MESSAGES } from './locales.ts';
import type { Messages } from './message.ts';

/** What stands in a page as a document or the program's code has it. */
const QUOTED = '.words, .text, .source, .excerpt, .finding-head a, blockquote, code, mark, style, script';
/** Attributes that are read to or shown to the user. */
const SPOKEN = ['aria-label', 'title', 'placeholder', 'alt'] as const;

/** The English words of the messages that another language says otherwise: whole messages, and long pieces between parameters. */
interface English {
  readonly whole: ReadonlySet<string>;
  readonly pieces: readonly string[];
}

function englishUnlike(own: Messages): English {
  const differing = Object.entries(MESSAGES.en).filter(([key, message]) => own[key] !== message);
  const forms = differing.flatMap(([, message]) => formsOf(message));
  const pieces = forms.flatMap((form) => form.split(/\{\w+\}|#/)).map((piece) => piece.trim());
  return {
    whole: new Set(forms.filter((form) => form.length > 3)),
    pieces: [...new Set(pieces.filter((piece) => piece.length > 9 && /[a-z] [a-z]/.test(piece)))],
  };
}

/** A message with each of its plural forms. */
function formsOf(message: string): string[] {
  const plural = /\{\w+, plural,((?: \w+ \{[^{}]*\})+)\}/.exec(message);
  if (plural === null) return [message];
  const forms = [...(plural[1] ?? '').matchAll(/\w+ \{([^{}]*)\}/g)].map(([, form]) => form ?? '');
  return forms.flatMap((form) => formsOf(message.replace(plural[0], form)));
}

/** All that a page says in the language of the interface. */
function saidIn(html: string, language: string): string[] {
  const { document } = parseHTML(html);
  const said: string[] = [];
  const walk = (element: Element): void => {
    const lang = element.getAttribute('lang');
    if (element.matches(QUOTED) || (lang !== null && lang !== language)) return;
    for (const name of SPOKEN) said.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node.nodeType === 3) said.push(node.textContent ?? '');
    for (const child of element.children) walk(child);
  };
  walk(document.documentElement);
  return said.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

describe('pages have no English left over', () => {
  let site: ExampleSite;
  let pages: readonly SitePage[];
  beforeAll(async () => {
    site = await exampleSite();
    pages = await pagesOf(site.desk);
  }, 120_000);
  afterAll(() => site.close());

  test.each(LANGUAGES.filter((language) => language !== 'en'))('in %s', { timeout: 120_000 }, async (language) => {
    const { whole, pieces } = englishUnlike(MESSAGES[language]);
    const isEnglish = (text: string) => whole.has(text) || pieces.some((piece) => text.includes(piece));
    const left: Record<string, string[]> = {};
    for (const { name, path } of pages) {
      const answer = await site.app.request(path, { headers: { 'accept-language': language } });
      const found = saidIn(await answer.text(), language).filter(isEnglish);
      if (found.length > 0) left[name] = [...new Set(found)];
    }
    expect(left).toEqual({});
  });
});
