import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type DocumentMetadata, isRealDay, ReadoutError } from '../model/index.ts';

/** Pages nested deeper than this were not made for readers, and Readability would never end: they give all their text. */
const DEEPEST = 400;

/** Tags that need no end. */
const ENDLESS = new Set(
  'AREA BASE BR COL DD DT EMBED HR IMG INPUT LI LINK META OPTION P PARAM SOURCE TD TH TR TRACK WBR'.split(' '),
);

/** The text of an article and what its page tells of it. */
export interface Article {
  readonly text: string;
  readonly metadata: DocumentMetadata;
}

/** Elements that end a paragraph. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
);
/** Elements without text for a reader. */
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT HEAD'.split(' '));

/** The article of a web page: headline, then paragraphs, set apart by empty lines. Nothing of the page is run or fetched. */
export function articleOf(html: string): Article {
  const nesting = nestingOf(html);
  if (nesting > DEEPEST * 10)
    throw new ReadoutError('unsupported', 'a page nested too deep:', String(nesting), 'save its text and give that');
  const { document } = parseHTML(/<html\b/i.test(html) ? html : wrap(html));
  const metadata = metadataOf(document);
  const ownTitle = document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? undefined;
  const firstHeading = headingOf(document);
  const body = document.body;
  const whole = body === null ? [] : paragraphsOf(body);
  const article = nesting > DEEPEST ? null : new Readability(document, { charThreshold: 200 }).parse();
  const paragraphs = article?.content ? paragraphsOf(bodyOf(article.content)) : whole;
  const title = squeeze(firstHeading ?? ownTitle ?? article?.title ?? '');
  const rest = paragraphs.filter((paragraph) => paragraph !== title);
  return { text: [title, ...rest].filter((part) => part !== '').join('\n\n'), metadata };
}

/** The paragraphs of a piece of HTML. */
export function textOfHtml(html: string): string {
  return paragraphsOf(bodyOf(html)).join('\n\n');
}

/** The encoding that an HTML or XML document names at its beginning. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(beginning)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(beginning)?.[1]
  );
}

/** How deep the tags nest, leaving out those that need no end. */
function nestingOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag, name = ''] of html.matchAll(/<\/?([a-z][\w-]*)/gi)) {
    if (ENDLESS.has(name.toUpperCase())) continue;
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function bodyOf(html: string): Element {
  return parseHTML(wrap(html)).document.body;
}

/** linkedom makes a body only where it is told to. */
function wrap(html: string): string {
  return `<!doctype html><html><body>${html}</body></html>`;
}

function headingOf(document: Document): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map(({ textContent }) => squeeze(textContent ?? ''));
  return headings.length === 1 && headings[0] !== '' ? headings[0] : undefined;
}

/** A walk without recursion: pages may nest as deep as they like. */
function paragraphsOf(root: Element): string[] {
  const paragraphs: string[] = [];
  let open = '';
  const close = (): void => {
    const paragraph = squeeze(open);
    if (paragraph !== '') paragraphs.push(paragraph);
    open = '';
  };
  const waiting: (Node | 'close')[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === 'close') close();
    else if (next.nodeType === 3) open += next.textContent ?? '';
    else if (next.nodeName === 'BR') open += '\u2028';
    else if (!SILENT.has(next.nodeName.toUpperCase())) {
      const isBlock = BLOCKS.has(next.nodeName.toUpperCase());
      if (isBlock) {
        close();
        waiting.push('close');
      }
      for (let child = next.lastChild; child !== null; child = child.previousSibling) waiting.push(child);
    }
  }
  close();
  return paragraphs
    .flatMap((paragraph) => paragraph.split(/(?:\s*\u2028\s*){2,}/u))
    .map((paragraph) => squeeze(paragraph.replaceAll('\u2028', ' ')))
    .filter((paragraph) => paragraph !== '');
}

function squeeze(text: string): string {
  return text.replaceAll(/[^\S\u00a0\u2028]+/gu, ' ').trim();
}

function metadataOf(document: Document): DocumentMetadata {
  const content = (...selectors: string[]): string | undefined => {
    for (const selector of selectors) {
      const element = document.querySelector(selector);
      const value =
        element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? element?.getAttribute('href');
      if (value) return squeeze(value);
    }
    return undefined;
  };
  const linked = linkedData(document);
  const date = content(
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="date"]',
    'meta[name="pubdate"]',
    'meta[name="DC.date"]',
    'meta[name="dcterms.date"]',
    'time[datetime]',
  );
  const url = content('link[rel="canonical"]', 'meta[property="og:url"]');
  return {
    publishedAt: dayOf(date) ?? dayOf(linked),
    publisher: content('meta[property="og:site_name"]', 'meta[name="publisher"]', 'meta[name="DC.publisher"]'),
    url: url !== undefined && /^https?:\/\//.test(url) ? url : undefined,
  };
}

/** The day of publication in a page's JSON-LD. */
function linkedData(document: Document): string | undefined {
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json"]')) {
    const [, date] = /"datePublished"\s*:\s*"([^"]+)"/.exec(textContent ?? '') ?? [];
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The day of an ISO time as it stands: the day at the publisher's place. */
export function dayOf(time: string | undefined): string | undefined {
  const day = time?.slice(0, 10) ?? '';
  return isRealDay(day) ? day : undefined;
}
