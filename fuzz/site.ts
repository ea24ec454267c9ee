import { type Desk, decide, dossier, pairs } from '../src/desk/index.ts';
import { type ServedSite, servedSite } from '../src/server/testing/served.ts';

/** A server over a fresh register of the examples, and what it holds at its start. */
export interface Site {
  readonly origin: string;
  readonly app: ServedSite['app'];
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
  readonly decisions: readonly string[];
}

export async function openSite(): Promise<Site> {
  const { origin, app, faults, desk, close } = await servedSite();
  let told = faults.length;
  return {
    origin,
    app,
    known: await knownIn(desk),
    broken: () => {
      const fresh = faults.slice(told);
      told += fresh.length;
      return fresh.map((fault) => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)));
    },
    close,
  };
}

async function knownIn(desk: Desk): Promise<Known> {
  const all = await pairs(desk);
  const { commitments, meetings, documents } = await dossier(desk, 'KAZ-KGZ');
  const ruled = commitments.slice(0, 40).map(({ record }) => record.id);
  const decisions = [];
  for (const subject of ruled)
    decisions.push(await decide(desk, { kind: 'accept', subject, payload: {}, who: 'user', why: '' }));
  return {
    pairs: all.map(({ pair }) => pair),
    documents: documents.map(({ id }) => id),
    commitments: commitments.map(({ record }) => record.id),
    meetings: meetings.map(({ id }) => id),
    decisions: decisions.map(({ id }) => id),
  };
}
