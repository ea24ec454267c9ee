// Learns the letter trigrams by which languages are told apart, from ../shared/treebanks: `node training/identify.ts`.
// Each bucket holds the logarithm of its probability in the language, in steps of 1/24 from -12 up.
import { readFileSync, writeFileSync } from 'node:fs';
import { BUCKETS, eachTrigram } from '../src/language/identify/trigrams.ts';
import { fromConllu } from '../src/language/index.ts';
import { LANGUAGES, type Language } from '../src/model/index.ts';

/** Added to each count, as a share of what an even spread would give. */
const SMOOTHING = 0.2;

function sentencesOf(language: Language): string[] {
  const doc = fromConllu(readFileSync(`../shared/treebanks/${language}/train.conllu`, 'utf8'), language);
  return Array.from({ length: doc.sentenceCount }, (_, sentence) => {
    const [first, end] = doc.sentenceRange(sentence);
    return doc.text.slice(doc.startOf(first), doc.endOf(end - 1)).toLowerCase();
  });
}

function logarithms(sentences: readonly string[]): Float64Array {
  const counts = new Float64Array(BUCKETS).fill(SMOOTHING);
  let all = BUCKETS * SMOOTHING;
  for (const sentence of sentences) all += eachTrigram(sentence, (bucket) => counts[bucket]!++);
  return counts.map((count) => Math.log(count / all));
}

/** The mean below which only one sentence in two hundred of the language lies, of those long enough to judge. */
function leastMean(sentences: readonly string[], table: Float64Array): number {
  const means = sentences
    .filter((sentence) => sentence.length > 40)
    .map((sentence) => {
      let sum = 0;
      const count = eachTrigram(sentence, (bucket) => {
        sum += table[bucket]!;
      });
      return sum / count;
    })
    .sort((a, b) => a - b);
  return means[Math.floor(means.length / 200)]!;
}

const lines = LANGUAGES.map((language) => {
  const sentences = sentencesOf(language);
  const table = logarithms(sentences);
  const steps = Uint8Array.from(table, (value) => Math.max(0, Math.min(255, Math.round((value + 12) * 24))));
  const least = leastMean(sentences, table).toFixed(2);
  return `  "${language}": { "least": ${least}, "steps": "${Buffer.from(steps).toString('base64')}" }`;
});
writeFileSync('src/language/identify/trigrams.json', `{\n${lines.join(',\n')}\n}\n`);
