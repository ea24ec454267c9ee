import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../src/model/index.ts';
import { madeText } from './language-texts.ts';

const LEAST_BYTES = 500_000;
const EXAMPLES = new URL('../examples/kaz-kgz/', import.meta.url);

/** How often a thing is measured; the median is told. */
export const RUNS = 5;

/** Wall milliseconds that a task takes. */
export function timed(task: () => unknown): number {
  const begin = performance.now();
  task();
  return performance.now() - begin;
}

/** Milliseconds of processor time that a task takes: nearly the same on a busy machine as on a quiet one. */
export function processorTime(task: () => unknown): number {
  const begin = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** The median of the processor milliseconds that `RUNS` runs of a task take. */
export function median(task: () => unknown): number {
  return middle(Array.from({ length: RUNS }, () => processorTime(task)));
}

/** The middle one of some numbers. */
export function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}

/** A rate for a table: whole, with thousands apart. */
export function rate(value: number): string {
  return Math.round(value).toLocaleString('en').padStart(9);
}

/** Documents of the language, at least half a megabyte: the examples where they are in English, and generated ones. */
export function textsIn(language: Language): string[] {
  const texts = language === 'en' ? exampleTexts() : [];
  let bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  for (let number = 0; bytes < LEAST_BYTES; number++) {
    const text = madeText(language, number);
    texts.push(text);
    bytes += Buffer.byteLength(text);
  }
  return texts;
}

function exampleTexts(): string[] {
  return readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8'));
}
