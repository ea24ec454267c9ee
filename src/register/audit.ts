import type { Kysely, Selectable } from 'kysely';
import { type AuditAction, type Marking, markingOfRank, markingRank } from '../model/index.ts';
import type { Connection } from './dialect.ts';
import type { AuditLogTable, Tables } from './tables.ts';

/** Who does something, and from where. */
export interface Author {
  readonly who: string;
  /** The address that the request came from; absent on the command line. */
  readonly address?: string | undefined;
}

/** Who works where there are no accounts. */
export const USER: Author = { who: 'user' };

/** Something that was done. It has no words of documents: ids, names of accounts and values of settings only. */
export interface AuditNote extends Author {
  readonly action: AuditAction;
  /** The id of a document, finding, decision, account or token, or the name of what was exported. */
  readonly subject?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
  /** Who may see the row; `public` where it is left out. */
  readonly marking?: Marking | undefined;
}

/** A row of the log; `seq` counts them. */
export interface AuditEntry extends AuditNote {
  readonly seq: number;
  /** ISO time. */
  readonly at: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly marking: Marking;
}

/** Adds rows to the log, within the transaction of what they tell of. */
export async function insertAudit(db: Kysely<Tables>, notes: readonly AuditNote[]): Promise<void> {
  if (notes.length === 0) return;
  const at = new Date().toISOString();
  const rows = notes.map(({ who, address, action, subject, detail, marking = 'public' }) => ({
    at,
    who,
    action,
    subject: subject ?? null,
    detail: JSON.stringify(detail ?? {}),
    address: address ?? null,
    marking: markingRank(marking),
  }));
  await db.insertInto('audit_log').values(rows).execute();
}

/** What narrows the log; `before` is the `seq` of the last row that was seen. */
export interface AuditFilters {
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
  readonly who?: string | undefined;
  readonly action?: AuditAction | undefined;
}

/** The log, the newest first. */
export async function listAudit(
  { db }: Connection,
  { before, limit = 100, who, action }: AuditFilters = {},
): Promise<AuditEntry[]> {
  let query = db.selectFrom('audit_log').selectAll().orderBy('seq', 'desc').limit(limit);
  if (before !== undefined) query = query.where('seq', '<', before);
  if (who !== undefined) query = query.where('who', '=', who);
  if (action !== undefined) query = query.where('action', '=', action);
  return (await query.execute()).map(toEntry);
}

function toEntry({ address, subject, detail, marking, ...row }: Selectable<AuditLogTable>): AuditEntry {
  return {
    ...row,
    detail: JSON.parse(detail),
    marking: markingOfRank(marking),
    ...(subject === null ? {} : { subject }),
    ...(address === null ? {} : { address }),
  };
}
