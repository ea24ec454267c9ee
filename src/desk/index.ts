export type {
  Brief,
  CommitmentRecord,
  InstrumentRecord,
  Link,
  MeetingRecord,
  Mention,
  Ruling,
  SidesComparison,
  Status,
  StatusAt,
} from '../ledger/index.ts';
export { AUDIT_ACTIONS, type AuditAction, ROLES, type Role, SCOPES, type Scope, scopesOf } from '../model/index.ts';
export type { CommitmentTrace } from '../reader/index.ts';
export type {
  Account,
  AuditEntry,
  AuditFilters,
  DocumentSummary,
  Finding,
  FindingKind,
  PairSummary,
  Standing,
  Token,
} from '../register/index.ts';
export * from './accounts/index.ts';
export { knownActors, resolveActor } from './actors.ts';
export { type AddEvent, type AddSummary, addDocuments } from './add-documents.ts';
export { type Agenda, agenda, type DueCommitment, type DueList, waiting } from './agenda.ts';
export { auditLog, recordAudit } from './audit.ts';
export { backUp, restore } from './backup.ts';
export { BRIEF_FORMATS, type BriefRequest, brief } from './brief.ts';
export { findings } from './browse.ts';
export {
  type CommitmentFilters,
  type CommitmentList,
  commitmentList,
  everyCommitment,
  MOST_COUNTED,
} from './commitment-list.ts';
export { type Decision, decide, decisionsAbout, undo } from './decide.ts';
export { closeDesk, DEFAULT_DATABASE, type Desk, deskOf, lockForServing, openDesk, type Person } from './desk.ts';
export { type DocumentView, document, documents } from './documents.ts';
export { loadExamples } from './examples.ts';
export { exportCommitments } from './export-commitments.ts';
export { exportPlover, exportReadings, exportTable } from './export-records.ts';
export { documentsAt } from './fetch-address.ts';
export { type Follow, follow, followedPairs, follows, groups, isGroup, keyOf, unfollow } from './follows.ts';
export { type CommitmentView, type Dossier, type DossierFilters, dossier, pairIdOf, pairs } from './pairs.ts';
export { preview } from './preview.ts';
export { type Previewer, previewerHere, previewerOnThread } from './previewer.ts';
export * from './reading.ts';
export { recent } from './recent.ts';
export { type CommitmentPage, commitment, type MeetingPage, meeting } from './records.ts';
export {
  actorName,
  BRIEF_MESSAGES,
  capitalOnMap,
  clearestMention,
  holderOf,
  officesOf,
  PAYLOADS,
  type Place,
  participantName,
  placeName,
  placeOnMap,
  SCORES,
  STATUS_RULES,
  STATUSES,
  toldOf,
} from './reference.ts';
export { type Refresher, refresherOf, refresherOnThread } from './refresher.ts';
export { type RereadSummary, reread } from './reread.ts';
export { type ReviewItem, reviewQueue, type TextAround, textAround } from './review.ts';
export { type SameText, sameText } from './same-text.ts';
export { forgetSearch, type SavedSearch, savedSearches, saveSearch } from './saved-searches.ts';
export { type SearchPage, type SearchResult, search } from './search.ts';
export { setMarking } from './set-marking.ts';
export { countStale, refreshStandings } from './standings.ts';
