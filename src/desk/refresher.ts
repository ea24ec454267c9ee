import { Worker } from 'node:worker_threads';
import type { Marking } from '../model/index.ts';
import type { Desk } from './desk.ts';
import { refreshStandings } from './standings.ts';

/** Keeps the standings up to date while others work with the register. */
export interface Refresher {
  /** Sees to it that they will be up to date soon, and does not wait for that. */
  soon(): void;
  /** Begins no other pair, and ends when the last one is done. */
  close(): Promise<void>;
}

/** What the thread of a refresher is told at its start. */
export interface RefreshOrder {
  readonly database: string;
  /** Whose standings are kept: each sees another record. */
  readonly clearances: readonly Marking[];
}

/** What it answers: what broke. When it has ended, it is done. */
export interface RefreshFault {
  readonly fault: unknown;
}

interface Thread {
  readonly worker: Worker;
  readonly ended: Promise<void>;
}

/**
 * A refresher on a thread of its own, so that nobody waits for it; `failed` is given what broke. A thread that broke down is started again when
 * it is needed next.
 */
export function refresherOnThread(order: RefreshOrder, failed: (error: unknown) => void): Refresher {
  let thread: Thread | undefined;
  const start = (): Thread => {
    const worker = new Worker(threadFile(), { workerData: order });
    worker.on('message', ({ fault }: RefreshFault) => failed(fault));
    worker.on('error', failed);
    worker.unref();
    const ended = new Promise<void>((resolve) =>
      worker.on('exit', () => {
        thread = undefined;
        resolve();
      }),
    );
    return { worker, ended };
  };
  return {
    soon() {
      thread ??= start();
      thread.worker.postMessage('soon');
    },
    async close() {
      thread?.worker.ref();
      thread?.worker.postMessage('close');
      await thread?.ended;
    },
  };
}

/** Source files are run as they are, compiled ones have another ending. */
function threadFile(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('./refresh-thread.ts', import.meta.url)
    : new URL('./refresh-thread.js', import.meta.url);
}

/** A refresher between other work on this thread: for small registers and tests. */
export function refresherOf(desks: readonly Desk[], failed: (error: unknown) => void): Refresher {
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async (): Promise<void> => {
    while (isAsked && !ending.signal.aborted) {
      isAsked = false;
      for (const desk of desks) await refreshStandings(desk, { failed, signal: ending.signal }).catch(failed);
    }
    running = undefined;
  };
  return {
    soon() {
      isAsked = true;
      running ??= run();
    },
    async close() {
      ending.abort();
      await running;
    },
  };
}
