import { readFileSync } from 'node:fs';
import { type PloverRoot, ReadoutError } from '../../model/index.ts';
import { featuresOf, passagesOf, type Relation } from './features.ts';
import { readVectors, type WordVectors } from './vectors.ts';

interface Model {
  readonly roots: readonly PloverRoot[];
  readonly bias: readonly number[];
  /** For each root, the weights of the two passages' averaged vectors, one behind the other. */
  readonly passages: readonly (readonly number[])[];
  /** The inverse document frequency of a word that training did not see. */
  readonly unseen: number;
  /** For each feature, its weight for each root. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** A root code with the probability that the classifier gives it. */
export interface RootGuess {
  readonly root: PloverRoot;
  readonly probability: number;
}

let loaded: { readonly model: Model; readonly vectors: WordVectors } | undefined;

function load(): { readonly model: Model; readonly vectors: WordVectors } {
  const file = (name: string): URL => new URL(name, import.meta.url);
  const model = JSON.parse(readFileSync(file('./model.json'), 'utf8')) as Model;
  if (model.passages.length !== model.roots.length) {
    throw new ReadoutError('bad-model', 'the classifier of PLOVER roots is damaged', '', 'reinstall Readout');
  }
  return { model, vectors: readVectors(readFileSync(file('./vectors.bin')), model.unseen) };
}

/**
 * The PLOVER root code of what the source does toward the target in an English sentence: multinomial logistic
 * regression over cues by place, neighbouring words and averaged word vectors (training/plover/train.py).
 */
export function classifyRoot(relation: Relation): RootGuess {
  loaded ??= load();
  const { model, vectors } = loaded;
  const scores = Float64Array.from(model.bias);
  for (const feature of featuresOf(relation)) {
    const weights = Object.hasOwn(model.weights, feature) ? model.weights[feature] : undefined;
    weights?.forEach((weight, root) => {
      scores[root]! += weight;
    });
  }
  const averages = passagesOf(relation).flatMap((words) => [...vectors.average(words)]);
  model.passages.forEach((weights, root) => {
    scores[root]! += weights.reduce((sum, weight, at) => sum + weight * averages[at]!, 0);
  });
  return mostLikely(model.roots, scores);
}

function mostLikely(roots: readonly PloverRoot[], scores: Float64Array): RootGuess {
  const best = scores.indexOf(Math.max(...scores));
  const total = scores.reduce((sum, score) => sum + Math.exp(score - scores[best]!), 0);
  return { root: roots[best]!, probability: 1 / total };
}
