import type { Kysely } from 'kysely';
import type { Block, LedgerEntry, Link } from '../ledger/index.ts';
import { type ActorId, type Document, type Marking, markingRank, type Reading } from '../model/index.ts';
import { type Author, insertAudit, USER } from './audit.ts';
import type { Connection, Dialect } from './dialect.ts';
import { chunks, type FiledDocument, type FindingKind, insertFindings, type NewFinding } from './findings.ts';
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
 * Files the documents in one transaction: all of them or, when it throws, none. What is returned is on disk. A document whose id is there
 * already is left as it is. To be linked to all that they belong to, documents are filed by who sees everything, whatever their marking.
 */
export async function fileAll(
  { db, dialect }: Connection,
  filings: readonly Filing[],
  findLinks: FindLinks,
  addedAt: string,
  { marking = 'public', by = USER }: { readonly marking?: Marking; readonly by?: Author } = {},
): Promise<('added' | 'known')[]> {
  const rank = markingRank(marking);
  return db.transaction().execute(async (transaction) => {
    const outcomes: ('added' | 'known')[] = [];
    const shares: PairShare[] = [];
    const added: string[] = [];
    for (const filing of filings) {
      const document = await insertDocument(transaction, filing, addedAt, rank);
      outcomes.push(document === undefined ? 'known' : 'added');
      if (document === undefined) continue;
      await insertRead(transaction, dialect, { document, marking: rank }, filing, findLinks);
      shares.push(...sharesOf(filing, rank));
      added.push(filing.document.id);
    }
    await addShares(transaction, shares);
    await insertAudit(
      transaction,
      added.map((subject) => ({ ...by, action: 'document-added', subject, detail: { marking }, marking })),
    );
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
      .returning(['seq', 'marking'])
      .executeTakeFirst();
    if (row === undefined) return false;
    const filed: FiledDocument = { document: row.seq, marking: row.marking };
    const shares = await storedShares(transaction, filed);
    for (const table of OF_READING) await transaction.deleteFrom(table).where('document', '=', row.seq).execute();
    await subtractShares(transaction, shares);
    const reprints = await reprintsOf(transaction, filing.document.id);
    await deleteLinks(transaction, filing.document.id);
    await dialect.search.delete(transaction, row.seq);
    await insertRead(transaction, dialect, filed, filing, findLinks, reprints);
    await addShares(transaction, sharesOf(filing, filed.marking));
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

async function insertDocument(
  db: Kysely<Tables>,
  filing: Filing,
  addedAt: string,
  marking: number,
): Promise<number | undefined> {
  const { id, text } = filing.document;
  const row = await db
    .insertInto('documents')
    .values({ id, text, added_at: addedAt, marking, ...factColumns(filing) })
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
  filed: FiledDocument,
  filing: Filing,
  findLinks: FindLinks,
  reprints: readonly string[] = [],
): Promise<void> {
  const { reading, lemmas, findings, entry } = filing;
  const words = lemmas.lemmas.join(' ');
  await db
    .insertInto('readings')
    .values({ ...filed, reader: reading.reader, data: JSON.stringify(reading) })
    .execute();
  const rest = JSON.stringify({ document: entry.document, areas: entry.areas } satisfies StoredEntry);
  await db
    .insertInto('entries')
    .values({ ...filed, data: rest })
    .execute();
  await db
    .insertInto('lemmas')
    .values({ ...filed, lemmas: words, offsets: packOffsets(lemmas) })
    .execute();
  await dialect.search.put(db, filed.document, words, filed.marking);
  await insertFindings(db, filed, findings);
  await insertPlaces(db, filed, filing);
  await link(db, filed, filing, findLinks, reprints);
}

/** Under which pairs and actors the document is found. */
async function insertPlaces(db: Kysely<Tables>, filed: FiledDocument, filing: Filing): Promise<void> {
  const date = dateOf(filing);
  const pairs = filing.pairs.map((pair) => ({ ...filed, pair, date }));
  for (const some of chunks(pairs)) await db.insertInto('document_pairs').values(some).execute();
  const actors = filing.actors.map((actor) => ({ ...filed, actor, date }));
  for (const some of chunks(actors)) await db.insertInto('document_actors').values(some).execute();
}

async function link(
  db: Kysely<Tables>,
  filed: FiledDocument,
  filing: Filing,
  findLinks: FindLinks,
  reprints: readonly string[],
): Promise<void> {
  const { blocks, findings } = filing;
  const own = { documentId: filing.document.id, findingIds: findings.map(({ mention }) => mention.id), blocks };
  await insertBlocks(db, filed, own);
  const neighbourhood = await neighbourhoodOf(db, filed.document, own, reprints);
  const links = findLinks(filing, neighbourhood);
  const markings = new Map([...neighbourhood.markings, [filing.document.id, filed.marking]]);
  await insertLinks(db, links, markings);
  await releaseCopies(db, filed, own, links, markings);
}

function sharesOf(filing: Filing, marking: number): PairShare[] {
  const counts = new Map(filing.pairs.map((pair) => [pair, noCounts()]));
  for (const { kind, pairs } of filing.findings)
    for (const pair of pairs) {
      const count = counts.get(pair);
      if (count !== undefined) count[kind] += 1;
    }
  return [...counts].map(([pair, of]) => ({ pair, marking, date: dateOf(filing), counts: of }));
}

/** What a filed document adds to the counts of its pairs. */
export async function storedShares(db: Kysely<Tables>, { document, marking }: FiledDocument): Promise<PairShare[]> {
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
    return { pair, marking, date, counts };
  });
}

function noCounts(): Record<FindingKind, number> {
  return { meeting: 0, commitment: 0, instrument: 0, progress: 0 };
}
