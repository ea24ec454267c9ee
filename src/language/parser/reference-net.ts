// For tests: the net once more, in plain arithmetic, one sentence at a time; what the kernel computes is compared with it.
import type { Language } from '../../model/index.ts';
import { affixHashes, ngramHashes, wordHash } from './features.ts';
import type { ModelFile, ScaledRows } from './model-file.ts';

type Vector = readonly number[];

/** The scores of one sentence. */
export interface ReferenceScores {
  readonly tags: readonly Vector[];
  /** For each token, the scores of the root and of all tokens as its head. */
  readonly arcs: readonly Vector[];
  label(dependent: number, head: number): Vector;
}

export function referenceScores(file: ModelFile, forms: readonly string[]): ReferenceScores {
  const vectors = forms.map((form) => typeVector(file, form, file.header.language));
  const first = recurrent(file, 'first', vectors);
  const top = recurrent(file, 'second', first);
  const dep = top.map((row) => linear(file, 'arc.dep', row));
  const heads = [[...file.numbers('arc.root', 'f32')], ...top.map((row) => rectified(linear(file, 'arc.head', row)))];
  const labelOf = (dependent: number, head: number): Vector => {
    const ends = sum(linear(file, 'label.dep', top[dependent]!), linear(file, 'label.head', top[head]!));
    return linear(file, 'label.out', rectified(ends));
  };
  return {
    tags: first.map((row) => linear(file, 'tags', row)),
    arcs: dep.map((row) => heads.map((head) => dot(row, head))),
    label: labelOf,
  };
}

function typeVector(file: ModelFile, form: string, language: Language): Vector {
  const hashes = file.numbers('word.hash', 'u32');
  const affix = file.bytesOf('affix');
  const bucketOf = (hash: number) => hash % affix.rows;
  const ngrams = rowsSum(file.bytesOf('ngram'), ngramHashes(form).map(bucketOf));
  const parts = [
    ...rowsSum(file.bytesOf('word'), [hashes.indexOf(wordHash(form)) + 1]),
    ...rowsSum(affix, affixHashes(form, language).map(bucketOf)),
    ...ngrams.map((value) => value / ngramHashes(form).length),
  ];
  return [...parts, ...rectified(linear(file, 'mix', parts))];
}

function recurrent(file: ModelFile, name: string, inputs: readonly Vector[]): Vector[] {
  const ahead = direction(file, `${name}.forward`, inputs);
  const back = direction(file, `${name}.backward`, inputs.toReversed()).toReversed();
  return inputs.map((_, at) => [...ahead[at]!, ...back[at]!]);
}

function direction(file: ModelFile, name: string, inputs: readonly Vector[]): Vector[] {
  const units = file.weights(`${name}.state`).columns;
  let state: Vector = new Array(units).fill(0);
  let memory: Vector = state;
  return inputs.map((input) => {
    const bias = [...file.numbers(`${name}.bias`, 'f32')];
    const gates = sum(
      bias,
      sum(times(file.weights(`${name}.input`), input), times(file.weights(`${name}.state`), state)),
    );
    const [i, f, g, o] = [0, 1, 2, 3].map((gate) => gates.slice(gate * units, (gate + 1) * units));
    memory = memory.map((kept, unit) => sigmoid(f![unit]!) * kept + sigmoid(i![unit]!) * Math.tanh(g![unit]!));
    state = memory.map((value, unit) => sigmoid(o![unit]!) * Math.tanh(value));
    return state;
  });
}

function linear(file: ModelFile, name: string, input: Vector): Vector {
  return sum(times(file.weights(name), input), [...file.numbers(`${name}.bias`, 'f32')]);
}

function times({ rows, columns, data, scale }: ScaledRows<Int16Array>, input: Vector): Vector {
  return Array.from({ length: rows }, (_, row) => {
    const weights = data.subarray(row * columns, (row + 1) * columns);
    return scale[row]! * weights.reduce((total, weight, column) => total + weight * input[column]!, 0);
  });
}

function rowsSum({ columns, data, scale }: ScaledRows<Int8Array>, rows: readonly number[]): Vector {
  return Array.from({ length: columns }, (_, column) =>
    rows.reduce((total, row) => total + scale[row]! * data[row * columns + column]!, 0),
  );
}

const sum = (a: Vector, b: Vector): Vector => a.map((value, at) => value + b[at]!);
const dot = (a: Vector, b: Vector): number => a.reduce((total, value, at) => total + value * b[at]!, 0);
const rectified = (values: Vector): Vector => values.map((value) => Math.max(0, value));
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
