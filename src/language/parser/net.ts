// The net: recurrent layer, tags, recurrent layer, arcs and labels, over a batch of sentences at a time.
import { type Address, BLOCK_OUTPUTS, Kernel, ONE } from '../kernel/index.ts';
import { type Linear, loadLinear, loadRecurrent, loadStates, type Recurrent } from './layers.ts';
import type { ModelFile } from './model-file.ts';
import { TypeTable } from './type-table.ts';

/** Tokens in a batch: enough that the weights are read seldom, few enough that the activations stay in the cache. */
export const MOST_ROWS = 1024;
/** Tokens that the net can relate to one another; longer sentences are cut. */
export const LONGEST_SENTENCE = 256;
const ROOM = MOST_ROWS + LONGEST_SENTENCE + 2;
/** Sums that enter the label layer are cut here. */
const LABEL_RANGE = 32;

/** Sentences of a batch, the longest first, by the slots of their words; `rows` is the number of all tokens. */
export interface Batch {
  readonly sentences: readonly Int32Array[];
  readonly rows: number;
}

/** A recurrent layer forward and backward. */
type Sides = readonly [Recurrent, Recurrent];

/** Where the tables of a batch lie in the kernel's memory. */
interface Room {
  /** The row of each time's first token. */
  readonly starts: Int32Array;
  readonly sizes: Address;
  /** Per direction, for each row the address of what its gates receive before the layer's own products. */
  readonly firstGates: readonly [Address, Address];
  readonly secondGates: readonly [Address, Address];
  readonly memory: Address;
  readonly sums: Address;
  readonly ones: Address;
  readonly labelRanges: Address;
  readonly first: Address;
  readonly second: Address;
  readonly tags: Address;
  readonly arcDep: Address;
  readonly arcHead: Address;
  readonly labelDep: Address;
  readonly labelHead: Address;
  readonly joined: Address;
  readonly labels: Address;
  readonly arcs: Address;
  readonly tokens: Address;
  readonly heads: Address;
}

export class Net {
  readonly types: TypeTable;
  /** Numbers in a row of tags' scores. */
  readonly tagWidth: number;
  readonly #kernel: Kernel;
  readonly #first: Sides;
  readonly #second: Sides;
  readonly #tags: Linear;
  readonly #arcDep: Linear;
  readonly #arcHead: Linear;
  readonly #arcRoot: Address;
  readonly #labelDep: Linear;
  readonly #labelHead: Linear;
  readonly #labelOut: Linear;
  readonly #at: Room;

  constructor(file: ModelFile) {
    const kernel = new Kernel();
    const linear = (name: string) => loadLinear(kernel, file, name);
    this.#kernel = kernel;
    this.types = new TypeTable(kernel, file);
    this.#first = [loadStates(kernel, file, 'first.forward'), loadStates(kernel, file, 'first.backward')];
    this.#second = [loadRecurrent(kernel, file, 'second.forward'), loadRecurrent(kernel, file, 'second.backward')];
    this.#tags = linear('tags');
    this.#arcDep = linear('arc.dep');
    this.#arcHead = linear('arc.head');
    this.#arcRoot = kernel.keepFloats(file.numbers('arc.root', 'f32'));
    this.#labelDep = linear('label.dep');
    this.#labelHead = linear('label.head');
    this.#labelOut = linear('label.out');
    this.tagWidth = this.#tags.outputs;
    this.#at = this.#makeRoom();
  }

  /** The bytes that the net holds. */
  get size(): number {
    return this.#kernel.size;
  }

  /** Runs both recurrent layers over a batch. What the other methods give is of the last batch run. */
  run(batch: Batch): void {
    this.types.compute();
    this.#layOut(batch);
    this.#layer(this.#first, this.#at.firstGates, 0, this.#at.first, batch);
    this.#linear(this.#tags, this.#at.first, this.#at.tags, batch.rows);
    this.#layer(this.#second, this.#at.secondGates, this.#at.first, this.#at.second, batch);
    this.#linear(this.#arcDep, this.#at.second, this.#at.arcDep, batch.rows);
    this.#linear(this.#arcHead, this.#at.second, this.#at.arcHead, batch.rows, true);
    this.#linear(this.#labelDep, this.#at.second, this.#at.labelDep, batch.rows);
    this.#linear(this.#labelHead, this.#at.second, this.#at.labelHead, batch.rows);
  }

  /** The row of a sentence's token in the batch's tables. */
  rowOf(sentence: number, token: number): number {
    return this.#at.starts[token]! + sentence;
  }

  /** Scores of the tags, a row for each token. */
  tagScores(rows: number): Float32Array {
    return this.#kernel.floats(this.#at.tags, rows * this.tagWidth);
  }

