import type { Command } from 'commander';
import { type DatabaseOptions, parseCount, withDatabase } from '../options.ts';

interface ServeOptions extends DatabaseOptions {
  readonly port: number;
  readonly examples: boolean;
}

export function serveCommand(program: Command): void {
  const command = program
    .command('serve')
    .description('serve the pages and the API on this machine')
    .option('--port <number>', 'port to listen on', parseCount, 8470)
    .option('--no-examples', 'do not load the example dossier into a new register');
  withDatabase(command)
    .addHelpText('after', '\nExamples:\n  readout serve\n  readout serve --port 9000 --database archive.sqlite\n')
    .action(async (options: ServeOptions) => (await import('../serving/serve.ts')).serve(options));
}
