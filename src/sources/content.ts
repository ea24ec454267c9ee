import { extname } from 'node:path';
import { type DocumentMetadata, documentOf, ReadoutError } from '../model/index.ts';
import { decodeText } from './encoding.ts';
import { empty, refused, type SourceItem } from './item.ts';
import { merged } from './metadata.ts';

export type ContentKind = 'text' | 'html' | 'feed' | 'json-lines' | 'pdf' | 'docx';

/** The kinds of files by the ends of their names; in a folder, others are passed over. */
export const KINDS_BY_EXTENSION: Readonly<Record<string, ContentKind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.rss': 'feed',
  '.atom': 'feed',
  '.xml': 'feed',
  '.jsonl': 'json-lines',
  '.ndjson': 'json-lines',
  '.pdf': 'pdf',
  '.docx': 'docx',
};

/** What the beginning of a file shows it to be, whatever its name. */
const SIGNATURES: readonly { readonly kind: ContentKind; readonly beginning: RegExp }[] = [
  { kind: 'pdf', beginning: /^%PDF-/ },
  { kind: 'docx', beginning: /^PK[^ -~\s]{2}/ },
  { kind: 'html', beginning: /^\uFEFF?\s*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html)\b/i },
  { kind: 'feed', beginning: /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:rss|feed|rdf:RDF)\b/i },
  { kind: 'json-lines', beginning: /^\uFEFF?\s*\{\s*"/ },
];

/** The kind of content, by its beginning, else by the name. */
export function kindOf(bytes: Uint8Array, name: string): ContentKind {
  const beginning = Buffer.from(bytes.subarray(0, 1024)).toString('utf8');
  const signed = SIGNATURES.find((signature) => signature.beginning.test(beginning));
  return signed?.kind ?? KINDS_BY_EXTENSION[extname(name).toLowerCase()] ?? 'text';
}

/** The documents in the bytes of one file, all but JSON Lines, which are streamed. What the caller tells counts before what the file tells. */
export async function* documentsOfBytes(
  bytes: Uint8Array,
  kind: Exclude<ContentKind, 'json-lines'>,
  place: string,
  metadata: DocumentMetadata,
): AsyncGenerator<SourceItem> {
  try {
    if (bytes.length === 0) throw empty(place);
    yield* READERS[kind](bytes, place, metadata);
  } catch (cause) {
    yield refused(place, cause);
  }
}

type Reads = (bytes: Uint8Array, place: string, metadata: DocumentMetadata) => AsyncGenerator<SourceItem>;

const READERS = {
  async *text(bytes, place, metadata) {
    yield documentFrom(decodeText(bytes, place), place, metadata);
  },
  async *html(bytes, place, metadata) {
    const { articleOf, declaredEncoding } = await import('./html.ts');
    const article = articleOf(decodeText(bytes, place, declaredEncoding(bytes)));
    yield documentFrom(article.text, place, merged(article.metadata, metadata));
  },
  async *feed(bytes, place, metadata) {
    const [{ declaredEncoding }, { documentsOfFeed }] = await Promise.all([import('./html.ts'), import('./feed.ts')]);
    yield* documentsOfFeed(decodeText(bytes, place, declaredEncoding(bytes)), place, metadata);
  },
  async *pdf(bytes, place, metadata) {
    const { textOfPdf } = await import('./office-files.ts');
    yield documentFrom(await textOfPdf(bytes, place), place, metadata);
  },
  async *docx(bytes, place, metadata) {
    if (!Buffer.from(bytes).includes('word/'))
      throw new ReadoutError('not-text', 'an archive, not a document:', place, 'unpack it first');
    const { textOfDocx } = await import('./office-files.ts');
    yield documentFrom(await textOfDocx(bytes, place), place, metadata);
  },
} satisfies Record<Exclude<ContentKind, 'json-lines'>, Reads>;

function documentFrom(text: string, place: string, metadata: DocumentMetadata): SourceItem {
  const trimmed = text.replace(/^\uFEFF/, '').trimEnd();
  if (trimmed === '') throw empty(place);
  return { kind: 'document', place, document: documentOf(trimmed, metadata) };
}
