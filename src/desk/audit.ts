import { HIGHEST_MARKING } from '../model/index.ts';
import { type AuditEntry, type AuditFilters, type AuditNote, insertAudit, listAudit } from '../register/index.ts';
import type { Desk } from './desk.ts';

/**
 * Writes what somebody did into the log. Decisions, adding and changes of markings write their rows themselves. Who may not see all that the
 * desk sees does not see what was exported from it either.
 */
export async function recordAudit(
  { register, who, address }: Desk,
  note: Pick<AuditNote, 'action' | 'subject' | 'detail' | 'address' | 'marking'>,
): Promise<void> {
  const marking = note.action === 'export' ? register.clearance : 'public';
  await insertAudit(register.at(HIGHEST_MARKING).db, [{ marking, address, ...note, who }]);
}

/** The log, the newest first: rows about documents as far as the desk may see these. */
export function auditLog({ register }: Desk, filters: AuditFilters = {}): Promise<AuditEntry[]> {
  return listAudit(register, filters);
}
