import type { PDFPageProxy } from 'unpdf/pdfjs';
import { MAX_BYTES, unpacksTooLarge } from './item.ts';
import { storedZip, type UnpackedFile, unzipUpTo } from './zip.ts';

/** The most pages of a PDF. */
const MOST_PAGES = 5000;

/** The most tags and attributes of a DOCX file: a reader of XML keeps about a kilobyte for each. */
const MOST_TAGS = 500_000;

/** The text of a PDF: lines joined to paragraphs where a line does not end a sentence. Throws `too-large` where it has more than `most` characters. */
export async function textOfPdf(bytes: Uint8Array, place: string, most = MAX_BYTES): Promise<string> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  try {
    if (pdf.numPages > MOST_PAGES) throw unpacksTooLarge(place);
    const pages: string[] = [];
    let room = most;
    for (let number = 1; number <= pdf.numPages; number++) {
      const text = await textOfPage(await pdf.getPage(number), room);
      if (text === undefined) throw unpacksTooLarge(place);
      room -= text.length;
      pages.push(joinLines(text));
    }
    return pages.join('\n\n').trim();
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** The lines of a page as they come; undefined where they have more characters than there is room for, of which no more are drawn. */
async function textOfPage(page: PDFPageProxy, room: number): Promise<string | undefined> {
  const reader: ReadableStreamDefaultReader<TextPiece> = page.streamTextContent().getReader();
  let text = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const { str = '', hasEOL = false } of next.value.items) text += hasEOL ? `${str}\n` : str;
    if (text.length <= room) continue;
    await reader.cancel(new RangeError('there is no end to the page'));
    return undefined;
  }
  page.cleanup();
  return text;
}

/** What a page gives at a time; marks of its structure are no text. */
interface TextPiece {
  readonly items: readonly { readonly str?: string; readonly hasEOL?: boolean }[];
}

/** The paragraphs of a DOCX file. Throws `too-large`. */
export async function textOfDocx(bytes: Uint8Array, place: string): Promise<string> {
  // A small archive can hold more than any memory: what unpacks it next is given only what was unpacked here.
  const files = unzipUpTo(Buffer.from(bytes), MAX_BYTES, (name) => /\.(?:xml|rels)$/i.test(name));
  if (files === undefined || tagsIn(files) > MOST_TAGS) throw unpacksTooLarge(place);
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ buffer: storedZip(files) });
  return value.replaceAll(/\n{3,}/g, '\n\n').trim();
}

/** About how many tags and attributes the files have: the signs that begin the one and stand in the other. */
function tagsIn(files: readonly UnpackedFile[]): number {
  let count = 0;
  for (const { content } of files) for (const byte of content) if (byte === 0x3c || byte === 0x3d) count++;
  return count;
}

function joinLines(page: string): string {
  const paragraphs: string[] = [];
  let open = '';
  for (const line of page.split('\n').map((line) => line.trim())) {
    open = open === '' ? line : /[\p{L}]-$/u.test(open) ? open.slice(0, -1) + line : `${open} ${line}`;
    if (line !== '' && !/[.!?…:»”"]$/u.test(line) && paragraphs.length > 0) continue;
    if (open !== '') paragraphs.push(open);
    open = '';
  }
  if (open !== '') paragraphs.push(open);
  return paragraphs.join('\n\n');
}
