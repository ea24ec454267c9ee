import { existsSync, readFileSync } from 'node:fs';
import { type Language, ReadoutError } from '../model/index.ts';

/** The files that a language was trained into, as bytes; they may lie in memory that threads share. */
export interface ModelBytes {
  /** Tagger and parser. */
  readonly parser: Uint8Array;
  readonly lemmas: Uint8Array;
}

/** Reads a language's models from the package. Throws `bad-model` where one is missing. */
export function readModelBytes(language: Language): ModelBytes {
  return { parser: bytesOf(`${language}.model`), lemmas: bytesOf(`${language}.lemmas`) };
}

function bytesOf(name: string): Uint8Array {
  const url = new URL(`./models/${name}`, import.meta.url);
  if (!existsSync(url))
    throw new ReadoutError(
      'bad-model',
      'no model file',
      name,
      'install the package anew, or train it as training/ says',
    );
  return readFileSync(url);
}

/** The same bytes in memory that threads can share. */
export function sharedBytes({ parser, lemmas }: ModelBytes): ModelBytes {
  return { parser: shared(parser), lemmas: shared(lemmas) };
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
