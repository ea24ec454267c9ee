import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import type { Desk } from '../../desk/index.ts';
import { ReadoutError } from '../../model/index.ts';
import { type AppOptions, createApp } from '../../server/index.ts';

/** Where to listen. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Starts the pages and the API; gives back what stops them. Throws `port-taken`. */
export function listen(desk: Desk, { host, port }: Place, options: AppOptions = {}): Promise<() => Promise<void>> {
  const app = createApp(desk, options);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, () =>
      resolve(async () => {
        const closed = new Promise<void>((done) => server.close(() => done()));
        if ('closeAllConnections' in server) server.closeAllConnections();
        await closed;
      }),
    );
    server.on('error', (cause: NodeJS.ErrnoException) => reject(portFault(port, cause)));
  });
}

/** Throws `port-taken` where nothing can listen on the port. */
export async function requireFreePort({ host, port }: Place): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (cause: NodeJS.ErrnoException) => reject(portFault(port, cause)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portFault(port: number, cause: NodeJS.ErrnoException): ReadoutError {
  const what =
    cause.code === 'EADDRINUSE'
      ? 'another program listens on port'
      : `the port cannot be used (${cause.code ?? cause.message}):`;
  return new ReadoutError('port-taken', what, String(port), 'stop it, or choose another port with --port', { cause });
}
