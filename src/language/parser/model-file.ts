import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { LANGUAGES, ReadoutError } from '../../model/index.ts';

// The layout is told in training/export.py, which writes these files.
const MAGIC = 'READOUT\n';
const VERSION = 1;
const PRELUDE = 24;

const Size = z.int().positive();
const Header = z.object({
  language: z.enum(LANGUAGES),
  sizes: z.object({
    word: Size,
    char: Size,
    hidden: Size,
    buckets: Size,
    state1: Size,
    state2: Size,
    arc: Size,
    label: Size,
  }),
  features: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  allowed: z.array(z.array(z.array(z.int()))),
  labels: z.array(z.string()),
  tensors: z.array(
    z.object({ name: z.string(), kind: z.enum(['i8', 'i16', 'u32', 'f32']), shape: z.array(z.int()), offset: z.int() }),
  ),
});
type ModelHeader = z.infer<typeof Header>;
type Tensor = ModelHeader['tensors'][number];

const KINDS = { i8: Int8Array, i16: Int16Array, u32: Uint32Array, f32: Float32Array } as const;
type Arrays = { [K in keyof typeof KINDS]: InstanceType<(typeof KINDS)[K]> };

/** A matrix of small integers; row `r` stands for `data[r] * scale[r]`. */
export interface ScaledRows<Data extends Int8Array | Int16Array> {
  readonly rows: number;
  readonly columns: number;
  readonly data: Data;
  readonly scale: Float32Array;
}

/** A model file, read and checked: what it says of itself, and its tensors by name. */
export class ModelFile {
  readonly header: ModelHeader;
  readonly #payload: Uint8Array;
  readonly #tensors: ReadonlyMap<string, Tensor>;

  /** @throws ReadoutError `bad-model` where the bytes are not a whole model of this version. */
  constructor(bytes: Uint8Array) {
    const { header, payload } = open(bytes);
    this.header = header;
    this.#payload = payload;
    this.#tensors = new Map(header.tensors.map((tensor) => [tensor.name, tensor]));
  }

  /** A tensor's numbers: the file's own bytes where they lie as the processor wants them, else a copy. */
  numbers<K extends keyof Arrays>(name: string, kind: K): Arrays[K] {
    const tensor = this.#tensor(name, kind);
    const Kind = KINDS[kind];
    const length = tensor.shape.reduce((product, size) => product * size, 1) * Kind.BYTES_PER_ELEMENT;
    const part = this.#payload.subarray(tensor.offset, tensor.offset + length);
    if (part.length < length) throw badModel(`its tensor ${name} is cut off`);
    const { buffer, byteOffset } = part.byteOffset % Kind.BYTES_PER_ELEMENT === 0 ? part : new Uint8Array(part);
    // The threads of a pool share the bytes; a view of such memory is made like any other.
    return new Kind(buffer as ArrayBuffer, byteOffset, length / Kind.BYTES_PER_ELEMENT) as Arrays[K];
  }

  bytesOf(name: string): ScaledRows<Int8Array> {
    const [rows, columns] = this.#tensor(name, 'i8').shape;
    return {
      rows: rows!,
      columns: columns!,
      data: this.numbers(name, 'i8'),
      scale: this.numbers(`${name}.scale`, 'f32'),
    };
  }

  /** A weight matrix `[outputs, inputs]`. */
  weights(name: string): ScaledRows<Int16Array> {
    const [rows, columns] = this.#tensor(name, 'i16').shape;
    return {
      rows: rows!,
      columns: columns!,
      data: this.numbers(name, 'i16'),
      scale: this.numbers(`${name}.scale`, 'f32'),
    };
  }

  #tensor(name: string, kind: keyof Arrays): Tensor {
    const tensor = this.#tensors.get(name);
    if (tensor === undefined || tensor.kind !== kind) throw badModel(`it has no ${kind} tensor ${name}`);
    return tensor;
  }
}

function open(bytes: Uint8Array): { header: ModelHeader; payload: Uint8Array } {
  if (new TextDecoder('latin1').decode(bytes.slice(0, MAGIC.length)) !== MAGIC)
    throw badModel('it is not a file of this kind');
  if (bytes.length < PRELUDE) throw badModel('it is cut off within its first bytes');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [version, headerLength, length, sum] = [8, 12, 16, 20].map((at) => view.getUint32(at, true));
  if (version !== VERSION) throw badModel(`it is of version ${version}, and this program reads version ${VERSION}`);
  const start = PRELUDE + headerLength!;
  if (bytes.length !== start + length!) throw badModel(`it has ${bytes.length} bytes instead of ${start + length!}`);
  const payload = bytes.subarray(start);
  if (crc32(payload) !== sum) throw badModel('its checksum is wrong');
  return { header: headerOf(bytes.slice(PRELUDE, start)), payload };
}

function headerOf(bytes: Uint8Array): ModelHeader {
  try {
    return Header.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw badModel('its header is damaged', cause);
  }
}

/** The coded error for a model that cannot be used. */
function badModel(reason: string, cause?: unknown): ReadoutError {
  const remedy = 'install the package again, or train the model with the command in docs/models';
  return new ReadoutError('bad-model', `this is no model of the parser: ${reason}`, '', remedy, { cause });
}
