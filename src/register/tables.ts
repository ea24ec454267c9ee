import type { Generated, Insertable, Selectable } from 'kysely';
import type { FindingKind } from './findings.ts';

/** A text and what is known of it. `seq` counts the documents in the order in which they were added. */
export interface DocumentsTable {
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
}

/** The current reading of a document, as JSON. */
export interface ReadingsTable {
  document: number;
  reader: string;
  data: string;
}

/** What the ledger needs of a document, as JSON. */
export interface EntriesTable {
  document: number;
  data: string;
}

/** One meeting, commitment, instrument or progress item of a reading; `data` is the item as JSON. */
export interface FindingsTable {
  id: string;
  document: number;
  kind: FindingKind;
  ordinal: number;
  /** The day by which it is ordered: its own, else its document's; empty where both are unknown. */
  date: string;
  data: string;
}

/** To which pairs of states or organizations a finding belongs. */
export interface FindingPairsTable {
  pair: string;
  kind: FindingKind;
  date: string;
  finding: string;
}

/** Which areas a finding touches. */
export interface FindingAreasTable {
  area: string;
  kind: FindingKind;
  date: string;
  finding: string;
}

export interface DocumentPairsTable {
  pair: string;
  date: string;
  document: number;
}

/** Which actors a document mentions: offices, persons' offices, and the states and organizations behind them. */
export interface DocumentActorsTable {
  actor: string;
  date: string;
  document: number;
}

/** Counts of a pair, kept while documents are added; `revision` grows with every change of the pair's record. */
export interface PairsTable {
  pair: string;
  documents: number;
  meetings: number;
  commitments: number;
  instruments: number;
  progress: number;
  first_date: string;
  last_date: string;
  revision: number;
}

/** What the ledger derived for a pair, as JSON, and the revision of the pair that it was derived from. */
export interface PairLedgersTable {
  pair: string;
  revision: number;
  data: string;
}

/** The lemmas of a document, one a token, set apart by spaces, and the tokens' offsets as packed by `packOffsets`. */
export interface LemmasTable {
  document: number;
  lemmas: string;
  offsets: Uint8Array;
}

/** What people ruled; rows are added, never changed. */
export interface DecisionsTable {
  seq: Generated<number>;
  id: string;
  kind: string;
  subject: string;
  document: string | null;
  payload: string;
  who: string;
  at: string;
  why: string;
  undoes: string | null;
}

export interface SettingsTable {
  key: string;
  value: string;
}

export interface SchemaMigrationsTable {
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
  document_pairs: DocumentPairsTable;
  document_actors: DocumentActorsTable;
  pairs: PairsTable;
  pair_ledgers: PairLedgersTable;
  lemmas: LemmasTable;
  decisions: DecisionsTable;
  settings: SettingsTable;
  schema_migrations: SchemaMigrationsTable;
}

export type DocumentRow = Selectable<DocumentsTable>;
export type NewDocumentRow = Insertable<DocumentsTable>;
