// Layers of the net with their weights in the kernel's memory, packed as assembly/kernel.ts wants them.
import { type Address, BLOCK_OUTPUTS, type Kernel, ONE } from '../kernel/index.ts';
import type { ModelFile, ScaledRows } from './model-file.ts';

const GATES = 4;
const UNITS_A_BLOCK = BLOCK_OUTPUTS / GATES;
/** With the sum of a row's weights below this, no sum of products with activations up to ONE leaves 32 bits. */
const MOST_ROW_SUM = (2 ** 31 - 1) / ONE - 512;

/** A weight matrix `[outputs, inputs]`: weights of 16 bits, each row in its scale. */
type Weights = ScaledRows<Int16Array>;

interface Packed {
  readonly data: Int16Array;
  /** What the integer sums are to be multiplied by, for activations between -1 and 1. */
  readonly scale: Float32Array;
}

/** A linear layer; `outputs` is a multiple of the block, what is beyond the model's own rows is nothing. */
export interface Linear {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Address;
  readonly scale: Address;
  readonly bias: Address;
}

/** One direction of a recurrent layer; `units` cells. */
export interface Recurrent {
  readonly inputs: number;
  readonly units: number;
  readonly weights: Address;
  readonly scale: Address;
  readonly bias: Address;
}

/** Two matrices side by side, each row in the coarser of the two scales. */
function beside(left: Weights, right: Weights): Weights {
  const columns = left.columns + right.columns;
  const data = new Int16Array(left.rows * columns);
  const scale = Float32Array.from(left.scale, (own, row) => Math.max(own, right.scale[row]!));
  for (const { part, at } of [
    { part: left, at: 0 },
    { part: right, at: left.columns },
  ])
    for (let row = 0; row < part.rows; row++) {
      const factor = part.scale[row]! / scale[row]!;
      const from = row * part.columns;
      if (factor === 1) data.set(part.data.subarray(from, from + part.columns), row * columns + at);
      else
        for (let column = 0; column < part.columns; column++)
          data[row * columns + at + column] = Math.round(part.data[from + column]! * factor);
    }
  return { rows: left.rows, columns, data, scale };
}

/** Two matrices, one below the other. */
function below(upper: Weights, lower: Weights): Weights {
  const data = new Int16Array(upper.data.length + lower.data.length);
  data.set(upper.data);
  data.set(lower.data, upper.data.length);
  const scale = Float32Array.of(...upper.scale, ...lower.scale);
  return { rows: upper.rows + lower.rows, columns: upper.columns, data, scale };
}

/** Puts rows into blocks, in the order given; a row of -1 is all zeros. */
function pack({ columns, data: source, scale: scales }: Weights, order: Int32Array): Packed {
  const data = new Int16Array(order.length * columns);
  const scale = new Float32Array(order.length);
  for (let output = 0; output < order.length; output++) {
    const row = order[output]!;
    if (row < 0) continue;
    const from = row * columns;
    const shrink = Math.min(1, MOST_ROW_SUM / Math.max(1, sumOfSizes(source, from, from + columns)));
    scale[output] = scales[row]! / shrink / ONE;
    const block = output - (output % BLOCK_OUTPUTS);
    let to = block * columns + (output - block) * 2;
    for (let column = from; column < from + columns; column += 2, to += BLOCK_OUTPUTS * 2) {
      data[to] = Math.round(source[column]! * shrink);
      data[to + 1] = Math.round(source[column + 1]! * shrink);
    }
  }
  return { data, scale };
}

function sumOfSizes(values: Int16Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += Math.abs(values[at]!);
  return sum;
}

/** The rows in their order, and as many empty ones as fill the last block. */
function padded(rows: number): Int32Array {
  const order = new Int32Array(Math.ceil(rows / BLOCK_OUTPUTS) * BLOCK_OUTPUTS).fill(-1);
  for (let row = 0; row < rows; row++) order[row] = row;
  return order;
}

/** The rows of gates such that a block holds all gates of four cells: four of the input gate, four of the forget gate and so on. */
function byCells(rows: number): Int32Array {
  const units = rows / GATES;
  return Int32Array.from({ length: rows }, (_, output) => {
    const block = Math.floor(output / BLOCK_OUTPUTS);
    const gate = Math.floor((output % BLOCK_OUTPUTS) / UNITS_A_BLOCK);
    return gate * units + block * UNITS_A_BLOCK + (output % UNITS_A_BLOCK);
  });
}

function keepLinear(kernel: Kernel, weights: Weights, bias: Float32Array, order: Int32Array): Linear {
  const { data, scale } = pack(weights, order);
  return {
    inputs: weights.columns,
    outputs: order.length,
    weights: kernel.keepShorts(data),
    scale: kernel.keepFloats(scale),
    bias: kernel.keepFloats(Float32Array.from(order, (row) => bias[row] ?? 0)),
  };
}

/** The linear layer of this name. */
export function loadLinear(kernel: Kernel, file: ModelFile, name: string): Linear {
  const weights = file.weights(name);
  return keepLinear(kernel, weights, file.numbers(`${name}.bias`, 'f32'), padded(weights.rows));
}

/** What a recurrent layer of this name makes of its inputs alone, both directions' gates one behind the other. */
export function loadInputGates(kernel: Kernel, file: ModelFile, name: string): Linear {
  const ahead = file.weights(`${name}.forward.input`);
  const bias = ['forward', 'backward'].flatMap((side) => [...file.numbers(`${name}.${side}.bias`, 'f32')]);
  const order = byCells(ahead.rows);
  const both = Int32Array.of(...order, ...order.map((row) => row + ahead.rows));
  return keepLinear(kernel, below(ahead, file.weights(`${name}.backward.input`)), Float32Array.from(bias), both);
}

/** A direction of a recurrent layer that receives its inputs' part of the gates ready made. */
export function loadStates(kernel: Kernel, file: ModelFile, name: string): Recurrent {
  return keepRecurrent(kernel, file, name, file.weights(`${name}.state`), 0);
}

/** A direction of a recurrent layer with the weights of its inputs. */
export function loadRecurrent(kernel: Kernel, file: ModelFile, name: string): Recurrent {
  const inputs = file.weights(`${name}.input`);
  return keepRecurrent(kernel, file, name, beside(inputs, file.weights(`${name}.state`)), inputs.columns);
}

function keepRecurrent(kernel: Kernel, file: ModelFile, name: string, weights: Weights, inputs: number): Recurrent {
  const layer = keepLinear(kernel, weights, file.numbers(`${name}.bias`, 'f32'), byCells(weights.rows));
  return { inputs, units: weights.rows / GATES, weights: layer.weights, scale: layer.scale, bias: layer.bias };
}
