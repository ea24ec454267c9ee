import { addDocuments, type Desk, decide, dossier, loadExamples, pairs, refreshStandings } from '../src/desk/index.ts';
import { HOSTILE } from '../src/server/testing/example.ts';
import { listen, servedSite } from '../src/server/testing/served.ts';
import { teamSite } from '../src/server/testing/team-site.ts';

/** A server over a fresh register of the examples, and what it holds at its start. */
export interface Site {
  readonly origin: string;
  /** What it answers to. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  readonly known: Known;
  /** The cookie of a new log-in as an administrator; undefined where there are no accounts. */
  logIn(): Promise<string | undefined>;
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
  /** Empty where there are none. */
  readonly accounts: readonly string[];
}

/** One person's site over SQLite. */
export async function openSite(): Promise<Site> {
  const { origin, app, faults, desk, close } = await servedSite();
  const known = await knownIn(desk);
  return { origin, routes: app.routes, known, logIn: async () => undefined, broken: freshOf(faults), close };
}

/** A site with accounts over PostgreSQL. Throws where none is installed. */
export async function openTeamSite(): Promise<Site> {
  const team = await teamSite();
  if (team === undefined) throw new Error('accounts need PostgreSQL: apt-get install postgresql');
  const { app, desk, faults, person } = team;
  await loadExamples(desk);
  await addDocuments(desk, [{ kind: 'document', place: 'hostile', document: HOSTILE }]);
  await refreshStandings(desk);
  for (const role of ['reader', 'reviewer', 'administrator'] as const) await person(role, 'delegation');
  const { origin, stop } = await listen(app);
  return {
    origin,
    routes: app.routes,
    known: { ...(await knownIn(desk)), accounts: (await team.accounts.list()).map(({ id }) => id) },
    logIn: async () => (await person('administrator', 'principals')).headers.cookie,
    broken: freshOf(faults),
    close: async () => {
      await stop();
      await team.close();
    },
  };
}

/** Tells what has come to a list since it was asked last. */
function freshOf(faults: readonly unknown[]): () => string[] {
  let told = faults.length;
  return () => {
    const fresh = faults.slice(told);
    told += fresh.length;
    return fresh.map((fault) => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)));
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
    accounts: [],
  };
}
