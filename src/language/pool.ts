import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Language, ReadoutError } from '../model/index.ts';
import { Doc } from './doc.ts';
import { type ModelBytes, readModelBytes, sharedBytes } from './model-bytes.ts';
import type { Answer, Order } from './pool/messages.ts';

/** A text to parse. */
export interface PoolItem {
  readonly text: string;
  readonly language: Language;
}

export interface PoolOptions {
  /** The number of threads; as many as the machine has cores where it is not given. */
  readonly threads?: number | undefined;
  /** How many texts may wait or be worked on at once; four a thread where it is not given. */
  readonly queue?: number | undefined;
}

interface Job extends PoolItem {
  readonly resolve: (doc: Doc) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly jobs: Map<number, Job>;
  readonly languages: Set<Language>;
}

/**
 * Parses many texts at once on threads of its own. Models are read once and lie in memory that all threads share.
 * Nobody who gives it texts runs ahead of it: `parse` waits where the queue is full, `parseAll` draws no more items.
 */
export class ParsePool {
  readonly #threads: readonly Thread[];
  readonly #models = new Map<Language, ModelBytes>();
  readonly #room: number;
  readonly #waiting: (() => void)[] = [];
  #open = 0;
  #ids = 0;
  #closed = false;

  constructor({ threads = availableParallelism(), queue }: PoolOptions = {}) {
    this.#room = queue ?? threads * 4;
    this.#threads = Array.from({ length: Math.max(1, threads) }, () => this.#start());
  }

  /** The number of threads. */
  get size(): number {
    return this.#threads.length;
  }

  /** The parsed text. Waits for a place in the queue first. */
  async parse(text: string, language: Language): Promise<Doc> {
    await this.#place();
    try {
      return await new Promise<Doc>((resolve, reject) => this.#give({ text, language, resolve, reject }));
    } finally {
      this.#open--;
      this.#waiting.shift()?.();
    }
  }

  /** The parsed texts in the order of the items. No more items are drawn than the queue holds. */
  async *parseAll(items: Iterable<PoolItem> | AsyncIterable<PoolItem>): AsyncGenerator<Doc> {
    const pending: Promise<Doc>[] = [];
    for await (const { text, language } of items) {
      const parsed = this.parse(text, language);
      // Its fault is thrown when its turn comes.
      parsed.catch(() => undefined);
      pending.push(parsed);
      if (pending.length >= this.#room) yield await pending.shift()!;
    }
    for (const parsed of pending) yield await parsed;
  }

  /** Ends the threads; texts not yet parsed are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  async #place(): Promise<void> {
    while (this.#open >= this.#room) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#open++;
  }

  #start(): Thread {
    // Source files are run as they are, compiled ones have another ending.
    const file = import.meta.url.endsWith('.ts')
      ? new URL('./pool/worker.ts', import.meta.url)
      : new URL('./pool/worker.js', import.meta.url);
    const thread: Thread = {
      worker: new Worker(file),
      jobs: new Map(),
      languages: new Set(),
    };
    thread.worker.on('message', (answer: Answer) => settle(thread, answer));
    thread.worker.on('error', (error: Error) => abandon(thread, error));
    thread.worker.on('exit', () => abandon(thread, closedFault()));
    thread.worker.unref();
    return thread;
  }

  #give(job: Job): void {
    if (this.#closed) {
      job.reject(closedFault());
      return;
    }
    const thread = this.#threads.reduce((idlest, next) => (next.jobs.size < idlest.jobs.size ? next : idlest));
    const id = this.#ids++;
    thread.jobs.set(id, job);
    thread.worker.ref();
    try {
      this.#equip(thread, job.language);
      send(thread, { kind: 'parse', id, text: job.text, language: job.language });
    } catch (error) {
      thread.jobs.delete(id);
      job.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Hands a language's models to a thread that has none of it yet. */
  #equip(thread: Thread, language: Language): void {
    if (thread.languages.has(language)) return;
    const models = this.#models.get(language) ?? sharedBytes(readModelBytes(language));
    this.#models.set(language, models);
    send(thread, { kind: 'models', language, models });
    thread.languages.add(language);
  }
}

function send(thread: Thread, order: Order): void {
  thread.worker.postMessage(order);
}

function settle(thread: Thread, answer: Answer): void {
  const job = thread.jobs.get(answer.id);
  thread.jobs.delete(answer.id);
  if (thread.jobs.size === 0) thread.worker.unref();
  if (answer.kind === 'failed') job?.reject(answer.error);
  else job?.resolve(new Doc({ ...answer.tokens, text: job.text }, answer.trees));
}

function abandon(thread: Thread, error: Error): void {
  for (const job of thread.jobs.values()) job.reject(error);
  thread.jobs.clear();
}

function closedFault(): ReadoutError {
  return new ReadoutError('conflict', 'the pool of parsers is closed', '', 'open a new one');
}
