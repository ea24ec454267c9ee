import { serve } from '@hono/node-server';
import { dossier, pairs } from '../src/desk/index.ts';
import { type ExampleSite, exampleSite } from '../src/server/testing/example.ts';

/** A server over a fresh register of the examples, and what it holds at its start. */
export interface Site {
  readonly origin: string;
  readonly app: ExampleSite['app'];
  readonly known: Known;
  /** What the server logged as broken, since it was asked last. */
  broken(): string[];
  close(): Promise<void>;
}

/** Ids that lead to something. */
export interface Known {
  readonly pairs: readonly string[];
  readonly documents: readonly string[];
  readonly commitments: readonly string[];
  readonly meetings: readonly string[];
}

export async function openSite(): Promise<Site> {
  const site = await exampleSite();
  const faults = [...site.faults];
  let told = faults.length;
  const known = await knownIn(site);
  const { origin, stop } = await listen(site);
  return {
    origin,
    app: site.app,
    known,
    broken: () => {
      const fresh = site.faults.slice(told);
      told += fresh.length;
      return fresh.map((fault) => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)));
    },
    close: async () => {
      await stop();
      await site.close();
    },
  };
}

async function listen({ app }: ExampleSite): Promise<{ origin: string; stop: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
  });
}

async function knownIn({ desk }: ExampleSite): Promise<Known> {
  const all = await pairs(desk);
  const { commitments, meetings, documents } = await dossier(desk, 'KAZ-KGZ');
  return {
    pairs: all.map(({ pair }) => pair),
    documents: documents.map(({ id }) => id),
    commitments: commitments.map(({ record }) => record.id),
    meetings: meetings.map(({ id }) => id),
  };
}
