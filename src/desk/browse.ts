import type { Area } from '../model/index.ts';
import { type Finding, type FindingKind, listFindings } from '../register/index.ts';
import type { Desk } from './desk.ts';

/** Findings of a kind over all documents, the newest first, in portions: pass the last one of a portion to get the next. */
export function findings<Kind extends FindingKind>(
  { register }: Desk,
  kind: Kind,
  options: { after?: { date: string | undefined; id: string } | undefined; limit?: number; area?: Area } = {},
): Promise<Finding<Kind>[]> {
  return listFindings(register, kind, options);
}
