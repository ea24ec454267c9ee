import { serve } from '@hono/node-server';
import type { App } from '../http/env.ts';
import { type ExampleSite, exampleSite } from './example.ts';

/** The site of the examples, listening on this machine. */
export interface ServedSite extends ExampleSite {
  readonly origin: string;
}

/** Serves the examples on a free port until it is closed. */
export async function servedSite(): Promise<ServedSite> {
  const site = await exampleSite();
  const { origin, stop } = await listen(site.app);
  return {
    ...site,
    origin,
    close: async () => {
      await stop();
      await site.close();
    },
  };
}

/** Serves a site on a free port. */
export function listen(app: App): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://localhost:${port}`,
        stop: async () => {
          if ('closeAllConnections' in server) server.closeAllConnections();
          await new Promise((closed) => server.close(closed));
        },
      }),
    );
  });
}
