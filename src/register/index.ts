export {
  type Account,
  type AccountChange,
  findAccount,
  insertAccount,
  listAccounts,
  noAccount,
  type OidcIdentity,
  updateAccount,
  updatePassword,
} from './accounts.ts';
export {
  type AuditEntry,
  type AuditFilters,
  type AuditNote,
  insertAudit,
  listAudit,
} from './audit.ts';
export {
  decisionById,
  decisionsOfPair,
  listDecisions,
  type NewDecision,
  pairsWithDecisions,
  recordDecision,
} from './decisions.ts';
export type { LemmaQuery } from './dialect.ts';
export {
  countDocuments,
  type DocumentSummary,
  documentsById,
  documentsOfPair,
  everyDocument,
  findDocument,
  knownIds,
  listDocuments,
  readByOthers,
  type StoredDocument,
} from './documents.ts';
export { entriesOf, entriesOfPair } from './entries.ts';
export { type Filing, type FindLinks, fileAll, type LemmaLayer, refile } from './filing.ts';
export {
  FINDING_KINDS,
  type Finding,
  type FindingItems,
  type FindingKind,
  findingsOfDocument,
  LISTS,
  listFindings,
  type NewFinding,
  pairsOfFinding,
} from './findings.ts';
export { keepRecord, keptRecord } from './kept-records.ts';
export { linksFrom, reprintsOf } from './links.ts';
export { type Counted, logInLimit } from './log-in-limits.ts';
export { changeMarking } from './markings.ts';
export { isPostgres, openRegister, type Register } from './open.ts';
export { findPair, listPairs, membersOf, type PairSummary, pairOf, pairsOfDocument } from './pairs.ts';
export { countRecent, recentDocuments } from './recent.ts';
export { requireProtection } from './require-protection.ts';
export { type SearchFilters, type SearchHit, searchDocuments } from './search.ts';
export { deleteEnded, deleteSession, findSession, insertSession, touchSession } from './sessions.ts';
export { setSetting, setting } from './settings.ts';
export {
  countStandings,
  listStandings,
  type Standing,
  type StandingFilters,
} from './standing-lists.ts';
export { FOREVER, type NewStanding, replaceStandings, stalePairs, waitingByPair } from './standings.ts';
export { deleteToken, findToken, insertToken, listTokens, type Token } from './tokens.ts';
