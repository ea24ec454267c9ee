import { createHash } from 'node:crypto';
import type { IsoDate } from './dates.ts';

/** What is known of a document besides its text. */
export interface DocumentMetadata {
  readonly publishedAt?: IsoDate | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

/** One published text. Its id follows from its content, so that adding it again changes nothing. */
export interface Document extends DocumentMetadata {
  readonly id: string;
  /** The text as every span counts it: headline on the first line, paragraphs set apart by empty lines. */
  readonly text: string;
}

/** A document of this text; the id is the first 16 hexadecimal digits of the text's SHA-256. */
export function documentOf(text: string, metadata: DocumentMetadata = {}): Document {
  return { id: createHash('sha256').update(text).digest('hex').slice(0, 16), text, ...metadata };
}
