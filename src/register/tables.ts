import type { Generated, Selectable } from 'kysely';
import type { LinkKind, RulingKind } from '../ledger/index.ts';
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
}

/** The current reading of a document, as JSON. */
interface ReadingsTable {
  document: number;
  reader: string;
  data: string;
}

/** What the ledger needs of a document beside its findings, as JSON. */
interface EntriesTable {
  document: number;
  data: string;
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
}

/** To which pairs of states or organizations a finding belongs. */
interface FindingPairsTable {
  pair: string;
  kind: FindingKind;
  date: string;
  finding: number;
}

/** Which areas a finding touches. */
interface FindingAreasTable {
  area: string;
  kind: FindingKind;
  date: string;
  finding: number;
}

/** The blocks of the ledger in which a finding or document waits for others to be compared with, as numbers. */
interface FindingBlocksTable {
  finding: number;
  block: number;
}

interface DocumentBlocksTable {
  document: number;
  block: number;
}

/** What the ledger proposes to belong together: ids of findings, or of documents. */
interface LinksTable {
  kind: LinkKind;
  a: string;
  b: string;
  outcome: 'same' | 'unsure';
  score: number;
  reasons: string;
}

interface DocumentPairsTable {
  pair: string;
  date: string;
  document: number;
}

/** Which actors a document mentions: offices, persons' offices, and the states and organizations behind them. */
interface DocumentActorsTable {
  actor: string;
  date: string;
  document: number;
}

/** Counts of a pair, kept while documents are added; `revision` grows with every change of the pair's record. */
interface PairsTable {
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

/** The lemmas of a document, one a token, set apart by spaces, and the tokens' offsets as packed by `packOffsets`. */
interface LemmasTable {
  document: number;
  lemmas: string;
  offsets: Uint8Array;
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
}

interface SettingsTable {
  key: string;
  value: string;
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
  settings: SettingsTable;
  schema_migrations: SchemaMigrationsTable;
}

export type DocumentRow = Selectable<DocumentsTable>;
