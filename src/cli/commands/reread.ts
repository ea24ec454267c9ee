import type { Command } from 'commander';
import { EXIT } from '../failures.ts';
import { type DatabaseOptions, withDatabase } from '../options.ts';
import { writeLine } from '../output.ts';
import { withDesk } from '../with-desk.ts';

export function rereadCommand(program: Command): void {
  const command = program
    .command('reread')
    .description('read again, with this version of the reader, the documents that an older one read');
  withDatabase(command).action(rereadAll);
}

async function rereadAll({ database }: DatabaseOptions): Promise<void> {
  await withDesk(database, async (desk) => {
    const { reread } = await import('../../desk/index.ts');
    const { showProgress } = await import('../progress.ts');
    const { bringUpToDate } = await import('../up-to-date.ts');
    const progress = showProgress('documents');
    const { reread: count, failed, unattached } = await reread(desk, () => progress.step());
    progress.end();
    await bringUpToDate(desk);
    for (const { id, reason } of failed) console.error(`readout: document ${id} keeps its old reading: ${reason}`);
    for (const { id, kind, subject } of unattached)
      console.error(`readout: decision ${id} (${kind} ${subject}) finds its subject no more; please look at it`);
    if (failed.length > 0) process.exitCode = EXIT.refused;
    await writeLine(`${count} read again, ${failed.length} failed`);
  });
}
