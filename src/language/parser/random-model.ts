// For tests: a model file with random weights, so small that a test can build it anew.
import { crc32 } from 'node:zlib';
import type { Language } from '../../model/index.ts';
import { UPOS } from '../doc.ts';
import { wordHash } from './features.ts';

const SIZES = { word: 8, char: 4, hidden: 16, buckets: 64, state1: 8, state2: 12, arc: 16, label: 16 };
const FEATURES = [
  { name: 'Case', values: ['', 'Gen', 'Nom'] },
  { name: 'Number', values: ['', 'Plur', 'Sing'] },
];
const LABELS = ['conj', 'nsubj', 'parataxis', 'punct', 'root'];
const TAGS = UPOS.length + 6;

/** A small generator of numbers between -1 and 1 (Park and Miller 1988). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state / 2147483647) * 2 - 1;
  };
}

/** Collects tensors as training/export.py does. */
class Payload {
  readonly tensors: object[] = [];
  readonly chunks: Uint8Array[] = [];
  readonly #random: () => number;
  #length = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  add(name: string, kind: string, shape: number[], data: Int8Array | Int16Array | Uint32Array | Float32Array): void {
    const bytes = new Uint8Array(Math.ceil(data.byteLength / 16) * 16);
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    this.tensors.push({ name, kind, shape, offset: this.#length });
    this.chunks.push(bytes);
    this.#length += bytes.length;
  }

  floats(name: string, length: number, size = 0.2): void {
    this.add(
      name,
      'f32',
      [length],
      Float32Array.from({ length }, () => this.#random() * size),
    );
  }

  table(name: string, rows: number, columns: number): void {
    const data = Int8Array.from({ length: rows * columns }, () => Math.round(this.#random() * 127));
    this.add(name, 'i8', [rows, columns], data);
    this.add(`${name}.scale`, 'f32', [rows], new Float32Array(rows).fill(1 / 127));
  }

  weights(name: string, rows: number, columns: number): void {
    const data = Int16Array.from({ length: rows * columns }, () => Math.round(this.#random() * 32767));
    this.add(name, 'i16', [rows, columns], data);
    this.add(`${name}.scale`, 'f32', [rows], new Float32Array(rows).fill(0.8 / 32767));
  }

  linear(name: string, rows: number, columns: number): void {
    this.weights(name, rows, columns);
    this.floats(`${name}.bias`, rows);
  }

  recurrent(name: string, inputs: number, units: number): void {
    for (const side of ['forward', 'backward']) {
      this.weights(`${name}.${side}.input`, units * 4, inputs);
      this.weights(`${name}.${side}.state`, units * 4, units);
      this.floats(`${name}.${side}.bias`, units * 4);
    }
  }
}

function payloadOf(words: readonly string[], seed: number): Payload {
  const payload = new Payload(generator(seed));
  const { word, char, hidden, buckets, state1, state2, arc, label } = SIZES;
  const parts = word + 2 * char;
  payload.add('word.hash', 'u32', [words.length], Uint32Array.from(words, wordHash));
  payload.table('word', words.length + 1, word);
  payload.table('affix', buckets, char);
  payload.table('ngram', buckets, char);
  payload.linear('mix', hidden, parts);
  payload.recurrent('first', parts + hidden, state1);
  payload.linear('tags', TAGS, state1 * 2);
  payload.recurrent('second', state1 * 2, state2);
  payload.linear('arc.dep', arc, state2 * 2);
  payload.linear('arc.head', arc, state2 * 2);
  payload.floats('arc.root', arc);
  payload.linear('label.dep', label, state2 * 2);
  payload.linear('label.head', label, state2 * 2);
  payload.linear('label.out', LABELS.length, label);
  return payload;
}

/** The bytes of a model that knows these words and decides at random, the same for the same seed. */
export function randomModel(language: Language, words: readonly string[] = [], seed = 7): Uint8Array {
  const payload = payloadOf(words, seed);
  const all = [
    [0, 1, 2],
    [0, 1, 2],
  ];
  const header = { language, sizes: SIZES, features: FEATURES, allowed: UPOS.map(() => all), labels: LABELS };
  const text = new TextEncoder().encode(JSON.stringify({ ...header, tensors: payload.tensors }));
  const data = Buffer.concat(payload.chunks);
  const prelude = Buffer.alloc(24);
  prelude.write('READOUT\n', 'latin1');
  for (const [at, value] of [1, text.length, data.length, crc32(data)].entries())
    prelude.writeUInt32LE(value, 8 + at * 4);
  return new Uint8Array(Buffer.concat([prelude, text, data]));
}
