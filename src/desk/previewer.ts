import { Worker } from 'node:worker_threads';
import { type DocumentMetadata, ReadoutError } from '../model/index.ts';
import type { DocumentView } from './documents.ts';
import { preview } from './preview.ts';

/** The most characters of a text that is read while somebody waits for the answer: a long text with much room. */
const MOST_CHARACTERS = 200_000;

/** So many texts may wait or be read at a time; who comes then is told to come again. */
const MOST_WAITING = 16;

/** Shows how texts would be filed, for many who ask at the same time. */
export interface Previewer {
  /** How a text would be filed. Throws `too-large`, and `too-many-requests` where too many wait already. */
  preview(text: string, metadata?: DocumentMetadata): Promise<DocumentView>;
  /** Ends it; texts that are not yet read are rejected with `conflict`. */
  close(): Promise<void>;
}

/** What the thread of a previewer is told. */
export interface PreviewOrder {
  readonly id: number;
  readonly text: string;
  readonly metadata: DocumentMetadata;
}

/** What it answers. */
export type PreviewAnswer =
  | { readonly kind: 'read'; readonly id: number; readonly view: DocumentView }
  | { readonly kind: 'failed'; readonly id: number; readonly error: unknown };

type Job = Pick<PromiseWithResolvers<DocumentView>, 'resolve' | 'reject'>;

interface Thread {
  readonly worker: Worker;
  readonly jobs: Map<number, Job>;
}

/**
 * A previewer on a thread of its own, so that nobody else waits while a text is read. The thread begins with the first text; one that broke
 * down is started again with the next.
 */
export function previewerOnThread(): Previewer {
  let thread: Thread | undefined;
  let ids = 0;
  let isClosed = false;
  const start = (): Thread => {
    const started: Thread = { worker: new Worker(threadFile()), jobs: new Map() };
    started.worker.on('message', (answer: PreviewAnswer) => settle(started, answer));
    started.worker.on('error', (error) => rejectAll(started, error));
    started.worker.on('exit', () => {
      rejectAll(started, closedFault());
      if (thread === started) thread = undefined;
    });
    return started;
  };
  return {
    async preview(text, metadata = {}) {
      requireShort(text);
      if (isClosed) throw closedFault();
      thread ??= start();
      return give(thread, { id: ids++, text, metadata });
    },
    async close() {
      isClosed = true;
      await thread?.worker.terminate();
    },
  };
}

/** A previewer on this thread, which it holds while it reads: for tests. */
export function previewerHere(): Previewer {
  return {
    async preview(text, metadata) {
      requireShort(text);
      return preview(text, metadata);
    },
    close: () => Promise.resolve(),
  };
}

function requireShort({ length }: string): void {
  if (length <= MOST_CHARACTERS) return;
  throw new ReadoutError(
    'too-large',
    `a text that is read at once may have ${MOST_CHARACTERS.toLocaleString('en')} characters at most, not`,
    length.toLocaleString('en'),
    'divide it, or add it with readout add',
  );
}

function give({ worker, jobs }: Thread, order: PreviewOrder): Promise<DocumentView> {
  if (jobs.size >= MOST_WAITING) throw busyFault();
  const { promise, ...job } = Promise.withResolvers<DocumentView>();
  jobs.set(order.id, job);
  worker.ref();
  worker.postMessage(order);
  return promise;
}

function settle({ worker, jobs }: Thread, answer: PreviewAnswer): void {
  const job = jobs.get(answer.id);
  jobs.delete(answer.id);
  if (jobs.size === 0) worker.unref();
  if (answer.kind === 'failed') job?.reject(answer.error);
  else job?.resolve(answer.view);
}

function rejectAll({ jobs }: Thread, error: unknown): void {
  for (const job of jobs.values()) job.reject(error);
  jobs.clear();
}

/** Source files are run as they are, compiled ones have another ending. */
function threadFile(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('./preview-thread.ts', import.meta.url)
    : new URL('./preview-thread.js', import.meta.url);
}

function busyFault(): ReadoutError {
  return new ReadoutError('too-many-requests', 'too many texts wait to be read; seconds to wait:', '10', 'try again');
}

function closedFault(): ReadoutError {
  return new ReadoutError('conflict', 'nothing is read any more: the server stops', '', 'try again when it runs');
}
