// The part of the room that reads and stores nothing: whoever imports it alone spares the loading of the register and the ledger.
export { documentsOfPaths, documentsOfStream, type SourceItem } from '../sources/index.ts';
export { parseText } from './parse-text.ts';
export { ploverLines } from './plover-lines.ts';
export { type ReadItem, readAll } from './read-all.ts';
export { type ExplainedDocument, explainDocument, type ReadDocument, readDocument, readText } from './read-document.ts';
