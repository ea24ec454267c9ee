import type { SearchResult, Standing } from '../../desk/index.ts';
import { commitmentHref, documentHref } from '../hrefs.ts';
import type { Found } from '../http/search-request.ts';
import type { Locale } from '../locale/locale.ts';

/** One thing in a feed; `path` leads to it, `updated` is an ISO time. */
interface FeedEntry {
  readonly path: string;
  readonly title: string;
  readonly updated: string;
  readonly published?: string | undefined;
  readonly author?: string | undefined;
  readonly summary: string;
}

const BEGINNING = '1970-01-01T00:00:00.000Z';

/** The entries of what a search found: its texts, or the undertakings where it is not for texts. */
export function feedEntries({ texts, commitments }: Found, locale: Locale): FeedEntry[] {
  if (texts !== undefined) return texts.results.map(textEntry);
  return (commitments?.items ?? []).map((item) => standingEntry(item, locale));
}

function textEntry({ document, snippet }: SearchResult): FeedEntry {
  const { id, title, publisher, addedAt, publishedAt } = document;
  return {
    path: documentHref(id),
    title: title === '' ? id : title,
    updated: addedAt,
    published: publishedAt === undefined ? undefined : `${publishedAt}T00:00:00Z`,
    author: publisher,
    summary: snippet,
  };
}

/** An undertaking is new again when its status changes. */
function standingEntry({ id, words, status, since, made, parties }: Standing, { of, actor }: Locale): FeedEntry {
  const [changed, from] = [since ?? made, made].map((day) => (day === undefined ? undefined : `${day}T00:00:00Z`));
  return {
    path: commitmentHref(id),
    title: words === '' ? id : words,
    updated: changed ?? BEGINNING,
    published: from,
    summary: [status === undefined ? '' : of('status', status), parties.map(actor).join(', ')]
      .filter(Boolean)
      .join(' · '),
  };
}

/** A feed of what a search finds (RFC 4287). `address` is that of the search, `self` that of the feed, both absolute. */
export function atomFeed(title: string, address: string, self: string, entries: readonly FeedEntry[]): string {
  const newest =
    entries
      .map(({ updated }) => updated)
      .toSorted()
      .at(-1) ?? BEGINNING;
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
    ...entries.map((one) => entryElement(origin, one)),
    '</feed>',
    '',
  ].join('\n');
}

function entryElement(origin: string, { path, title, updated, published, author, summary }: FeedEntry): string {
  const href = escaped(origin + path);
  return [
    '<entry>',
    `<title>${escaped(title)}</title>`,
    `<id>${href}</id>`,
    `<link href="${href}"/>`,
    `<updated>${updated}</updated>`,
    published === undefined ? '' : `<published>${published}</published>`,
    author === undefined ? '' : `<author><name>${escaped(author)}</name></author>`,
    `<summary>${escaped(summary)}</summary>`,
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