  /** Scores of a sentence's arcs: `[dependent * (length + 1) + 1 + head]`, the root at 0. */
  arcScores(sentence: number, length: number): Float32Array {
    const tokens = this.#kernel.integers(this.#at.tokens, length);
    for (let token = 0; token < length; token++) tokens[token] = this.rowOf(sentence, token);
    const { outputs } = this.#arcDep;
    const { arcDep, arcHead, arcs } = this.#at;
    this.#kernel.run.arcs(arcDep, arcHead, this.#arcRoot, outputs * 4, outputs, this.#at.tokens, length, arcs);
    return this.#kernel.floats(arcs, length * (length + 1));
  }

  /** Scores of the labels of arcs between rows, `labelWidth` numbers an arc. */
  labelScores(dependents: Int32Array, governors: Int32Array): Float32Array {
    const count = dependents.length;
    const { labelDep, labelHead, tokens, heads, joined, labels } = this.#at;
    this.#kernel.integers(tokens, count).set(dependents);
    this.#kernel.integers(heads, count).set(governors);
    const width = this.#labelDep.outputs;
    const unit = ONE / LABEL_RANGE;
    this.#kernel.run.joinEnds(labelDep, labelHead, width * 4, width, tokens, heads, count, unit, joined);
    this.#linear(this.#labelOut, joined, labels, count, false, this.#at.labelRanges);
    return this.#kernel.floats(labels, count * this.labelWidth);
  }

  get labelWidth(): number {
    return this.#labelOut.outputs;
  }

  #makeRoom(): Room {
    const kernel = this.#kernel;
    const floats = (columns: number) => kernel.reserve(ROOM * columns * 4);
    const shorts = (columns: number) => kernel.reserve(ROOM * columns * 2);
    return {
      starts: new Int32Array(LONGEST_SENTENCE + 1),
      sizes: kernel.reserve(LONGEST_SENTENCE * 4),
      firstGates: [floats(1), floats(1)],
      secondGates: [this.#everywhere(this.#second[0].bias), this.#everywhere(this.#second[1].bias)],
      memory: floats(Math.max(this.#first[0].units, this.#second[0].units)),
      sums: floats(BLOCK_OUTPUTS),
      ones: kernel.keepFloats(new Float32Array(ROOM).fill(1)),
      labelRanges: kernel.keepFloats(new Float32Array(ROOM).fill(LABEL_RANGE)),
      first: shorts(this.#tags.inputs),
      second: shorts(this.#arcDep.inputs),
      tags: floats(this.#tags.outputs),
      arcDep: floats(this.#arcDep.outputs),
      arcHead: floats(this.#arcHead.outputs),
      labelDep: floats(this.#labelDep.outputs),
      labelHead: floats(this.#labelHead.outputs),
      joined: shorts(this.#labelOut.inputs),
      labels: floats(this.#labelOut.outputs),
      arcs: kernel.reserve((LONGEST_SENTENCE + 1) * LONGEST_SENTENCE * 4),
      tokens: floats(1),
      heads: floats(1),
    };
  }

  /** A table in which every row says the same address. */
  #everywhere(address: Address): Address {
    return this.#kernel.keepIntegers(new Int32Array(ROOM).fill(address));
  }

  /** Puts the tokens in order of time: all first tokens, all second ones, and so on. */
  #layOut({ sentences }: Batch): void {
    const steps = sentences[0]?.length ?? 0;
    const sizes = this.#kernel.integers(this.#at.sizes, steps);
    const ahead = this.#kernel.integers(this.#at.firstGates[0], ROOM);
    const back = this.#kernel.integers(this.#at.firstGates[1], ROOM);
    const half = this.types.width * 2;
    let reaching = sentences.length;
    let row = 0;
    for (let token = 0; token < steps; token++) {
      while (sentences[reaching - 1]!.length <= token) reaching--;
      sizes[token] = reaching;
      this.#at.starts[token] = row;
      for (let sentence = 0; sentence < reaching; sentence++, row++) {
        ahead[row] = this.types.rowOf(sentences[sentence]![token]!);
        back[row] = ahead[row]! + half;
      }
    }
  }

  /** Both directions of a recurrent layer; each writes its half of the rows of `out`. */
  #layer(sides: Sides, gates: readonly [Address, Address], input: Address, out: Address, batch: Batch): void {
    const steps = batch.sentences[0]?.length ?? 0;
    for (const at of [0, 1] as const) {
      const { units, inputs, weights, scale } = sides[at];
      this.#kernel.floats(this.#at.memory, batch.sentences.length * units).fill(0);
      this.#kernel.run.recur(
        input,
        inputs * 2,
        inputs,
        units,
        weights,
        scale,
        gates[at],
        this.#at.memory,
        this.#at.sums,
        out + at * units * 2,
        units * 4,
        this.#at.sizes,
        steps,
        batch.rows,
        at,
      );
    }
  }

  #linear(layer: Linear, input: Address, out: Address, rows: number, rectify = false, ranges = this.#at.ones): void {
    this.#kernel.run.linear(
      input,
      layer.inputs * 2,
      layer.inputs,
      layer.outputs,
      layer.weights,
      layer.scale,
      layer.bias,
      ranges,
      rectify ? 1 : 0,
      rows + (rows % 2),
      out,
      layer.outputs * 4,
    );
  }
}
