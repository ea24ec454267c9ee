import { closeDesk, type Desk, loadExamples, lockForServing, openDesk } from '../../desk/index.ts';
import { writeLine } from '../output.ts';
import { listen, requireFreePort } from './listen.ts';
import { warmUp } from './warm.ts';

/** Where and what to serve. */
interface Serving {
  readonly port: number;
  readonly database: string;
  /** Load the example dossier into a register that never had it. */
  readonly examples: boolean;
}

/** Serves the register until the process is told to end. Throws `port-taken`, `register-locked`, `register-unwritable`. */
export async function serve({ port, database, examples }: Serving): Promise<void> {
  // Before anything is opened or loaded: a taken port should be told at once.
  await requireFreePort(port);
  const desk = await openDesk({ database });
  try {
    await lockForServing(desk);
    if (examples) await tellExamples(desk);
    await warmUp(desk);
    // Before anything tells that it serves: who stops it at once must find it listening.
    const ended = untilSignal();
    const stop = await listen(desk, port);
    await writeLine(`register  ${desk.register.place}`);
    await writeLine(`pages     http://localhost:${port}`);
    await writeLine(`API       http://localhost:${port}/api/v1`);
    await writeLine('stop with Ctrl+C');
    await ended;
    await stop();
  } finally {
    await closeDesk(desk);
  }
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
