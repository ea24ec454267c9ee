import type { LedgerEntry, Mention } from '../ledger/index.ts';
import type { Connection } from './dialect.ts';
import type { StoredEntry } from './filing.ts';
import { inPortions } from './portions.ts';

/** What the ledger needs of a pair's documents: of each only what stands between the two. */
export async function entriesOfPair({ db }: Connection, pair: string): Promise<LedgerEntry[]> {
  const documents = await db.selectFrom('document_pairs').where('pair', '=', pair).select('document').execute();
  const findings = await db
    .selectFrom('finding_pairs')
    .where('pair', '=', pair)
    .select('finding')
    .orderBy('finding')
    .execute();
  const numbersOfDocuments = documents.map(({ document }) => document);
  const numbersOfFindings = findings.map(({ finding }) => finding);
  return assembled(
    await inPortions(numbersOfDocuments, async (some): Promise<StoredEntry[]> => {
      const rows = await db.selectFrom('entries').where('document', 'in', some).select('data').execute();
      return rows.map(({ data }) => JSON.parse(data));
    }),
    await inPortions(numbersOfFindings, async (some): Promise<Mention[]> => {
      const rows = await db.selectFrom('findings').where('seq', 'in', some).select('mention').orderBy('seq').execute();
      return rows.map(({ mention }) => JSON.parse(mention));
    }),
  );
}

/** The entries of documents, whole. */
export async function entriesOf({ db }: Connection, documentIds: readonly string[]): Promise<LedgerEntry[]> {
  if (documentIds.length === 0) return [];
  const entries = await db
    .selectFrom('documents')
    .innerJoin('entries', 'entries.document', 'documents.seq')
    .where('documents.id', 'in', documentIds)
    .select('entries.data')
    .execute();
  const findings = await db
    .selectFrom('documents')
    .innerJoin('findings', 'findings.document', 'documents.seq')
    .where('documents.id', 'in', documentIds)
    .select('findings.mention')
    .orderBy('findings.seq')
    .execute();
  return assembled(
    entries.map(({ data }) => JSON.parse(data)),
    findings.map(({ mention }) => JSON.parse(mention)),
  );
}

function assembled(entries: readonly StoredEntry[], mentions: readonly Mention[]): LedgerEntry[] {
  const byDocument = Map.groupBy(mentions, ({ document }) => document);
  return entries.map(({ document, areas }) => {
    const own = byDocument.get(document.id) ?? [];
    return {
      document,
      meetings: own.filter((mention) => mention.kind === 'meeting'),
      commitments: own.filter((mention) => mention.kind === 'commitment'),
      progress: own.filter((mention) => mention.kind === 'progress'),
      instruments: own.filter((mention) => mention.kind === 'instrument'),
      areas,
    };
  });
}
