import { KERNEL_BYTES } from './kernel-bytes.ts';

/** Addresses and byte counts in the kernel's memory are plain numbers. */
export type Address = number;

/** The compiled functions; `assembly/kernel.ts` says what each does. Strides are in bytes. */
interface KernelFunctions {
  recur(
    input: Address,
    inputStride: number,
    inputs: number,
    units: number,
    weights: Address,
    scale: Address,
    befores: Address,
    memory: Address,
    sums: Address,
    out: Address,
    outStride: number,
    sizes: Address,
    steps: number,
    rows: number,
    backward: 0 | 1,
  ): void;
  linear(
    input: Address,
    inputStride: number,
    inputs: number,
    outputs: number,
    weights: Address,
    scale: Address,
    bias: Address,
    ranges: Address,
    rectify: 0 | 1,
    rows: number,
    out: Address,
    outStride: number,
  ): void;
  arcs(
    deps: Address,
    heads: Address,
    root: Address,
    stride: number,
    width: number,
    tokens: Address,
    length: number,
    out: Address,
  ): void;
  joinEnds(
    deps: Address,
    heads: Address,
    stride: number,
    width: number,
    dependents: Address,
    governors: Address,
    rows: number,
    unit: number,
    out: Address,
  ): void;
  sumRows(
    table: Address,
    scales: Address,
    columns: number,
    rows: Address,
    count: number,
    weight: number,
    out: Address,
  ): void;
  quantize(from: Address, stride: number, columns: number, rows: number, ranges: Address, out: Address): void;
}

/** An activation of 1 as the kernel's 16-bit integers write it. */
export const ONE = 4096;
/** Outputs are computed in blocks of this many. */
export const BLOCK_OUTPUTS = 16;

const PAGE = 65536;
/** The memory grows by so many pages at least, as growing is slow; pages that nothing is written to take no memory of the machine. */
const GROWTH = 512;
const ALIGNMENT = 64;

let compiled: WebAssembly.Module | undefined;

/** One instance of the WebAssembly kernel with a memory of its own, which is handed out piece by piece and never given back. */
export class Kernel {
  readonly run: KernelFunctions;
  readonly #memory: WebAssembly.Memory;
  #next = PAGE;

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_BYTES, 'base64'));
    this.#memory = new WebAssembly.Memory({ initial: 2 });
    const env = { memory: this.#memory, abort: () => undefined };
    this.run = new WebAssembly.Instance(compiled, { env }).exports as unknown as KernelFunctions;
  }

  /** The bytes in use. */
  get size(): number {
    return this.#next;
  }

  /** Room for so many bytes, all zero. Views made before may be dead after. */
  reserve(bytes: number): Address {
    const start = this.#next;
    this.#next += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = this.#next - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.max(GROWTH, Math.ceil(missing / PAGE)));
    return start;
  }

  floats(at: Address, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, at, length);
  }

  integers(at: Address, length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at, length);
  }

  shorts(at: Address, length: number): Int16Array {
    return new Int16Array(this.#memory.buffer, at, length);
  }

  /** Numbers put into the memory for good. */
  keepFloats(values: ArrayLike<number>): Address {
    const at = this.reserve(values.length * 4);
    this.floats(at, values.length).set(values);
    return at;
  }

  keepIntegers(values: Int32Array): Address {
    const at = this.reserve(values.length * 4);
    this.integers(at, values.length).set(values);
    return at;
  }

  keepBytes(values: Int8Array): Address {
    const at = this.reserve(values.length);
    new Int8Array(this.#memory.buffer, at, values.length).set(values);
    return at;
  }

  keepShorts(values: Int16Array): Address {
    const at = this.reserve(values.length * 2);
    this.shorts(at, values.length).set(values);
    return at;
  }
}
