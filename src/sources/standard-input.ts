import type { DocumentMetadata } from '../model/index.ts';
import { documentsOfBytes, kindOf } from './content.ts';
import { MAX_BYTES, refused, type SourceItem, tooLarge } from './item.ts';
import { documentsOfLines } from './json-lines.ts';

const PLACE = 'standard input';

/** The documents that come in as bytes: JSON Lines one by one, or one document of any other kind. */
export async function* documentsOfStream(
  stream: AsyncIterable<Uint8Array>,
  metadata: DocumentMetadata = {},
): AsyncGenerator<SourceItem> {
  const chunks = stream[Symbol.asyncIterator]();
  const head = await beginningOf(chunks);
  const kind = kindOf(head, '');
  const whole = behind(head, chunks);
  if (kind === 'json-lines') yield* documentsOfLines(whole, PLACE, metadata);
  else {
    const bytes = await gather(whole);
    if (bytes === undefined) yield refused(PLACE, tooLarge(PLACE));
    else yield* documentsOfBytes(bytes, kind, PLACE, metadata);
  }
}

/** Enough of the beginning to tell what it is. */
async function beginningOf(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let length = 0; length < 64; ) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    parts.push(value);
    length += value.length;
  }
  return Buffer.concat(parts);
}

async function* behind(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_BYTES) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
