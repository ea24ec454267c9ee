import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addCommands } from './commands/index.ts';
import { exitCodeOf, messageOf } from './failures.ts';

/** Runs the command line; the exit code is set, not forced, so that what is being written is written to its end. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly);
  const program = new Command('readout')
    .description('Reads the official texts that states publish about their talks, and keeps a register of them.')
    .version(version(), '-V, --version', 'print the version')
    .showHelpAfterError('(readout --help shows what there is)')
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  addCommands(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    const message = messageOf(error);
    if (message !== undefined) console.error(message);
  }
}

/** Somebody who reads our output may have enough of it: `readout export | head`. */
function endQuietly(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
}

/** The version of the package, whose file is as far from the sources as from what is compiled of them. */
function version(): string {
  const { version: number } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return `${number} (Node ${process.versions.node})`;
}
