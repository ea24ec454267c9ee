import type { Command } from 'commander';
import { type DatabaseOptions, withDatabase } from '../options.ts';
import { writeLine } from '../output.ts';
import { withDesk } from '../with-desk.ts';

export function backupCommand(program: Command): void {
  const command = program
    .command('backup')
    .description('write a copy of the register to a new file, also while a server runs on it')
    .argument('<file>', 'the file to make');
  withDatabase(command)
    .addHelpText('after', '\nExample:\n  readout backup register-2026-11-28.sqlite\n')
    .action(backUpTo);
}

async function backUpTo(file: string, { database }: DatabaseOptions): Promise<void> {
  await withDesk(database, async (desk) => {
    const { backUp, recordAudit } = await import('../../desk/index.ts');
    await backUp(desk, file);
    await recordAudit(desk, { action: 'export', subject: 'backup' });
  });
  await writeLine(`copied to ${file}`);
}

export function restoreCommand(program: Command): void {
  const command = program
    .command('restore')
    .description('make a copy the register again')
    .argument('<file>', 'a file that readout backup made')
    .option('--replace', 'put it in the place of the register that is there');
  withDatabase(command)
    .addHelpText('after', '\nExample:\n  readout restore register-2026-11-28.sqlite --replace\n')
    .action(restoreFrom);
}

async function restoreFrom(
  file: string,
  { database, replace }: DatabaseOptions & { replace?: boolean },
): Promise<void> {
  const { restore } = await import('../../desk/index.ts');
  await restore(file, database, { replace: replace === true });
  await writeLine(`restored to ${database}`);
}
