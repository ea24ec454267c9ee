export * from './decisions.ts';
export type { LemmaQuery } from './dialect.ts';
export {
  countDocuments,
  type DocumentSummary,
  documentsOfPair,
  everyDocument,
  findDocument,
  knownIds,
  listDocuments,
  readByOthers,
  type StoredDocument,
  storedDocumentsOfPair,
} from './documents.ts';
export { dateOf, type Filing, fileAll, type LemmaLayer, refile } from './filing.ts';
export {
  FINDING_KINDS,
  type Finding,
  type FindingFilters,
  type FindingItems,
  type FindingKind,
  findFinding,
  findingsOfDocument,
  findingsOfPair,
  LISTS,
  listFindings,
  type NewFinding,
} from './findings.ts';
export { isPostgres, openRegister, type Register } from './open.ts';
export { storedLedger, storeLedger } from './pair-ledgers.ts';
export { findPair, listPairs, membersOf, type PairSummary, pairOf } from './pairs.ts';
export { type SearchFilters, type SearchHit, searchDocuments } from './search.ts';
export { setSetting, setting } from './settings.ts';
