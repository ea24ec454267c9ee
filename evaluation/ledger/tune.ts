// Fits the weights of the ledger's scorers: npm run tune:ledger -- FOLDER… [--write]
// Prints cross-validated precision and recall by threshold; --write puts the weights into src/ledger/links/weights.json.
import { writeFileSync } from 'node:fs';
import { commitmentExamples, progressExamples } from './examples.ts';
import { loadFolder } from './folder.ts';
import { crossValidate, type Example, fitModel, type Model, type Prior } from './logistic.ts';

const WEIGHTS = new URL('../../src/ledger/links/weights.json', import.meta.url);
const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6];

/** What a person would say each feature weighs; ten pseudo-examples hold to it. */
const PRIORS: Readonly<Record<'commitment' | 'progress', Prior>> = {
  commitment: {
    l2: 10,
    weights: {
      cover: 2,
      jaccard: 2,
      shared: 2,
      name: 0.5,
      otherName: -0.5,
      oneNamed: -0.5,
      sameAction: 1,
      otherAction: -1,
      otherThing: -1,
      areas: 2,
      manyAreas: 1.5,
      parties: 1.5,
      occasion: 0.5,
      target: 1.5,
      deadline: 0.5,
    },
  },
  progress: {
    l2: 10,
    weights: {
      cover: 2,
      jaccard: 2,
      shared: 2,
      name: 1,
      otherName: -1,
      oneNamed: -0.5,
      sameAction: 0.5,
      otherThing: -1,
      recall: 1,
      areas: 2,
      manyAreas: 1.5,
      figure: 1,
      recalled: 0.7,
    },
  },
};

function report(name: string, examples: readonly Example[], prior: Prior): Model {
  const predictions = crossValidate(examples, prior);
  const rows = THRESHOLDS.map((threshold) => {
    const chosen = examples.filter((_, i) => predictions[i]! >= threshold);
    const right = chosen.filter(({ label }) => label).length;
    const positive = examples.filter(({ label }) => label).length;
    const [precision, recall] = [right / Math.max(1, chosen.length), right / positive];
    return { scorer: name, threshold, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
  });
  console.table(
    rows.map((row) => ({
      ...row,
      precision: row.precision.toFixed(3),
      recall: row.recall.toFixed(3),
      f1: row.f1.toFixed(3),
    })),
  );
  return fitModel(examples, prior);
}

function rounded({ bias, weights }: Model): Model {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    bias: round(bias),
    weights: Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, round(weight)])),
  };
}

const folders = process.argv
  .slice(2)
  .filter((argument) => argument !== '--write')
  .map((folder) => loadFolder(folder));
const models = {
  commitment: rounded(report('commitment', folders.flatMap(commitmentExamples), PRIORS.commitment)),
  progress: rounded(report('progress', folders.flatMap(progressExamples), PRIORS.progress)),
};
const lines = Object.entries(models).map(([name, model]) => `  ${JSON.stringify(name)}: ${JSON.stringify(model)}`);
if (process.argv.includes('--write')) writeFileSync(WEIGHTS, `{\n${lines.join(',\n')}\n}\n`);
