export { type AddEvent, type AddSummary, addDocuments } from './add-documents.ts';
export { closeDesk, DEFAULT_DATABASE, type Desk, lockForServing, openDesk } from './desk.ts';
export { commitment, type DocumentView, document, documents, meeting } from './documents.ts';
export { type Dossier, type DossierFilters, dossier, pairIdOf, pairs } from './pairs.ts';
export { type ReadDocument, readDocument, readText } from './read-document.ts';
export { type SearchPage, type SearchResult, search } from './search.ts';
