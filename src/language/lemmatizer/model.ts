import { ReadoutError } from '../../model/index.ts';
import { type EditScript, readScript, writeScript } from './edit-script.ts';

/** What was learned: scripts, and which of them a key calls for, as a hash table of open addressing. */
export interface LemmaModel {
  readonly scripts: readonly EditScript[];
  /** Features that keys contain: `Number`, `VerbForm`. */
  readonly features: ReadonlySet<string>;
  /** Hashes of keys, 0 where a place is free; the length is a power of two. */
  readonly keys: Uint32Array;
  /** Index of the script for the key at the same place. */
  readonly values: Uint16Array;
}

const MAGIC = 'readout lemmas 1\n';

/** The script's index under a key; -1 where there is none. */
export function find({ keys, values }: LemmaModel, key: number): number {
  const mask = keys.length - 1;
  for (let place = key & mask; ; place = (place + 1) & mask) {
    const found = keys[place]!;
    if (found === key) return values[place]!;
    if (found === 0) return -1;
  }
}

/** A model of these entries. */
export function modelOf(
  scripts: readonly EditScript[],
  features: readonly string[],
  entries: ReadonlyMap<number, number>,
): LemmaModel {
  let size = 1024;
  while (size * 0.8 < entries.size) size *= 2;
  const keys = new Uint32Array(size);
  const values = new Uint16Array(size);
  for (const [key, value] of entries) {
    let place = key & (size - 1);
    while (keys[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    values[place] = value;
  }
  return { scripts, features: new Set(features), keys, values };
}

interface Header {
  readonly features: readonly string[];
  readonly scripts: readonly string[];
  readonly size: number;
  readonly count: number;
}

/** The bytes of a model: a line that names the format, a line of JSON, then the entries, places left out. */
export function writeModel({ scripts, features, keys, values }: LemmaModel): Uint8Array {
  const used = Array.from(keys.keys()).filter((place) => keys[place] !== 0);
  const header: Header = {
    features: [...features],
    scripts: scripts.map(writeScript),
    size: keys.length,
    count: used.length,
  };
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(head.length + used.length * 6);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  used.forEach((place, index) => {
    view.setUint32(head.length + index * 4, keys[place]!, true);
    view.setUint16(head.length + used.length * 4 + index * 2, values[place]!, true);
  });
  return bytes;
}

function fault(what: string): ReadoutError {
  return new ReadoutError('bad-model', `lemma model ${what}`, '', 'install the package anew');
}

/** Reads what `writeModel` wrote. Throws `bad-model` for a file that is foreign, truncated or damaged. */
export function readModel(bytes: Uint8Array): LemmaModel {
  const start = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (start !== MAGIC) throw fault('is of another format');
  const lineEnd = bytes.indexOf(0x0a, MAGIC.length);
  if (lineEnd < 0) throw fault('ends in its header');
  const header = headerOf(new TextDecoder().decode(bytes.subarray(MAGIC.length, lineEnd)));
  const from = lineEnd + 1;
  if (bytes.length !== from + header.count * 6) throw fault('is truncated or too long');
  const view = new DataView(bytes.buffer, bytes.byteOffset + from);
  const keys = new Uint32Array(header.size);
  const values = new Uint16Array(header.size);
  for (let index = 0; index < header.count; index++) {
    const key = view.getUint32(index * 4, true);
    const value = view.getUint16(header.count * 4 + index * 2, true);
    if (value >= header.scripts.length) throw fault('names a script that it lacks');
    let place = key & (header.size - 1);
    while (keys[place] !== 0) place = (place + 1) & (header.size - 1);
    keys[place] = key;
    values[place] = value;
  }
  return { scripts: header.scripts.map(readScript), features: new Set(header.features), keys, values };
}

function headerOf(json: string): Header {
  let header: Partial<Header>;
  try {
    header = JSON.parse(json);
  } catch (cause) {
    throw new ReadoutError('bad-model', 'lemma model has a damaged header', '', 'install the package anew', { cause });
  }
  const { features, scripts, size = 0, count = 0 } = header;
  const sound = Array.isArray(features) && Array.isArray(scripts) && size > count && (size & (size - 1)) === 0;
  if (!sound || size > 1 << 22) throw fault('has a damaged header');
  return { features, scripts, size, count };
}
