import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { ReadoutError } from '../model/index.ts';
import type { Dialect } from './dialect.ts';
import { touchPairs } from './pairs.ts';
import type { Tables } from './tables.ts';

export const DECISION_KINDS = [
  'accept',
  'reject',
  'correct',
  'merge',
  'split',
  'link',
  'unlink',
  'set-status',
  'note',
  'add-commitment',
  'undo',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What a person ruled about a finding: who, when and why. Decisions are added, never changed or removed. */
export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  /** The id of the finding or document that it is about. */
  readonly subject: string;
  /** The document of the subject, for re-attaching after re-reading. */
  readonly document: string | undefined;
  /** What is ruled, by kind; at least the spans of the subject, so that it can be found again in another reading. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly who: string;
  /** ISO time. */
  readonly at: string;
  readonly why: string;
  /** The decision that this one takes back; only of kind `undo`. */
  readonly undoes: string | undefined;
}

export type NewDecision = Omit<Decision, 'id' | 'at'> & { readonly at?: string };

interface Decides {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

/** Records the decision and marks the record of the pairs as changed. A decision can be taken back once. */
export async function recordDecision(
  { db }: Decides,
  decision: NewDecision,
  pairs: readonly string[] = [],
): Promise<Decision> {
  const { kind, subject, document, payload, who, why, undoes, at = new Date().toISOString() } = decision;
  const id = randomUUID();
  await db.transaction().execute(async (transaction) => {
    if (undoes !== undefined) await requireUndoable(transaction, undoes);
    await transaction
      .insertInto('decisions')
      .values({
        id,
        kind,
        subject,
        document: document ?? null,
        payload: JSON.stringify(payload),
        who,
        at,
        why,
        undoes: undoes ?? null,
      })
      .execute();
    await touchPairs(transaction, pairs);
  });
  return { id, kind, subject, document, payload, who, at, why, undoes };
}

async function requireUndoable(db: Kysely<Tables>, id: string): Promise<void> {
  const decision = await db.selectFrom('decisions').select('id').where('id', '=', id).executeTakeFirst();
  if (decision === undefined)
    throw new ReadoutError('not-found', 'no such decision:', id, 'list the decisions of the finding to see their ids');
  const undone = await db.selectFrom('decisions').select('id').where('undoes', '=', id).executeTakeFirst();
  if (undone !== undefined)
    throw new ReadoutError('conflict', 'this decision was taken back already:', id, 'record a new decision instead');
}

/** All decisions about a subject or a document, in the order in which they were taken, those taken back included. */
export async function listDecisions(
  { db }: Decides,
  { subject, document }: { subject?: string; document?: string } = {},
): Promise<Decision[]> {
  let query = db.selectFrom('decisions').selectAll().orderBy('seq');
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (document !== undefined) query = query.where('document', '=', document);
  return (await query.execute()).map(({ seq: _, kind, payload, document: of, undoes, ...rest }) => ({
    ...rest,
    kind: kind as DecisionKind,
    document: of ?? undefined,
    payload: JSON.parse(payload),
    undoes: undoes ?? undefined,
  }));
}

/** The decisions that stand: those that no other one takes back. */
export function standing(decisions: readonly Decision[]): Decision[] {
  const undone = new Set(decisions.map(({ undoes }) => undoes));
  return decisions.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
}
