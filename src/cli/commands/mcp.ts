import type { Command } from 'commander';
import { type DatabaseOptions, withDatabase } from '../options.ts';
import { withDesk } from '../with-desk.ts';

export function mcpCommand(program: Command): void {
  const command = program
    .command('mcp')
    .description('answer an assistant from the register, over the Model Context Protocol on standard input and output');
  withDatabase(command)
    .addHelpText(
      'after',
      '\nThe tools are search, commitments, brief, compare and document; each answer can be cited.\n',
    )
    .action((options: DatabaseOptions) => serveAssistant(options, program.version() ?? ''));
}

/** Answers until the assistant closes its end. */
async function serveAssistant({ database }: DatabaseOptions, version: string): Promise<void> {
  await withDesk(database, async (desk) => {
    const { serveMcp } = await import('../../server/index.ts');
    await serveMcp(desk, version);
  });
}
