import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromConllu, tokenize } from '../../src/language/index.ts';
import { expectedArcs, hasArc, readHardSentences } from './format.ts';

const FILES = [
  ['en', 40],
  ['ru', 20],
] as const;

describe.each(FILES)('hard sentences in %s', (language, count) => {
  const sentences = readHardSentences(readFileSync(new URL(`./${language}.txt`, import.meta.url), 'utf8'));

  test('are as many as they should be', () => {
    expect(sentences).toHaveLength(count);
  });

  test.each(sentences)('name one root and words that they have: $text', (sentence) => {
    const doc = tokenize(sentence.text, language);
    expect(doc.sentenceCount).toBe(1);
    const arcs = expectedArcs(sentence, doc);
    expect(arcs.filter(({ name }) => name === 'root')).toHaveLength(1);
  });
});

test('an arc is found where head and relation are right', () => {
  const row = (id: number, form: string, head: number, deprel: string) =>
    `${id}\t${form}\t${form}\tX\t_\t_\t${head}\t${deprel}\t_\t_\n`;
  const doc = fromConllu(row(1, 'Sides', 2, 'nsubj') + row(2, 'met', 0, 'root') + row(3, 'twice', 2, 'obl'), 'en');
  const sentence = { text: 'Sides met twice', lines: ['root: met', 'nsubj: met > Sides', 'obj: met > twice'] };
  expect(expectedArcs(sentence, doc).map((arc) => hasArc(doc, arc))).toEqual([true, true, false]);
});
