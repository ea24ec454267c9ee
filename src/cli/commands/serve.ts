import { createServer } from 'node:http';
import type { Command } from 'commander';
import type { Desk } from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import { type DatabaseOptions, parseCount, withDatabase } from '../options.ts';
import { writeLine } from '../output.ts';

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
    .action(serve);
}

async function serve({ port, database, examples }: ServeOptions): Promise<void> {
  // Before anything is opened or loaded: a taken port should be told at once.
  await requireFreePort(port);
  const { closeDesk, loadExamples, lockForServing, openDesk } = await import('../../desk/index.ts');
  const desk = await openDesk({ database });
  try {
    await lockForServing(desk);
    if (examples) await tellExamples(await loadExamples(desk));
    const stop = await listen(desk, port);
    await writeLine(`register  ${desk.register.place}`);
    await writeLine(`pages     http://localhost:${port}`);
    await writeLine(`API       http://localhost:${port}/api/v1`);
    await writeLine('stop with Ctrl+C');
    await untilSignal();
    await stop();
  } finally {
    await closeDesk(desk);
  }
}

async function tellExamples(
  loaded: { added: number; known: number; refused: readonly unknown[] } | undefined,
): Promise<void> {
  if (loaded === undefined) return;
  const { added, known, refused } = loaded;
  const sum = [
    `${added} documents`,
    ...(known > 0 ? [`${known} known already`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
  ];
  await writeLine(`loaded    the example dossier of Kazakhstan and Kyrgyzstan: ${sum.join(', ')}`);
}

async function listen(desk: Desk, port: number): Promise<() => Promise<void>> {
  const [{ serve: start }, { createApp }] = await Promise.all([
    import('@hono/node-server'),
    import('../../server/index.ts'),
  ]);
  const app = createApp(desk);
  return new Promise((resolve, reject) => {
    const server = start({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () =>
      resolve(
        () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      ),
    );
    server.on('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' ? taken(port, cause) : cause),
    );
  });
}

async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (cause: NodeJS.ErrnoException) => reject(portFault(port, cause)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function portFault(port: number, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'EADDRINUSE') return taken(port, cause);
  return new ReadoutError(
    'port-taken',
    `the port cannot be used (${cause.code ?? cause.message}):`,
    String(port),
    'choose another with --port',
    { cause },
  );
}

function taken(port: number, cause: unknown): ReadoutError {
  return new ReadoutError(
    'port-taken',
    'another program listens on port',
    String(port),
    'stop it, or choose another with --port',
    { cause },
  );
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
