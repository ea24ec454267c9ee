import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '../src/desk/index.ts';
import { pipelineFor } from '../src/language/index.ts';
import type { Language } from '../src/model/index.ts';
import { median, middle, RUNS, rate, textsIn, timed } from './measure.ts';

const READ = ['en', 'ru'] as const satisfies readonly Language[];
const ROOT = new URL('..', import.meta.url).pathname;
const EXAMPLE = 'examples/kaz-kgz';

/** `npm run bench -- reader [LANGUAGE…]`: from raw text to a Reading on one thread, beside parsing alone; and a cold start. */
export async function benchReader(args: readonly string[]): Promise<void> {
  for (const language of READ.filter((one) => args.length === 0 || args.includes(one))) benchOne(language);
  benchColdStart();
}

function benchOne(language: Language): void {
  const texts = textsIn(language);
  const words = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  const pipeline = pipelineFor(language);
  // The first runs are slower: the engine compiles what it sees often.
  for (const text of texts.slice(0, 40)) readText(text);
  const parsing = words / (median(() => texts.forEach((text) => void pipeline.parse(text))) / 1000);
  const reading = words / (median(() => texts.forEach((text) => void readText(text))) / 1000);
  console.log(
    `\n${language}: ${texts.length} documents, ${words.toLocaleString('en')} words, processor time, median of ${RUNS} runs`,
  );
  console.log(`  parsing alone            ${rate(parsing)} words/s`);
  console.log(`  the whole reading        ${rate(reading)} words/s`);
  console.log(`  memory                   ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
}

/** The wall time of `readout read FILE --json` as a new process, beside that of an empty program. */
function benchColdStart(): void {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const example = join(ROOT, EXAMPLE, readdirSync(join(ROOT, EXAMPLE)).find((name) => name.endsWith('.txt'))!);
  const run = (args: readonly string[]): number => timed(() => spawnSync(process.execPath, args, { cwd: ROOT }));
  const times = Array.from({ length: RUNS }, () => [run([empty]), run(['bin/readout.mjs', 'read', example, '--json'])]);
  rmSync(folder, { recursive: true });
  console.log(`\ncold start, median of ${RUNS} runs`);
  console.log(`  an empty program         ${middle(times.map(([bare]) => bare!)).toFixed(0)} ms`);
  console.log(`  readout read FILE --json ${middle(times.map(([, read]) => read!)).toFixed(0)} ms`);
}
