import type { Kysely } from 'kysely';
import type { ActorId, Document, Reading } from '../model/index.ts';
import type { Dialect } from './dialect.ts';
import { chunks, FINDING_KINDS, type FindingKind, insertFindings, type NewFinding } from './findings.ts';
import { packOffsets } from './offsets.ts';
import { addShares, type PairShare, subtractShares } from './pairs.ts';
import type { Tables } from './tables.ts';

/** A document that was read, with all that the register keeps of it. */
export interface Filing {
  readonly document: Document;
  readonly title: string;
  readonly reading: Reading;
  /** What the ledger needs of it, as JSON. */
  readonly entry: string;
  readonly findings: readonly NewFinding[];
  readonly pairs: readonly string[];
  readonly actors: readonly ActorId[];
  readonly lemmas: LemmaLayer;
}

/** The lemmas of a text, one a token, and where the tokens stand. */
export interface LemmaLayer {
  readonly lemmas: readonly string[];
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

interface Files {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

/**
 * Files the documents in one transaction: all of them or, when it throws, none. What is returned is on disk.
 * A document whose id is there already is left as it is.
 */
export async function fileAll(
  register: Files,
  filings: readonly Filing[],
  addedAt: string,
): Promise<('added' | 'known')[]> {
  const { db, dialect } = register;
  return db.transaction().execute(async (transaction) => {
    const outcomes: ('added' | 'known')[] = [];
    const shares: PairShare[] = [];
    for (const filing of filings) {
      const seq = await insertDocument(transaction, filing, addedAt);
      outcomes.push(seq === undefined ? 'known' : 'added');
      if (seq === undefined) continue;
      await insertRead(transaction, dialect, seq, filing);
      shares.push(...sharesOf(filing));
    }
    await addShares(transaction, shares);
    return outcomes;
  });
}

/** Replaces the reading of a document, and all that follows from it, in one transaction; false where it is not in the register. */
export async function refile({ db, dialect }: Files, filing: Filing): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('documents')
      .set(factColumns(filing))
      .where('id', '=', filing.document.id)
      .returning('seq')
      .executeTakeFirst();
    if (row === undefined) return false;
    await subtractShares(transaction, await storedShares(transaction, row.seq));
    for (const table of ['findings', 'readings', 'entries', 'lemmas', 'document_pairs', 'document_actors'] as const)
      await transaction.deleteFrom(table).where('document', '=', row.seq).execute();
    await dialect.search.delete(transaction, row.seq);
    await insertRead(transaction, dialect, row.seq, filing);
    await addShares(transaction, sharesOf(filing));
    return true;
  });
}

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
export function dateOf({ document, reading }: Pick<Filing, 'document' | 'reading'>): string {
  return document.publishedAt ?? reading.document.publishedAt ?? '';
}

async function insertRead(db: Kysely<Tables>, dialect: Dialect, document: number, filing: Filing): Promise<void> {
  const { reading, entry, lemmas, findings, pairs, actors } = filing;
  const date = dateOf(filing);
  const words = lemmas.lemmas.join(' ');
  await db
    .insertInto('readings')
    .values({ document, reader: reading.reader, data: JSON.stringify(reading) })
    .execute();
  await db
    .insertInto('lemmas')
    .values({ document, lemmas: words, offsets: packOffsets(lemmas) })
    .execute();
  await db.insertInto('entries').values({ document, data: entry }).execute();
  await dialect.search.put(db, document, words);
  await insertFindings(db, document, findings);
  for (const some of chunks(pairs))
    await db
      .insertInto('document_pairs')
      .values(some.map((pair) => ({ pair, date, document })))
      .execute();
  for (const some of chunks(actors))
    await db
      .insertInto('document_actors')
      .values(some.map((actor) => ({ actor, date, document })))
      .execute();
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
    .innerJoin('finding_pairs', 'finding_pairs.finding', 'findings.id')
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
  return Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Record<FindingKind, number>;
}
