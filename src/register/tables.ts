import type { Generated, Selectable } from 'kysely';
import type { LinkKind, RulingKind, Status } from '../ledger/index.ts';
import type { AuditAction } from '../model/index.ts';
import type { FindingKind } from './findings.ts';

/** A text and what is known of it. `seq` counts the documents in the order in which they were added. */
interface DocumentsTable {
  seq: Generated<number>;
  id: string;
  title: string;
  kind: string;
  language: string;
  publisher: string | null;
  cited_source: string | null;
  side: string | null;
  /** ISO day; empty where it is unknown, so that both databases sort it alike. */
  published_at: string;
  url: string | null;
  added_at: string;
  text: string;
  /** The rank of its marking. Every table that holds anything of a document has the same, and follows when it changes. */
  marking: number;
}

/** The current reading of a document, as JSON. */
interface ReadingsTable {
  document: number;
  reader: string;
  data: string;
  marking: number;
}

/** What the ledger needs of a document beside its findings, as JSON. */
interface EntriesTable {
  document: number;
  data: string;
  marking: number;
}

/** One meeting, commitment, instrument or progress item of a reading. */
interface FindingsTable {
  /** Its document's number times `FINDINGS_A_DOCUMENT`, plus its place among the document's findings. */
  seq: number;
  id: string;
  document: number;
  kind: FindingKind;
  /** Its index in its list of the reading. */
  ordinal: number;
  /** The day by which it is ordered: its own, else its document's; empty where both are unknown. */
  date: string;
  /** The item of the reading, as JSON. */
  item: string;
  /** The same as the ledger has it, as JSON. */
  mention: string;
  marking: number;
}

/** To which pairs of states or organizations a finding belongs. */
interface FindingPairsTable {
  pair: string;
  kind: FindingKind;
  date: string;
  finding: number;
  marking: number;
}

/** Which areas a finding touches. */
interface FindingAreasTable {
  area: string;
  kind: FindingKind;
  date: string;
  finding: number;
  marking: number;
}

/** The blocks of the ledger in which a finding or document waits for others to be compared with, as numbers. */
interface FindingBlocksTable {
  finding: number;
  block: number;
  marking: number;
}

interface DocumentBlocksTable {
  document: number;
  block: number;
  marking: number;
}

/** What the ledger proposes to belong together: ids of findings, or of documents. */
interface LinksTable {
  kind: LinkKind;
  a: string;
  b: string;
  outcome: 'same' | 'unsure';
  score: number;
  reasons: string;
  /** The higher of both documents'. */
  marking: number;
}

interface DocumentPairsTable {
  pair: string;
  date: string;
  document: number;
  marking: number;
}

/** Which actors a document mentions: offices, persons' offices, and the states and organizations behind them. */
interface DocumentActorsTable {
  actor: string;
  date: string;
  document: number;
  marking: number;
}

/**
 * Counts of a pair over the documents of one marking, kept while documents are added: what a pair has is the sum over the rows that one
 * may see. `revision` grows with every change of the pair's record.
 */
interface PairsTable {
  pair: string;
  marking: number;
  documents: number;
  meetings: number;
  commitments: number;
  instruments: number;
  progress: number;
  first_date: string;
  last_date: string;
  revision: number;
}

/** The lemmas of a document, one a token, set apart by spaces, and the tokens' offsets as packed by `packOffsets`. */
interface LemmasTable {
  document: number;
  lemmas: string;
  offsets: Uint8Array;
  marking: number;
}

/** What people ruled; rows are added, never changed. */
export interface DecisionsTable {
  seq: Generated<number>;
  id: string;
  kind: RulingKind;
  subject: string;
  document: string | null;
  payload: string;
  who: string;
  at: string;
  why: string;
  undoes: string | null;
  /** Who gave it may have given it a marking of its own. */
  own_marking: number;
  /** The highest of its own and of the documents that subject and payload name; the database sets it. */
  marking: Generated<number>;
}

/** From which state of a pair's record its standings were derived, and by which version of Readout. */
interface StandingPairsTable {
  /** The place in MARKINGS of the clearance that the record was derived for. */
  clearance: number;
  pair: string;
  revision: number;
  version: string;
  /** Proposals that wait for a person. */
  waiting: number;
}

