// Learns where sentences end in English, from ../shared/treebanks: `node training/boundaries.ts`. Logistic regression by
// stochastic gradient descent with averaging; deterministic, a minute. Writes steps of weights, one byte each.
import { readFileSync, writeFileSync } from 'node:fs';
import { fromConllu } from '../src/language/index.ts';
import { LANGUAGE_DATA } from '../src/language/languages/index.ts';
import { featuresOf, STEP, WEIGHTS } from '../src/language/tokenizer/boundary-model.ts';
import { lineBreakEnds } from '../src/language/tokenizer/lines.ts';
import { scan } from '../src/language/tokenizer/scan.ts';
import { gapAt } from '../src/language/tokenizer/sentences.ts';

const EPOCHS = 12;
const RATE = 0.1;
const DECAY = 1e-5;

interface Example {
  readonly features: readonly number[];
  readonly ends: boolean;
}

function examples(): Example[] {
  const gold = fromConllu(readFileSync('../shared/treebanks/en/train.conllu', 'utf8'), 'en');
  const begins = new Set(Array.from(gold.tokens.sentenceStarts, (token) => gold.startOf(token)));
  const spans = scan(gold.text, LANGUAGE_DATA.en);
  const found: Example[] = [];
  let paragraph = 0;
  let sentence = 0;
  for (let token = 1; token < spans.starts.length; token++) {
    if (lineBreakEnds(gold.text, spans.ends[token - 1]!, spans.starts[token]!)) paragraph = sentence = token;
    else {
      const gap = gapAt(gold.text, spans, LANGUAGE_DATA.en, token, paragraph, sentence);
      const ends = begins.has(spans.starts[token]!);
      if (gap !== undefined) found.push({ features: featuresOf(gap), ends });
      if (ends) sentence = token;
    }
  }
  return found;
}

function learn(list: readonly Example[]): Float64Array {
  const weights = new Float64Array(WEIGHTS);
  const sums = new Float64Array(WEIGHTS);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let step = 0; step < list.length; step++) {
      // A stride prime to the number of examples visits each once, far from its neighbours.
      const { features, ends } = list[(step * 7919) % list.length]!;
      const score = features.reduce((sum, feature) => sum + weights[feature]!, 0);
      const error = (ends ? 1 : 0) - 1 / (1 + Math.exp(-score));
      for (const feature of features) weights[feature]! += RATE * (error - DECAY * weights[feature]!);
    }
    for (let feature = 0; feature < WEIGHTS; feature++) sums[feature]! += weights[feature]!;
  }
  return sums.map((sum) => sum / EPOCHS);
}

const list = examples();
const steps = Int8Array.from(learn(list), (weight) => Math.max(-127, Math.min(127, Math.round(weight / STEP))));
const right = list.filter(({ features, ends }) => features.reduce((s, f) => s + steps[f]!, 0) > 0 === ends).length;
const bytes = Buffer.from(steps.buffer).toString('base64');
writeFileSync('src/language/languages/en/boundaries.json', `{ "steps": "${bytes}" }\n`);
console.log(`${list.length} gaps, ${((100 * right) / list.length).toFixed(2)} % right in training`);
