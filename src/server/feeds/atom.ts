import type { SearchResult } from '../../desk/index.ts';

/** A feed of what a search finds (RFC 4287). `address` is that of the search, `self` that of the feed, both absolute. */
export function atomFeed(title: string, address: string, self: string, results: readonly SearchResult[]): string {
  const newest =
    results
      .map(({ document }) => document.addedAt)
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  const origin = new URL(self).origin;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title>${escaped(title)}</title>`,
    `<id>${escaped(self)}</id>`,
    `<updated>${newest}</updated>`,
    `<link rel="self" href="${escaped(self)}"/>`,
    `<link href="${escaped(address)}"/>`,
    '<author><name>Readout</name></author>',
    ...results.map((result) => entry(origin, result)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(origin: string, { document, snippet }: SearchResult): string {
  const { id, title, publisher, addedAt, publishedAt } = document;
  const href = `${origin}/documents/${encodeURIComponent(id)}`;
  return [
    '<entry>',
    `<title>${escaped(title === '' ? id : title)}</title>`,
    `<id>${escaped(href)}</id>`,
    `<link href="${escaped(href)}"/>`,
    `<updated>${addedAt}</updated>`,
    publishedAt === undefined ? '' : `<published>${publishedAt}T00:00:00Z</published>`,
    publisher === undefined ? '' : `<author><name>${escaped(publisher)}</name></author>`,
    `<summary>${escaped(snippet)}</summary>`,
    '</entry>',
  ].join('');
}

/** Text for XML: without the characters that it cannot hold. */
function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => names[character] ?? '');
}
