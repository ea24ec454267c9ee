import { type DocumentMetadata, documentOf } from '../model/index.ts';
import type { DocumentSummary, Finding } from '../register/index.ts';
import type { DocumentView } from './documents.ts';
import { filingOf } from './filing.ts';
import { readDocument } from './read-document.ts';

/** How a text would be filed: its reading and findings, without the register being touched. */
export function preview(text: string, metadata: DocumentMetadata = {}): DocumentView {
  const read = readDocument(documentOf(text, metadata));
  const { title, findings } = filingOf(read);
  const { id, kind, language, publisher, citedSource, side, publishedAt, url } = read.reading.document;
  const summary: DocumentSummary = {
    id,
    title,
    kind,
    language,
    ...(publisher === undefined ? {} : { publisher }),
    ...(citedSource === undefined ? {} : { citedSource }),
    ...(side === undefined ? {} : { side }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(url === undefined ? {} : { url }),
    addedAt: '',
    marking: 'public',
  };
  return {
    summary,
    document: read.document,
    reading: read.reading,
    findings: findings.map(
      ({ kind, ordinal, item, mention }): Finding =>
        ({ id: mention.id, kind, ordinal, date: mention.date, item, mention, document: summary }) as Finding,
    ),
  };
}
