import { readFileSync } from 'node:fs';
import { pipelineFor } from '../../src/language/index.ts';
import type { Language } from '../../src/model/index.ts';
import { expectedArcs, hasArc, readHardSentences } from './format.ts';

interface Count {
  readonly right: number;
  readonly all: number;
}

/** How many of the expected arcs the parser finds, by relation: `nsubj`, `conj` …, and `all`. */
export function scoreHardSentences(language: Language): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  const add = (name: string, right: boolean): void => {
    const { right: before, all } = counts.get(name) ?? { right: 0, all: 0 };
    counts.set(name, { right: before + (right ? 1 : 0), all: all + 1 });
  };
  for (const sentence of readHardSentences(readFileSync(new URL(`./${language}.txt`, import.meta.url), 'utf8'))) {
    const doc = pipelineFor(language).parse(sentence.text);
    for (const arc of expectedArcs(sentence, doc)) {
      const right = hasArc(doc, arc);
      add(arc.name, right);
      add('all', right);
    }
  }
  return counts;
}

/** `npm run evaluate -- --hard-sentences`: prints the shares found, head and relation both right. */
export async function evaluateHardSentences(): Promise<void> {
  for (const language of ['en', 'ru'] as const) {
    console.log(`${language}: expected arcs found`);
    const counts = [...scoreHardSentences(language)].sort((a, b) => b[1].all - a[1].all);
    for (const [name, { right, all }] of counts)
      console.log(`  ${name.padEnd(16)}${((100 * right) / all).toFixed(1).padStart(5)} %  ${right} of ${all}`);
  }
}
