import { type Document, ReadoutError } from '../model/index.ts';

/** What a source gives, one after another: a document, or why there is none. `place` says where it stands: a file, a line of a file. */
export type SourceItem =
  | { readonly kind: 'document'; readonly place: string; readonly document: Document }
  | { readonly kind: 'refused'; readonly place: string; readonly error: ReadoutError };

/** The most bytes that one document may have. */
export const MAX_BYTES = 20_000_000;

export function tooLarge(place: string): ReadoutError {
  return new ReadoutError(
    'too-large',
    `a document may have ${MAX_BYTES / 1e6} MB at most; larger is`,
    place,
    'cut it into documents, or give many documents as JSON Lines',
  );
}

/** The fault of a small file with a large document in it. */
export function unpacksTooLarge(place: string): ReadoutError {
  return new ReadoutError(
    'too-large',
    `unpacked, a document may have ${MAX_BYTES / 1e6} MB at most, and no more marks of layout than a book has; larger is`,
    place,
    'cut it into documents, or give its text alone',
  );
}

export function empty(place: string): ReadoutError {
  return new ReadoutError('empty', 'there is no text in', place, 'give a file with text in it');
}

/** The item for a fault: a coded error as it is, anything else as `bad-input`. */
export function refused(place: string, cause: unknown): SourceItem {
  if (cause instanceof ReadoutError) return { kind: 'refused', place, error: cause };
  const reason = cause instanceof Error ? cause.message : String(cause);
  const error = new ReadoutError('bad-input', `cannot be read (${reason}):`, place, 'check the file', { cause });
  return { kind: 'refused', place, error };
}
