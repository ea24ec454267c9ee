import type { Kysely, Selectable } from 'kysely';
import { type AuditAction, type Marking, markingOfRank, markingRank, ReadoutError } from '../model/index.ts';
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

/** A row of the log. */
export interface AuditEntry extends AuditNote {
  /**
   * Where a list stands after this row: its time, and how many rows of that time were listed with it. The number that the database counts rows
   * by stays there: what is missing between two of them would tell that there are others.
   */
  readonly place: string;
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

/** What narrows the log; `before` is the `place` of the last row that was seen, or a time. */
export interface AuditFilters {
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
  readonly who?: string | undefined;
  readonly action?: AuditAction | undefined;
}

/** The log, the newest first. Throws `bad-input` where `before` is neither a place nor a time. */
export async function listAudit(
  { db }: Connection,
  { before, limit = 100, who, action }: AuditFilters = {},
): Promise<AuditEntry[]> {
  let query = db.selectFrom('audit_log').selectAll().orderBy('at', 'desc').orderBy('seq', 'desc').limit(limit);
  const place = before === undefined ? undefined : parsePlace(before);
  if (place?.listed === 0) query = query.where('at', '<', place.at);
  else if (place !== undefined) query = query.where('at', '<=', place.at).offset(place.listed);
  if (who !== undefined) query = query.where('who', '=', who);
  if (action !== undefined) query = query.where('action', '=', action);
  return withPlaces(await query.execute(), place);
}

/** A time, and how many rows of that time were listed. */
interface AuditPlace {
  readonly at: string;
  readonly listed: number;
}

function parsePlace(place: string): AuditPlace {
  const [, at, listed = '0'] = /^(\d{4}-\d\d-\d\d[\dT:.Z]{0,20})(?:~(\d{1,6}))?$/.exec(place) ?? [];
  if (at !== undefined) return { at, listed: Number(listed) };
  throw new ReadoutError('bad-input', 'not a place in the log:', place, 'give a time such as 2026-03-01T12:00');
}

function withPlaces(rows: readonly Selectable<AuditLogTable>[], after: AuditPlace | undefined): AuditEntry[] {
  let { at, listed } = after ?? { at: '', listed: 0 };
  return rows.map((row) => {
    listed = row.at === at ? listed + 1 : 1;
    at = row.at;
    return toEntry(row, `${at}~${listed}`);
  });
}

function toEntry(
  { seq: _, address, subject, detail, marking, ...row }: Selectable<AuditLogTable>,
  place: string,
): AuditEntry {
  return {
    ...row,
    place,
    detail: JSON.parse(detail),
    marking: markingOfRank(marking),
    ...(subject === null ? {} : { subject }),
    ...(address === null ? {} : { address }),
  };
}
