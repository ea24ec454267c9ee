import type { Command } from 'commander';
import { collect, type DatabaseOptions, parseCount, withDatabase } from '../options.ts';

interface ServeOptions extends DatabaseOptions {
  readonly host: string;
  readonly port: number;
  readonly examples: boolean;
  readonly accounts: boolean;
  readonly url?: string;
  readonly proxy?: readonly string[];
}

export function serveCommand(program: Command): void {
  const { READOUT_HOST: host = '127.0.0.1', READOUT_ACCOUNTS: accounts, READOUT_URL: url } = process.env;
  const command = program
    .command('serve')
    .description('serve the pages and the API, on this machine or, with accounts, to a team')
    .option('--port <number>', 'port to listen on', parseCount, 8470)
    .option(
      '--host <address>',
      'address to listen on; other than of this machine only with --accounts (READOUT_HOST)',
      host,
    )
    .option('--accounts', 'let in only who logs in; needs PostgreSQL (READOUT_ACCOUNTS=on)', accounts === 'on')
    .option('--url <address>', 'the https:// address at which people reach it (READOUT_URL)', url)
    .option(
      '--proxy <address>',
      'a proxy that is believed about where requests come from; may be given several times',
      collect((address: string) => address),
    )
    .option('--no-examples', 'do not load the example dossier into a new register');
  withDatabase(command)
    .addHelpText('after', EXAMPLES)
    .action(async (options: ServeOptions) => (await import('../serving/serve.ts')).serve(options));
}

const EXAMPLES = `
Examples:
  readout serve
  readout serve --port 9000 --database archive.sqlite
  readout serve --accounts --host 0.0.0.0 --url https://desk.example --database postgres://readout@localhost/readout
`;
