import { type Command, Option } from 'commander';
import type { AuditAction, AuditEntry } from '../../desk/index.ts';
import { AUDIT_ACTIONS } from '../../model/index.ts';
import { type DatabaseOptions, parseCount, withDatabase } from '../options.ts';
import { colours, writeJson, writeLine } from '../output.ts';
import { withDesk } from '../with-desk.ts';

interface LogOptions extends DatabaseOptions {
  readonly who?: string;
  readonly action?: AuditAction;
  readonly before?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export function logCommand(program: Command): void {
  const command = program
    .command('log')
    .description('print who did what, the newest first: decisions, log-ins, exports, changes of markings and accounts')
    .option('--who <name>', 'only what this account did')
    .addOption(new Option('--action <action>', 'only this').choices(AUDIT_ACTIONS))
    .option('--before <place>', 'only rows before this time, or after the place where a portion ended')
    .option('--limit <count>', 'how many to print', parseCount, 50)
    .option('--json', 'print them as JSON Lines');
  withDatabase(command)
    .addHelpText('after', '\nExample:\n  readout log --action log-in-refused --limit 20\n')
    .action(printLog);
}

async function printLog({ database, json, ...filters }: LogOptions): Promise<void> {
  await withDesk(database, async (desk) => {
    const { auditLog } = await import('../../desk/index.ts');
    for (const entry of await auditLog(desk, filters))
      await (json === true ? writeJson(entry) : writeLine(viewEntry(entry)));
  });
}

function viewEntry({ place, who, action, subject = '', detail, address = '' }: AuditEntry): string {
  const facts = Object.entries(detail).map(([key, value]) => `${key}=${String(value)}`);
  const rest = [subject, ...facts, address].filter((part) => part !== '').join(' ');
  return `${colours.dim(place)} ${colours.bold(who)} ${action} ${rest}`;
}
