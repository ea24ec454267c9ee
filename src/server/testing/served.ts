import { serve } from '@hono/node-server';
import { type ExampleSite, exampleSite } from './example.ts';

/** The site of the examples, listening on this machine. */
export interface ServedSite extends ExampleSite {
  readonly origin: string;
}

/** Serves the examples on a free port until it is closed. */
export async function servedSite(): Promise<ServedSite> {
  const site = await exampleSite();
  return new Promise((resolve) => {
    const server = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        ...site,
        origin: `http://127.0.0.1:${port}`,
        close: async () => {
          if ('closeAllConnections' in server) server.closeAllConnections();
          await new Promise((closed) => server.close(closed));
          await site.close();
        },
      }),
    );
  });
}
