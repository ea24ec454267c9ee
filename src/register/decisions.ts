import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Ruling } from '../ledger/index.ts';
import { HIGHEST_MARKING, type Marking, markingOfRank, markingRank, ReadoutError } from '../model/index.ts';
import { type Author, insertAudit } from './audit.ts';
import type { Connection } from './dialect.ts';
import { chunks } from './findings.ts';
import { touchPairs } from './pairs.ts';
import type { DecisionsTable, Tables } from './tables.ts';

/**
 * What a person ruled: who, when and why. Decisions are added, never changed or removed. `marking` is the decision's own, `public` where it
 * is left out: it counts where it is higher than those of the documents that subject and payload name.
 */
export type NewDecision = Omit<Ruling, 'id' | 'at'> & { readonly at?: string };

/**
 * Records the decision and marks the record of the pairs as changed, for those who may see it. A decision can be taken back once. The
 * connection must see all documents that it names: one that is not seen counts as of the highest marking. What takes a decision back has that
 * one's marking, now and later. Throws `not-found` where something that is named has by now a marking above the clearance of who decides.
 */
export async function recordDecision(
  { db, dialect }: Connection,
  decision: NewDecision,
  pairs: readonly string[] = [],
  { address, clearance = HIGHEST_MARKING }: Pick<Author, 'address'> & { readonly clearance?: Marking } = {},
): Promise<Ruling> {
  const { kind, subject, document, payload, who, why, undoes, at = new Date().toISOString() } = decision;
  const id = randomUUID();
  return db.transaction().execute(async (transaction) => {
    const undone = undoes === undefined ? undefined : await requireUndoable(transaction, undoes);
    const named = { ...payload, ...namedIn(undone?.payload) };
    // A file has one writer at a time.
    if (dialect.kind === 'postgres') await holdMarkings(transaction, [subject, ...idsIn(named)]);
    await transaction
      .insertInto('decisions')
      .values({
        id,
        kind,
        subject,
        document: document ?? null,
        payload: JSON.stringify(named),
        who,
        at,
        why,
        undoes: undoes ?? null,
        own_marking: undone?.own_marking ?? markingRank(decision.marking ?? 'public'),
      })
      .execute();
    const row = await transaction.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    if (row.marking > markingRank(clearance))
      throw new ReadoutError('not-found', 'the register has not all that is named with', subject, 'look at it again');
    const ruling = toRuling(row);
    await touchPairs(transaction, pairs, row.marking);
    const detail = { decision: id, ...(undoes === undefined ? { kind } : { undoes }) };
    const action = undoes === undefined ? 'decision' : 'undo';
    await insertAudit(transaction, [{ who, address, action, subject, detail, marking: ruling.marking }]);
    return ruling;
  });
}

async function requireUndoable(
  db: Kysely<Tables>,
  id: string,
): Promise<Pick<Selectable<DecisionsTable>, 'payload' | 'own_marking'>> {
  const decision = await db
    .selectFrom('decisions')
    .select(['payload', 'own_marking'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (decision === undefined)
    throw new ReadoutError('not-found', 'no such decision:', id, 'list the decisions of the finding to see their ids');
  const undone = await db.selectFrom('decisions').select('id').where('undoes', '=', id).executeTakeFirst();
  if (undone !== undefined)
    throw new ReadoutError('conflict', 'this decision was taken back already:', id, 'record a new decision instead');
  return decision;
}

/** What a decision names beside its subject. What takes it back names the same, so that one marking holds for both whatever becomes of the documents. */
function namedIn(payload = '{}'): Record<string, unknown> {
  const named: Record<string, unknown> = JSON.parse(payload);
  return Object.fromEntries(NAMES.flatMap((name) => (named[name] === undefined ? [] : [[name, named[name]]])));
}

/** Lets nobody change the markings of the documents of these ids until the decision about them is there to follow. */
async function holdMarkings(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  const documents = ids.map((id) => id.split('#', 1)[0] ?? id);
  await db.selectFrom('documents').select('id').where('id', 'in', documents).orderBy('id').forShare().execute();
}

function idsIn(payload: Readonly<Record<string, unknown>>): string[] {
  return NAMES.flatMap((name) => {
    const id = payload[name];
    return typeof id === 'string' ? [id] : [];
  });
}

/** Where a payload names a finding of, perhaps, another document. */
const NAMES = ['with', 'from', 'to'] as const;

/** All decisions about a subject or a document, in the order in which they were taken, those taken back included. */
export async function listDecisions(
  { db }: Connection,
  { subject, document }: { subject?: string; document?: string } = {},
): Promise<Ruling[]> {
  let query = db.selectFrom('decisions').selectAll().orderBy('seq');
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (document !== undefined) query = query.where('document', '=', document);
  return (await query.execute()).map(toRuling);
}

/** One decision; undefined where there is none of this id. */
export async function decisionById({ db }: Connection, id: string): Promise<Ruling | undefined> {
  const row = await db.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toRuling(row);
}

/** The decisions about a pair's documents and findings, in the order in which they were taken. */
export async function decisionsOfPair({ db }: Connection, pair: string): Promise<Ruling[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('document', 'in', (the) =>
      the
        .selectFrom('document_pairs')
        .innerJoin('documents', 'documents.seq', 'document_pairs.document')
        .where('document_pairs.pair', '=', pair)
        .select('documents.id'),
    )
    .orderBy('seq')
    .execute();
  return rows.map(toRuling);
}

/** The pairs about whose documents or findings something was decided. */
export async function pairsWithDecisions({ db }: Connection): Promise<string[]> {
  const decided = await db.selectFrom('decisions').where('document', 'is not', null).select('document').execute();
  const ids = [...new Set(decided.flatMap(({ document }) => document ?? []))];
  const pairs = new Set<string>();
  for (const some of chunks(ids)) {
    const documents = db.selectFrom('documents').where('id', 'in', some).select('seq');
    const rows = await db.selectFrom('document_pairs').where('document', 'in', documents).select('pair').execute();
    for (const { pair } of rows) pairs.add(pair);
  }
  return [...pairs].sort();
}

function toRuling(row: Selectable<DecisionsTable>): Ruling {
  const { id, kind, subject, document, payload, who, at, why, undoes, marking } = row;
  return {
    id,
    kind,
    subject,
    document: document ?? undefined,
    payload: JSON.parse(payload),
    who,
    at,
    why,
    undoes: undoes ?? undefined,
    marking: markingOfRank(marking),
  };
}
