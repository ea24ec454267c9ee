import { z } from 'zod';
import { type DocumentMetadata, documentOf } from '../model/index.ts';
import { empty, MAX_BYTES, refused, type SourceItem, tooLarge } from './item.ts';
import { badJson, Metadata, merged } from './metadata.ts';

const Line = Metadata.extend({ text: z.string() });

/** A document a line, `{"text": …, "publishedAt": …, "publisher": …, "url": …}`; a bad line is told with its number and skipped. */
export async function* documentsOfLines(
  chunks: AsyncIterable<Uint8Array>,
  place: string,
  metadata: DocumentMetadata,
): AsyncGenerator<SourceItem> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    const at = `${place}, line ${number}`;
    if (line === undefined) yield refused(at, tooLarge(at));
    else if (line.trim() !== '') yield documentOfLine(line, at, metadata);
  }
}

function documentOfLine(line: string, at: string, metadata: DocumentMetadata): SourceItem {
  try {
    const { text, ...own } = Line.parse(JSON.parse(line));
    if (text.trim() === '') return refused(at, empty(at));
    return { kind: 'document', place: at, document: documentOf(text, merged(metadata, own)) };
  } catch (cause) {
    return refused(at, badJson(at, cause));
  }
}

/** The lines of UTF-8 chunks, holding one at a time; undefined for a line that is longer than a document may be. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  const finish = (): string | undefined => {
    const line = length > MAX_BYTES ? undefined : parts.join('');
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, piece] of [first, ...others].entries()) {
      if (index > 0) yield finish();
      length += piece.length;
      if (length <= MAX_BYTES) parts.push(piece);
    }
  }
  if (length > 0) yield finish();
}
