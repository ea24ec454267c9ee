import { ParsePool, pipelineFor, tokenize } from '../src/language/index.ts';
import { LANGUAGES, type Language } from '../src/model/index.ts';
import { median, middle, processorTime, RUNS, rate, textsIn } from './measure.ts';

/** `npm run bench -- language [LANGUAGE…]`: loading, speed of one thread, memory, and what a second thread brings. */
export async function benchLanguage(args: readonly string[]): Promise<void> {
  const named = LANGUAGES.filter((language) => args.length === 0 || args.includes(language));
  for (const language of named) await benchOne(language);
}

async function benchOne(language: Language): Promise<void> {
  const texts = textsIn(language);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(
    `\n${language}: ${texts.length} documents, ${(bytes / 1000).toFixed(0)} KB, processor time, median of ${RUNS} runs`,
  );
  const load = processorTime(() => pipelineFor(language));
  console.log(`  loading the models       ${load.toFixed(0)} ms`);
  const pipeline = pipelineFor(language);
  // The first runs are slower: the engine compiles what it sees often.
  texts.slice(0, 20).forEach((text) => void pipeline.parse(text));
  const tokens = texts.reduce((sum, text) => sum + tokenize(text, language).length, 0);
  const speed = (task: (text: string) => unknown): number => tokens / (median(() => texts.forEach(task)) / 1000);
  console.log(`  tokens and sentences     ${rate(speed((text) => tokenize(text, language)))} tokens/s`);
  console.log(`  whole pipeline           ${rate(speed((text) => pipeline.parse(text)))} tokens/s`);
  console.log(`  memory                   ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  const [one, two] = [await poolSeconds(texts, language, 1), await poolSeconds(texts, language, 2)];
  console.log(`  two threads beside one   ${(one / two).toFixed(2)} times as fast`);
}

/** Seconds that a pool of so many threads takes, its models loaded before; the median of some runs. */
async function poolSeconds(texts: readonly string[], language: Language, threads: number): Promise<number> {
  const pool = new ParsePool({ threads });
  const items = texts.map((text) => ({ text, language }));
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const begin = performance.now();
    for await (const _ of pool.parseAll(items));
    times.push((performance.now() - begin) / 1000);
  }
  await pool.close();
  // The first run warms the threads up.
  return middle(times.slice(1));
}
