import { readFileSync } from 'node:fs';
import type { Language, Span } from '../../src/model/index.ts';

/** One sentence of a file: what is right of it, and its words. */
export interface Sentence {
  /** What stands before the tab, cut at blanks. */
  readonly expected: readonly string[];
  readonly text: string;
  /** The stretch that is judged; the whole text where none is marked. */
  readonly judged: Span;
}

/** What the sentences are judged for. */
export const TOPICS = ['areas', 'progress', 'commitments'] as const;
export type Topic = (typeof TOPICS)[number];

/** The sentences of a topic in a language. */
export function sentencesOf(topic: Topic, language: Language): Sentence[] {
  return readSentences(readFileSync(new URL(`./${topic}-${language}.txt`, import.meta.url), 'utf8'));
}

/** The lines of a file `expected<TAB>words`; `#` opens a comment, `[[…]]` marks what is judged. */
export function readSentences(content: string): Sentence[] {
  return content
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [expected = '', marked = ''] = line.split('\t');
      const start = marked.indexOf('[[');
      const text = marked.replace('[[', '').replace(']]', '');
      const judged: Span = start < 0 ? [0, text.length] : [start, marked.indexOf(']]') - 2];
      return { expected: expected.split(' '), text, judged };
    });
}
