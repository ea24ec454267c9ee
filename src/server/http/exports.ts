import { recordAudit } from '../../desk/index.ts';
import type { PageContext } from './env.ts';

/** Writes into the log what somebody takes along as a file: its path, without what narrows it. */
export async function recordExport(context: PageContext): Promise<void> {
  await recordAudit(context.var.desk, { action: 'export', subject: context.var.view.url.pathname });
}