/** An undertaking in the record of a pair. */
interface StandingsTable {
  seq: Generated<number>;
  clearance: number;
  pair: string;
  /** The id of its first mention. */
  commitment: string;
  /** The highest rank of the documents that tell of it. */
  marking: number;
  /** What lists show of it, as JSON. */
  data: string;
  /** Of all that is stored of it: a row with the same one need not be written again. */
  digest: string;
}

/** Days through which an undertaking had a status and a deadline. */
export interface StandingSpansTable {
  standing: number;
  clearance: number;
  pair: string;
  /** 1 in the first of the pairs that the undertaking belongs to, else 0: lists over all pairs show it once. */
  lead: number;
  /** Empty where the day of the undertaking is unknown. */
  status: Status | '';
  /** The first day. */
  since: string;
  /** The day on which it ended; 9999-12-31 where it lasts. */
  until: string;
  /** The last day of the deadline; empty where there is none. */
  deadline: string;
  /** The day of the undertaking; empty where it is unknown. */
  made: string;
}

/** The same, once for each area of the undertaking. */
interface StandingAreasTable extends StandingSpansTable {
  area: string;
}

/** The same, once for each party of the undertaking and each state or organization behind one. */
interface StandingPartiesTable extends StandingSpansTable {
  party: string;
}

/** What the program or a person wants kept; `owner` is the id of an account, empty for what is everybody's. */
/** The record of a pair as it was derived, packed. */
interface KeptRecordsTable {
  /** The place in MARKINGS of the clearance that it was derived for. */
  clearance: number;
  pair: string;
  revision: number;
  version: string;
  data: Uint8Array;
}

interface SettingsTable {
  owner: string;
  key: string;
  value: string;
}

/** Who did what; rows are added, never changed or removed. No words of documents are in it. */
export interface AuditLogTable {
  seq: Generated<number>;
  at: string;
  who: string;
  action: AuditAction;
  /** The id of a document, finding, decision, account or token, or the name of a file that was exported. */
  subject: string | null;
  /** JSON. */
  detail: string;
  address: string | null;
  marking: number;
}

/** Who may log in. */
export interface AccountsTable {
  id: string;
  /** In lower case. */
  name: string;
  full_name: string | null;
  role: string;
  clearance: number;
  active: number;
  /** As `hashPassword` writes it; null where the account logs in elsewhere. */
  password: string | null;
  oidc_issuer: string | null;
  oidc_subject: string | null;
  created_at: string;
  last_log_in: string | null;
}

/** `id` is the hash of what the browser keeps. */
interface SessionsTable {
  id: string;
  account: string;
  created_at: string;
  seen_at: string;
}

export interface TokensTable {
  id: string;
  account: string;
  name: string;
  /** The hash of the token. */
  hash: string;
  /** Names set apart by spaces. */
  scopes: string;
  created_at: string;
  expires_at: string;
}

/** Log-ins that failed of late, by name and by address, as `rate-limiter-flexible` counts them. */
interface LogInLimitsTable {
  key: string;
  points: number;
  expire: number | null;
}

interface SchemaMigrationsTable {
  version: number;
  name: string;
  applied_at: string;
}

/** The register's tables, the same on both databases. */
export interface Tables {
  documents: DocumentsTable;
  readings: ReadingsTable;
  entries: EntriesTable;
  findings: FindingsTable;
  finding_pairs: FindingPairsTable;
  finding_areas: FindingAreasTable;
  finding_blocks: FindingBlocksTable;
  document_blocks: DocumentBlocksTable;
  links: LinksTable;
  document_pairs: DocumentPairsTable;
  document_actors: DocumentActorsTable;
  pairs: PairsTable;
  lemmas: LemmasTable;
  decisions: DecisionsTable;
  standing_pairs: StandingPairsTable;
  standings: StandingsTable;
  standing_spans: StandingSpansTable;
  standing_areas: StandingAreasTable;
  standing_parties: StandingPartiesTable;
  kept_records: KeptRecordsTable;
  settings: SettingsTable;
  audit_log: AuditLogTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  tokens: TokensTable;
  log_in_limits: LogInLimitsTable;
  schema_migrations: SchemaMigrationsTable;
}

export type DocumentRow = Selectable<DocumentsTable>;
