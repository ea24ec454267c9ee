import {
  accountsOf,
  closeDesk,
  type Desk,
  loadExamples,
  lockForServing,
  openDesk,
  previewerOnThread,
  refresherOnThread,
} from '../../desk/index.ts';
import { MARKINGS } from '../../model/index.ts';
import type { AppOptions } from '../../server/index.ts';
import { writeLine } from '../output.ts';
import { listen, requireFreePort } from './listen.ts';
import { oidcSettings, requireSafe, type Serving } from './settings.ts';
import { warmUp } from './warm.ts';

/**
 * Serves the register until the process is told to end. Throws `port-taken`, `register-locked`, `register-unwritable`, and `unsupported` where
 * it could be reached by others than it is meant for.
 */
export async function serve(serving: Serving): Promise<void> {
  requireSafe(serving);
  // Before anything is opened or loaded: a taken port should be told at once.
  await requireFreePort(serving);
  const desk = await openDesk({ database: serving.database });
  try {
    await lockForServing(desk);
    const options = await optionsOf(desk, serving);
    if (serving.examples) await tellExamples(desk);
    await serveRefreshed(desk, serving, options);
  } finally {
    await closeDesk(desk);
  }
}

async function serveRefreshed(desk: Desk, serving: Serving, options: AppOptions): Promise<void> {
  const clearances = serving.accounts ? MARKINGS : [desk.register.clearance];
  const refresher = refresherOnThread({ database: serving.database, clearances }, tellFault);
  const previewer = previewerOnThread();
  try {
    refresher.soon();
    await warmUp(desk);
    // Before anything tells that it serves: who stops it at once must find it listening.
    const ended = untilSignal();
    const stop = await listen(desk, serving, { ...options, refresher, previewer });
    await tellAddresses(desk, serving);
    await ended;
    await stop();
  } finally {
    await previewer.close();
    await refresher.close();
  }
}

function tellFault(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(
    `readout: the record of a pair could not be brought up to date (${reason}); what lists say of it is old`,
  );
}

/** What the pages are told: with accounts, who may come in. */
async function optionsOf(desk: Desk, { accounts: wanted, url, proxy }: Serving): Promise<AppOptions> {
  const base = { ...(url === undefined ? {} : { url }), ...(proxy === undefined ? {} : { proxies: proxy }) };
  if (!wanted) return base;
  const accounts = await accountsOf(desk);
  const oidc = oidcSettings(process.env);
  if (!(await accounts.list()).some(({ role, active }) => role === 'administrator' && active))
    console.error('readout: nobody can administer it yet; readout accounts add NAME --role administrator');
  return { ...base, accounts, ...(oidc === undefined ? {} : { oidc }) };
}

async function tellAddresses({ register }: Desk, { host, port, url, accounts }: Serving): Promise<void> {
  const address = url?.replace(/\/$/, '') ?? `http://localhost:${port}`;
  await writeLine(`register  ${register.place}`);
  await writeLine(`pages     ${address}`);
  await writeLine(`API       ${address}/api/v1`);
  if (accounts) await writeLine(`listening on ${host}:${port}, for those who log in`);
  await writeLine('stop with Ctrl+C');
}

async function tellExamples(desk: Desk): Promise<void> {
  const loaded = await loadExamples(desk);
  if (loaded === undefined) return;
  const { added, known, refused } = loaded;
  const sum = [`${added} documents`];
  if (known > 0) sum.push(`${known} known already`);
  if (refused.length > 0) sum.push(`${refused.length} refused`);
  await writeLine(`loaded    the example dossier of Kazakhstan and Kyrgyzstan: ${sum.join(', ')}`);
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
