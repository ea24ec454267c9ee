// Logistic regression by iteratively reweighted least squares, with an L2 penalty on the distance from weights that a person would
// give: with fifty positive examples the data should correct common sense, not replace it.

export interface Example {
  readonly features: Readonly<Record<string, number>>;
  readonly label: boolean;
  /** Examples of one group are never split between training and test. */
  readonly group: string;
  readonly words: string;
}

export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Where the bias starts: most pairs are not one thing. */
const BIAS = -7;

const ITERATIONS = 40;

/** The furthest that a weight moves at once: far from the solution the second derivatives vanish, and a whole step would run away. */
const STEP = 1;

/** What fitting starts from: the weights that a person would give, and how strongly to hold to them. */
export interface Prior {
  readonly weights: Readonly<Record<string, number>>;
  readonly l2: number;
}

/** Fits a model; every weight but the bias is drawn toward its prior. */
export function fitModel(examples: readonly Example[], prior: Prior): Model {
  const names = Object.keys(examples[0]?.features ?? {});
  const rows = examples.map(({ features }) => [1, ...names.map((name) => features[name] ?? 0)]);
  const start = [BIAS, ...names.map((name) => prior.weights[name] ?? 0)];
  let weights = [...start];
  for (let i = 0; i < ITERATIONS; i++) {
    const { gradient, hessian } = derivatives(rows, examples, weights, start, prior.l2);
    const step = solve(hessian, gradient);
    weights = weights.map((weight, k) => weight - Math.max(-STEP, Math.min(STEP, step[k]!)));
  }
  const [bias = 0, ...rest] = weights;
  return { bias, weights: Object.fromEntries(names.map((name, k) => [name, rest[k] ?? 0])) };
}

/** The probability that a model gives to an example. */
function predict(model: Model, features: Example['features']): number {
  let sum = model.bias;
  for (const [name, weight] of Object.entries(model.weights)) sum += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Predictions for every example by a model fitted without the example's group. */
export function crossValidate(examples: readonly Example[], prior: Prior): readonly number[] {
  const models = new Map<string, Model>();
  for (const group of new Set(examples.map((example) => example.group)))
    models.set(
      group,
      fitModel(
        examples.filter((example) => example.group !== group),
        prior,
      ),
    );
  return examples.map(({ features, group }) => predict(models.get(group)!, features));
}

function derivatives(
  rows: readonly number[][],
  examples: readonly Example[],
  weights: readonly number[],
  start: readonly number[],
  l2: number,
) {
  const size = weights.length;
  const gradient = weights.map((weight, k) => (k === 0 ? 0 : l2 * (weight - start[k]!)));
  const hessian = weights.map((_, k) => weights.map((_, m) => (k === m ? (k === 0 ? 1e-6 : l2) : 0)));
  rows.forEach((row, i) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += weights[k]! * row[k]!;
    const p = 1 / (1 + Math.exp(-sum));
    const error = p - Number(examples[i]!.label);
    for (let k = 0; k < size; k++) {
      gradient[k]! += error * row[k]!;
      for (let m = 0; m < size; m++) hessian[k]![m]! += p * (1 - p) * row[k]! * row[m]!;
    }
  });
  return { gradient, hessian };
}

/** Gaussian elimination with pivots; the matrix is small and positive definite. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    const pivot = rows
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? k + i : best), k);
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = k + 1; i < size; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let m = k; m <= size; m++) rows[i]![m]! -= factor * rows[k]![m]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let sum = rows[k]![size]!;
    for (let m = k + 1; m < size; m++) sum -= rows[k]![m]! * solution[m]!;
    solution[k] = sum / rows[k]![k]!;
  }
  return solution;
}
