import { parseFeed } from 'feedsmith';
import { type DocumentMetadata, documentOf } from '../model/index.ts';
import { dayOf, textOfHtml } from './html.ts';
import { empty, refused, type SourceItem } from './item.ts';
import { merged } from './metadata.ts';

/** What the formats of feeds have in common, by the names that any of them uses. */
interface Entry {
  readonly title?: string | { readonly value?: string };
  readonly link?: string;
  readonly links?: readonly { readonly href?: string }[];
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly date_published?: string;
  readonly dc?: { readonly date?: string; readonly dates?: readonly string[] };
  readonly content?: string | { readonly encoded?: string; readonly value?: string };
  readonly description?: string;
  readonly summary?: string | { readonly value?: string };
}

/** The entries of an RSS, Atom or RDF feed, one document each. */
export function* documentsOfFeed(xml: string, place: string, metadata: DocumentMetadata): Generator<SourceItem> {
  const { feed } = parseFeed(xml);
  const { title, items, entries } = feed as { title?: Entry['title']; items?: Entry[]; entries?: Entry[] };
  for (const [index, entry] of (items ?? entries ?? []).entries()) {
    const at = `${place}, entry ${index + 1}`;
    const text = [plain(entry.title), bodyOf(entry)].filter((part) => part !== '').join('\n\n');
    if (text === '') yield refused(at, empty(at));
    else
      yield {
        kind: 'document',
        place: at,
        document: documentOf(text, merged(metadataOf(entry, plain(title)), metadata)),
      };
  }
}

function metadataOf(entry: Entry, publisher: string): DocumentMetadata {
  const time =
    entry.pubDate ?? entry.published ?? entry.date_published ?? entry.dc?.date ?? entry.dc?.dates?.[0] ?? entry.updated;
  const url = entry.link ?? entry.links?.[0]?.href;
  return { publishedAt: dayOf(time) ?? dayOfMail(time), publisher: publisher === '' ? undefined : publisher, url };
}

/** The day of a time as RSS has it, `Tue, 02 Mar 2021 18:20:00 +0600`, as it stands: the day at the publisher's place. */
function dayOfMail(time: string | undefined): string | undefined {
  const [, day, month, year] = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(time ?? '') ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const number = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(month.toLowerCase()) + 1;
  return dayOf(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function bodyOf({ content, description, summary }: Entry): string {
  const html = typeof content === 'string' ? content : (content?.encoded ?? content?.value);
  return textOfHtml(html ?? description ?? (typeof summary === 'string' ? summary : summary?.value) ?? '');
}

function plain(title: Entry['title']): string {
  return textOfHtml(typeof title === 'string' ? title : (title?.value ?? ''));
}
