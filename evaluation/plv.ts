import { readFileSync } from 'node:fs';
import { type PloverRoot, ReadoutError } from '../src/model/index.ts';
import { classifyRoot } from '../src/reader/index.ts';
import { scoresOf } from './compare.ts';
import { type PlvExample, parsePlv } from './plv-file.ts';

/**
 * Prints accuracy and macro F1 of the shipped classifier on a file with the columns of the PLV data. On the sentences
 * that it was trained with these say little; training/plover/train.py prints its five-fold cross-validation.
 */
export function evaluatePlv([file]: readonly string[]): void {
  if (file === undefined) throw new ReadoutError('bad-input', 'no file was named', '', 'give a .tsv file behind --plv');
  const examples = parsePlv(readFileSync(file, 'utf8'));
  const begun = performance.now();
  const guesses = examples.map((example) => classifyRoot(example).root);
  const seconds = (performance.now() - begun) / 1000;
  const { accuracy, macroF1 } = scoreRoots(examples, guesses);
  console.log(`${examples.length} sentences, ${Math.round(examples.length / seconds)} a second`);
  console.log(`root accuracy ${accuracy.toFixed(3)}\nroot macro F1 ${macroF1.toFixed(3)}`);
}

/** Accuracy, and F1 averaged over the roots that occur, each root counting alike. */
export function scoreRoots(
  examples: readonly PlvExample[],
  guesses: readonly PloverRoot[],
): { accuracy: number; macroF1: number } {
  const right = examples.filter(({ root }, at) => guesses[at] === root).length;
  const roots = [...new Set(examples.map(({ root }) => root))];
  const scores = roots.map((root) => {
    const hits = examples.filter((example, at) => example.root === root && guesses[at] === root).length;
    const count = (list: readonly PloverRoot[]): number => list.filter((other) => other === root).length;
    return scoresOf({ right: hits, predicted: count(guesses), gold: count(examples.map((example) => example.root)) })
      .f1;
  });
  return { accuracy: right / examples.length, macroF1: scores.reduce((sum, score) => sum + score, 0) / roots.length };
}
