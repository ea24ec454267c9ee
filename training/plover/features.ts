// Writes the features of each sentence of a PLV file as JSON Lines, for train.py: `node training/plover/features.ts FILE.tsv > features.jsonl`
import { readFileSync } from 'node:fs';
import { parsePlv } from '../../evaluation/plv-file.ts';
import { featuresOf, passagesOf } from '../../src/reader/plover/features.ts';

for (const { root, ...relation } of parsePlv(readFileSync(process.argv[2]!, 'utf8'))) {
  console.log(JSON.stringify({ root, features: [...featuresOf(relation)], passages: passagesOf(relation) }));
}
