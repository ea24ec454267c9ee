import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc } from '../doc.ts';
import { annotatorFrom } from './annotator.ts';
import { randomModel } from './random-model.ts';

const annotator = annotatorFrom(randomModel('en', ['the', 'talks']));

/** A document of sentences of given words, set apart by blanks. */
function docOf(sentences: readonly (readonly string[])[]): Doc {
  const words = sentences.flat();
  const ends: number[] = [];
  for (const word of words) ends.push((ends.at(-1) ?? -1) + 1 + word.length);
  const sentenceStarts: number[] = [];
  for (let token = 0, at = 0; at < sentences.length; token += sentences[at]!.length, at++) sentenceStarts.push(token);
  return new Doc({
    text: words.join(' '),
    language: 'en',
    starts: Uint32Array.from(ends, (end, token) => end - words[token]!.length),
    ends: Uint32Array.from(ends),
    sentenceStarts: Uint32Array.from(sentenceStarts),
  });
}

function annotated(doc: Doc): Doc {
  return new Doc(doc.tokens, { ...annotator.annotate(doc), lemmas: new Int32Array(doc.length).fill(-1) });
}

function reachesRoot(doc: Doc, token: number): boolean {
  const [first, end] = doc.sentenceRange(doc.sentenceOf(token));
  let node = token;
  for (let step = first; step < end && doc.head(node) !== -1; step++) node = doc.head(node);
  return node >= first && node < end && doc.head(node) === -1;
}

/** Each sentence has one root, and every token reaches it. */
function expectTrees(doc: Doc): void {
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const [first, end] = doc.sentenceRange(sentence);
    const roots: number[] = [];
    for (let token = first; token < end; token++) {
      if (doc.head(token) === -1) roots.push(token);
      if (!reachesRoot(doc, token)) expect.fail(`token ${token} does not hang on a root`);
      if ((doc.deprel(token) === 'root') !== (doc.head(token) === -1)) expect.fail(`token ${token} has a wrong label`);
    }
    expect(roots).toHaveLength(1);
  }
}

describe('annotating', () => {
  it('gives every sentence of any strings a tree with one root', () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    const sentences = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sentences, (words) => expectTrees(annotated(docOf(words)))),
      { numRuns: 60 },
    );
  });

  it('takes the names of what every object has for words', () => {
    expectTrees(annotated(docOf([['constructor', 'valueOf', '__proto__', 'toString']])));
  });

  it('reads a sentence alike, alone or among others', () => {
    const sentences = Array.from({ length: 90 }, (_, at) =>
      Array.from({ length: 1 + ((at * 7) % 41) }, (_, token) => `word${(at * token) % 13}`),
    );
    const together = annotated(docOf(sentences));
    for (const [at, words] of sentences.entries()) {
      const alone = annotated(docOf([words]));
      const [first] = together.sentenceRange(at);
      for (let token = 0; token < words.length; token++) {
        const head = together.head(first + token);
        expect(head < 0 ? -1 : head - first).toBe(alone.head(token));
        expect(together.deprel(first + token)).toBe(alone.deprel(token));
        expect(together.upos(first + token)).toBe(alone.upos(token));
        expect(together.feats(first + token)).toBe(alone.feats(token));
      }
    }
  });

  it('cuts a sentence of thousands of tokens and joins the pieces loosely', () => {
    const doc = annotated(docOf([Array.from({ length: 5000 }, (_, at) => `w${at % 90}`)]));
    expectTrees(doc);
    const root = [...Array(5000).keys()].find((token) => doc.head(token) === -1)!;
    expect(root).toBeLessThan(256);
    expect(
      doc
        .children(root)
        .filter((child) => child >= 256)
        .every((child) => doc.deprel(child) === 'parataxis'),
    ).toBe(true);
  });

  it('of nothing is nothing', () => expect(annotator.annotate(docOf([])).heads).toHaveLength(0));
});
