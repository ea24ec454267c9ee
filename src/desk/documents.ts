import { ReadoutError } from '../model/index.ts';
import {
  type DocumentSummary,
  type Finding,
  findDocument,
  findingsOfDocument,
  listDocuments,
  type StoredDocument,
} from '../register/index.ts';
import type { Desk } from './desk.ts';

/** A document with its text, its reading, and its findings under the ids by which they are addressed. */
export interface DocumentView extends StoredDocument {
  readonly findings: readonly Finding[];
}

/** One document. Throws `not-found`. */
export async function document({ register }: Desk, id: string): Promise<DocumentView> {
  const [stored, findings] = await Promise.all([findDocument(register, id), findingsOfDocument(register, id)]);
  if (stored === undefined) throw notFound(id);
  return { ...stored, findings };
}

/** The documents, the newest first, in portions: pass the last one of a portion to get the next. */
export function documents(
  { register }: Desk,
  options: { after?: DocumentSummary; limit?: number; actor?: string } = {},
): Promise<DocumentSummary[]> {
  return listDocuments(register, options);
}

/** The fault of an id of which there is no document, or none that may be seen. */
export function notFound(id: string): ReadoutError {
  return new ReadoutError(
    'not-found',
    'the register has no document',
    id,
    'look for it in the dossier of its pair or by search',
  );
}
