import type { Document, ReadoutError } from '../model/index.ts';

/** What a source gives, one after another: a document, or why there is none. `place` says where it stands: a file, a line of a file. */
export type SourceItem =
  | { readonly kind: 'document'; readonly place: string; readonly document: Document }
  | { readonly kind: 'refused'; readonly place: string; readonly error: ReadoutError };
