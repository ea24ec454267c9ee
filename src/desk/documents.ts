import { ReadoutError } from '../model/index.ts';
import {
  type DocumentSummary,
  type Finding,
  type FindingKind,
  findDocument,
  findFinding,
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
  if (stored === undefined) throw notFound('document', id);
  return { ...stored, findings };
}

/** The documents, the newest first, in portions: pass the last one of a portion to get the next. */
export function documents(
  { register }: Desk,
  options: { after?: DocumentSummary; limit?: number; actor?: string } = {},
): Promise<DocumentSummary[]> {
  return listDocuments(register, options);
}

/** One commitment. Throws `not-found`. */
export function commitment(desk: Desk, id: string): Promise<Finding<'commitment'>> {
  return requireFinding(desk, 'commitment', id);
}

/** One meeting. Throws `not-found`. */
export function meeting(desk: Desk, id: string): Promise<Finding<'meeting'>> {
  return requireFinding(desk, 'meeting', id);
}

async function requireFinding<Kind extends FindingKind>(
  { register }: Desk,
  kind: Kind,
  id: string,
): Promise<Finding<Kind>> {
  const finding = await findFinding(register, kind, id);
  if (finding === undefined) throw notFound(kind, id);
  return finding;
}

function notFound(what: string, id: string): ReadoutError {
  return new ReadoutError(
    'not-found',
    `the register has no ${what}`,
    id,
    'look for it in the dossier of its pair or by search',
  );
}
