import type { Kysely } from 'kysely';
import type { Block, LedgerEntry, Link } from '../ledger/index.ts';
import type { ActorId, Document, Reading } from '../model/index.ts';
import type { Connection, Dialect } from './dialect.ts';
import { chunks, type FindingKind, insertFindings, type NewFinding } from './findings.ts';
import {
  deleteLinks,
  insertBlocks,
  insertLinks,
  type Neighbourhood,
  neighbourhoodOf,
  releaseCopies,
  reprintsOf,
} from './links.ts';
import { packOffsets } from './offsets.ts';
import { addShares, type PairShare, subtractShares } from './pairs.ts';
import type { Tables } from './tables.ts';

/** A document that was read, with all that the register keeps of it. */
export interface Filing {
  readonly document: Document;
  readonly title: string;
  readonly reading: Reading;
  /** What the ledger needs of it; its mentions are among the findings. */
  readonly entry: LedgerEntry;
  readonly blocks: readonly Block[];
  readonly findings: readonly NewFinding[];
  readonly pairs: readonly string[];
  readonly actors: readonly ActorId[];
  readonly lemmas: LemmaLayer;
}

/** What of an entry is stored beside its mentions. */
export type StoredEntry = Pick<LedgerEntry, 'document' | 'areas'>;

/** The lemmas of a text, one a token, and where the tokens stand. */
export interface LemmaLayer {
  readonly lemmas: readonly string[];
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Finds what links a document to those that share a block with it. */
export type FindLinks = (filing: Filing, neighbourhood: Neighbourhood) => readonly Link[];

/**
 * Connection the documents in one transaction: all of them or, when it throws, none. What is returned is on disk.
 * A document whose id is there already is left as it is.
 */
export async function fileAll(
  { db, dialect }: Connection,
  filings: readonly Filing[],
  findLinks: FindLinks,
  addedAt: string,
): Promise<('added' | 'known')[]> {
  return db.transaction().execute(async (transaction) => {
    const outcomes: ('added' | 'known')[] = [];
    const shares: PairShare[] = [];
    for (const filing of filings) {
      const seq = await insertDocument(transaction, filing, addedAt);
      outcomes.push(seq === undefined ? 'known' : 'added');
      if (seq === undefined) continue;
      await insertRead(transaction, dialect, seq, filing, findLinks);
      shares.push(...sharesOf(filing));
    }
    await addShares(transaction, shares);
    return outcomes;
  });
}

/** Replaces the reading of a document, and all that follows from it, in one transaction; false where it is not in the register. */
export async function refile({ db, dialect }: Connection, filing: Filing, findLinks: FindLinks): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('documents')
      .set(factColumns(filing))
      .where('id', '=', filing.document.id)
      .returning('seq')
      .executeTakeFirst();
    if (row === undefined) return false;
    await subtractShares(transaction, await storedShares(transaction, row.seq));
    for (const table of OF_READING) await transaction.deleteFrom(table).where('document', '=', row.seq).execute();
    const reprints = await reprintsOf(transaction, filing.document.id);
    await deleteLinks(transaction, filing.document.id);
    await dialect.search.delete(transaction, row.seq);
    await insertRead(transaction, dialect, row.seq, filing, findLinks, reprints);
    await addShares(transaction, sharesOf(filing));
    return true;
  });
}

/** The tables whose rows follow from a document's reading. */
const OF_READING = [
  'findings',
  'readings',
  'entries',
  'lemmas',
  'document_blocks',
  'document_pairs',
  'document_actors',
] as const;

async function insertDocument(db: Kysely<Tables>, filing: Filing, addedAt: string): Promise<number | undefined> {
  const { id, text } = filing.document;
  const row = await db
    .insertInto('documents')
    .values({ id, text, added_at: addedAt, ...factColumns(filing) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('seq')
    .executeTakeFirst();
  return row?.seq;
}

function factColumns({ document, reading, title }: Filing) {
  const facts = reading.document;
  return {
    title,
    kind: facts.kind,
    language: facts.language,
    publisher: facts.publisher ?? document.publisher ?? null,
    cited_source: facts.citedSource ?? null,
    side: facts.side ?? null,
    published_at: dateOf({ document, reading }),
    url: document.url ?? facts.url ?? null,
  };
}

/** The day of publication; empty where it is unknown. */
function dateOf({ document, reading }: Pick<Filing, 'document' | 'reading'>): string {
  return document.publishedAt ?? reading.document.publishedAt ?? '';
}

async function insertRead(
  db: Kysely<Tables>,
  dialect: Dialect,
  document: number,
  filing: Filing,
  findLinks: FindLinks,
  reprints: readonly string[] = [],
): Promise<void> {
  const { reading, lemmas, findings, entry } = filing;
  const words = lemmas.lemmas.join(' ');
  await db
    .insertInto('readings')
    .values({ document, reader: reading.reader, data: JSON.stringify(reading) })
    .execute();
  const rest = JSON.stringify({ document: entry.document, areas: entry.areas } satisfies StoredEntry);
  await db.insertInto('entries').values({ document, data: rest }).execute();
  await db
    .insertInto('lemmas')
    .values({ document, lemmas: words, offsets: packOffsets(lemmas) })
    .execute();
  await dialect.search.put(db, document, words);
  await insertFindings(db, document, findings);
  await insertPlaces(db, document, filing);
  await link(db, document, filing, findLinks, reprints);
}

/** Under which pairs and actors the document is found. */
async function insertPlaces(db: Kysely<Tables>, document: number, filing: Filing): Promise<void> {
  const date = dateOf(filing);
  const pairs = filing.pairs.map((pair) => ({ pair, date, document }));
  for (const some of chunks(pairs)) await db.insertInto('document_pairs').values(some).execute();
  const actors = filing.actors.map((actor) => ({ actor, date, document }));
  for (const some of chunks(actors)) await db.insertInto('document_actors').values(some).execute();
}

async function link(
  db: Kysely<Tables>,
  document: number,
  filing: Filing,
  findLinks: FindLinks,
  reprints: readonly string[],
): Promise<void> {
  const { blocks, findings } = filing;
  const own = { documentId: filing.document.id, findingIds: findings.map(({ mention }) => mention.id), blocks };
  await insertBlocks(db, document, own);
  const links = findLinks(filing, await neighbourhoodOf(db, document, own, reprints));
  await insertLinks(db, links);
  await releaseCopies(db, document, own, links);
}

function sharesOf(filing: Filing): PairShare[] {
  const counts = new Map(filing.pairs.map((pair) => [pair, noCounts()]));
  for (const { kind, pairs } of filing.findings)
    for (const pair of pairs) {
      const count = counts.get(pair);
      if (count !== undefined) count[kind] += 1;
    }
  return [...counts].map(([pair, of]) => ({ pair, date: dateOf(filing), counts: of }));
}

async function storedShares(db: Kysely<Tables>, document: number): Promise<PairShare[]> {
  const pairs = await db.selectFrom('document_pairs').selectAll().where('document', '=', document).execute();
  const findings = await db
    .selectFrom('findings')
    .innerJoin('finding_pairs', 'finding_pairs.finding', 'findings.seq')
    .where('findings.document', '=', document)
    .select(['finding_pairs.pair', 'findings.kind'])
    .execute();
  return pairs.map(({ pair, date }) => {
    const counts = noCounts();
    for (const finding of findings) if (finding.pair === pair) counts[finding.kind] += 1;
    return { pair, date, counts };
  });
}

function noCounts(): Record<FindingKind, number> {
  return { meeting: 0, commitment: 0, instrument: 0, progress: 0 };
}
