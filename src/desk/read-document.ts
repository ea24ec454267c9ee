import { type Doc, identifyLanguage, pipelineFor, tokenize } from '../language/index.ts';
import { type Document, type DocumentMetadata, documentOf, type Reading } from '../model/index.ts';
import { type CommitmentTrace, READER_VERSION, read, readWithTrace } from '../reader/index.ts';

/** A document with its parsed text and what it says. */
export interface ReadDocument {
  readonly document: Document;
  readonly doc: Doc;
  readonly reading: Reading;
}

/** Reads a text. A pure function of its arguments; a language that Readout does not know gives a reading without findings. */
export function readText(text: string, metadata: DocumentMetadata = {}): ReadDocument {
  return readDocument(documentOf(text, metadata));
}

/** Reads a document. */
export function readDocument(document: Document): ReadDocument {
  const language = identifyLanguage(document.text);
  if (language === 'other') return { document, doc: tokenize(document.text, 'en'), reading: unread(document) };
  return readParsed(document, pipelineFor(language).parse(document.text));
}

/** Reads a document whose text is parsed. */
export function readParsed(document: Document, doc: Doc): ReadDocument {
  return { document, doc, reading: read(document, doc) };
}

/** A document read with the chain of each commitment, in the order of the reading's commitments. */
export interface ExplainedDocument extends ReadDocument {
  readonly traces: readonly CommitmentTrace[];
}

/** Reads a document and tells how each commitment came about. */
export function explainDocument(document: Document): ExplainedDocument {
  const language = identifyLanguage(document.text);
  if (language === 'other') return { ...readDocument(document), traces: [] };
  const doc = pipelineFor(language).parse(document.text);
  return { document, doc, ...readWithTrace(document, doc) };
}

function unread({ id, text, publishedAt, publisher, url }: Document): Reading {
  const title = text.slice(0, text.indexOf('\n') >>> 0).trim();
  return {
    reader: READER_VERSION,
    document: {
      id,
      kind: 'report',
      language: 'other',
      ...(title === '' ? {} : { title }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
    },
    actorMentions: [],
    meetings: [],
    statements: [],
    commitments: [],
    instruments: [],
    progress: [],
  };
}
