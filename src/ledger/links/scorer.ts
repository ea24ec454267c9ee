import type { Features } from './features.ts';
import weights from './weights.json' with { type: 'json' };

interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Logistic models, fitted on the development gold by `evaluation/ledger/tune.ts`. */
const MODELS: Readonly<Record<'commitment' | 'progress', Model>> = weights;

/** The probability that two mentions are one thing, by a logistic model over their features. */
export function scoreOf(kind: keyof typeof MODELS, features: Features): number {
  const model = MODELS[kind];
  let sum = model.bias;
  for (const name in model.weights) sum += model.weights[name]! * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The features that spoke for a link, the strongest first. */
export function reasonsOf(kind: keyof typeof MODELS, features: Features, shared: readonly string[]): string[] {
  const model = MODELS[kind];
  const strengths = Object.entries(features).map(([name, value]) => ({
    name,
    strength: value * (model.weights[name] ?? 0),
  }));
  const strongest = strengths.filter(({ strength }) => strength > 0.2).sort((a, b) => b.strength - a.strength);
  return [...strongest.map(({ name }) => name), ...shared];
}
