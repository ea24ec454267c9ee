import type { Kysely, RawBuilder } from 'kysely';
import type { Marking } from '../model/index.ts';
import type { Tables } from './tables.ts';

/** A search in lemmas: every term must occur, in any of its wordings; a wording of several lemmas is a phrase. */
export interface LemmaQuery {
  readonly terms: readonly { readonly anyOf: readonly (readonly string[])[] }[];
}

/** The index of lemmas, which the two databases make differently. */
export interface SearchIndex {
  /** Creates the index, empty. */
  create(db: Kysely<Tables>): Promise<void>;
  /** Keeps apart, in the index as it was created, what different clearances may find; `put` and `hits` expect that it was called. */
  protect(db: Kysely<Tables>): Promise<void>;
  /**
   * Files the lemmas, set apart by spaces, of the item with this number, for those who see what has a marking of this rank; for those of
   * the connection's own clearance where it is left out.
   */
  put(db: Kysely<Tables>, item: number, lemmas: string, rank?: number): Promise<void>;
  delete(db: Kysely<Tables>, item: number): Promise<void>;
  /** A select of `item` and `score` (higher is better) of every item that matches and was filed for one of the ranks. */
  hits(query: LemmaQuery, ranks: readonly number[]): RawBuilder<{ item: number; score: number }>;
}

/** What the database does by itself about markings and the log, once the columns are there. */
export interface Protection {
  /**
   * Lets every row follow the marking of its document. On PostgreSQL a connection then sees only the rows of its clearance; on SQLite a
   * marking is a label.
   */
  followMarkings(db: Kysely<Tables>): Promise<void>;
  /** Lets rows of the log only be added, and keeps accounts to connections of the highest clearance. */
  keepLog(db: Kysely<Tables>): Promise<void>;
  /** Lets standings be seen only by their clearance and those above it, and forgets those that a document with a raised marking stands behind. */
  keepStandings(db: Kysely<Tables>): Promise<void>;
  /** The same for the records that are kept. */
  keepRecords(db: Kysely<Tables>): Promise<void>;
}

/** Where the two databases must differ; everything else is one set of queries. */
export interface Dialect {
  readonly kind: 'sqlite' | 'postgres';
  /** The index of documents. */
  readonly search: SearchIndex;
  /** The index of the words of undertakings. */
  readonly standingSearch: SearchIndex;
  readonly protection: Protection;
  /** The column type of text that is compared code unit by code unit, whatever the locale. */
  readonly text: RawBuilder<unknown>;
  /** The column type of bytes. */
  readonly bytes: RawBuilder<unknown>;
  /** The column type, with its key, of a number that the database counts up by itself. */
  readonly counter: RawBuilder<unknown>;
  /** What ends the definition of a table that is only its primary key. */
  readonly keyOnly: RawBuilder<unknown>;
  /** Lets one process at a time change the schema, until the end of the transaction. */
  lockSchema(db: Kysely<Tables>): Promise<void>;
  /** Writes a copy of the whole register to a file; both readers and writers may go on meanwhile. */
  backUp(db: Kysely<Tables>, file: string): Promise<void>;
}

/** An open database and what is its own about it. */
export interface Connection {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  /** What is seen through it. */
  readonly clearance: Marking;
}
