import { setImmediate as othersTurn } from 'node:timers/promises';
import { identifyLanguage, ParsePool } from '../language/index.ts';
import { type Document, ReadoutError } from '../model/index.ts';
import { type ReadDocument, readDocument, readParsed } from './read-document.ts';

/** So many documents, or characters, are read on this thread: to start others, each with its models, takes longer than they do. */
const FEW = 24;
const SHORT = 100_000;

/** Reads documents in batches; of many, the parsing is done on a thread for each core. */
export class BatchReader {
  #count = 0;
  #characters = 0;
  #pool: ParsePool | undefined;

  /** The documents as read, or the fault of each that could not be, in their order. */
  async readAll(documents: readonly Document[]): Promise<(ReadDocument | ReadoutError)[]> {
    this.#count += documents.length;
    for (const { text } of documents) this.#characters += text.length;
    if (this.#count > FEW || this.#characters > SHORT) this.#pool ??= new ParsePool();
    const pool = this.#pool;
    if (pool === undefined) return readInTurn(documents);
    return Promise.all(documents.map((document) => attempt(document, () => readWith(pool, document))));
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}

/** Reads on this thread; between two documents others have their turn, such as the requests of a server. */
async function readInTurn(documents: readonly Document[]): Promise<(ReadDocument | ReadoutError)[]> {
  const readings: (ReadDocument | ReadoutError)[] = [];
  for (const document of documents) {
    readings.push(await attempt(document, async () => readDocument(document)));
    await othersTurn();
  }
  return readings;
}

async function readWith(pool: ParsePool, document: Document): Promise<ReadDocument> {
  const language = identifyLanguage(document.text);
  if (language === 'other') return readDocument(document);
  return readParsed(document, await pool.parse(document.text, language));
}

async function attempt(document: Document, work: () => Promise<ReadDocument>): Promise<ReadDocument | ReadoutError> {
  try {
    return await work();
  } catch (cause) {
    return failure('read', document.text.slice(0, 60), cause);
  }
}

/** The error for a document that Readout could not read or file, though it should. */
export function failure(what: 'read' | 'filed', which: string, cause: unknown): ReadoutError {
  if (cause instanceof ReadoutError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ReadoutError(
    'bad-input',
    `the document could not be ${what} (${reason}):`,
    which,
    'this is a fault of Readout; please report it with the text',
    { cause },
  );
}
