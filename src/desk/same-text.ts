import { type TextDifference, textDifferences } from '../ledger/index.ts';
import { type DocumentSummary, documentsById, findDocument, findPair, pairsOfDocument } from '../register/index.ts';
import type { Desk } from './desk.ts';
import { pairRecord } from './pair-record.ts';

/** A document that tells the same text as another: the source, a reprint of it, or a version in another language. */
export interface SameText {
  readonly document: DocumentSummary;
  readonly relation: 'source' | 'reprint' | 'version';
  /** What the reprint changed of its source, with the words; none of versions. */
  readonly changes: readonly TextChange[];
}

export interface TextChange {
  readonly kind: TextDifference['kind'];
  /** The source's words; absent where they were put in. */
  readonly before?: string;
  /** The reprint's words; absent where they were cut. */
  readonly after?: string;
}

/** The other documents that tell the text of one, by the records of its pairs. */
export async function sameText({ register }: Desk, id: string): Promise<SameText[]> {
  const related = new Map<string, SameText['relation']>();
  for (const pair of (await pairsOfDocument(register, id)) ?? []) {
    const summary = await findPair(register, pair);
    if (summary === undefined) continue;
    const { reprints, versions } = await pairRecord(register, pair, summary.revision);
    for (const { head, reprints: copies } of reprints) {
      if (copies.some(({ document }) => document === id)) related.set(head, 'source');
      if (head === id) for (const { document } of copies) related.set(document, 'reprint');
    }
    for (const other of versions.find((one) => one.includes(id)) ?? []) if (other !== id) related.set(other, 'version');
  }
  const documents = await documentsById(register, [...related.keys()]);
  const own = (await findDocument(register, id))?.document.text ?? '';
  return Promise.all(
    documents.map(async (document): Promise<SameText> => {
      const relation = related.get(document.id) ?? 'version';
      if (relation === 'version') return { document, relation, changes: [] };
      const other = (await findDocument(register, document.id))?.document.text ?? '';
      return { document, relation, changes: relation === 'source' ? changesOf(other, own) : changesOf(own, other) };
    }),
  );
}

function changesOf(source: string, reprint: string): TextChange[] {
  return textDifferences(source, reprint).map(({ kind, a, b }) => ({
    kind,
    ...(a === undefined ? {} : { before: source.slice(...a) }),
    ...(b === undefined ? {} : { after: reprint.slice(...b) }),
  }));
}
