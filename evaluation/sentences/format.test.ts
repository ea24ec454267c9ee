import { describe, expect, test } from 'vitest';
import { AREAS, PROGRESS_KINDS } from '../../src/model/index.ts';
import { readSentences, sentencesOf, TOPICS } from './format.ts';

test('a line holds what is expected, the words and the stretch that is judged', () => {
  const [first, second] = readSentences('# comment\ntrade water\tThey met.\nnone\tOne. [[Two.]]\n');
  expect(first).toEqual({ expected: ['trade', 'water'], text: 'They met.', judged: [0, 9] });
  expect(second?.text.slice(...second.judged)).toBe('Two.');
});

describe.each(TOPICS)('the sentences on %s', (topic) => {
  test.each(['en', 'ru'] as const)('%s: each is told once and rightly marked', (language) => {
    const sentences = sentencesOf(topic, language);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
    const known: Record<typeof topic, (label: string) => boolean> = {
      areas: (label) => AREAS.some((area) => area === label),
      progress: (label) => label === 'none' || PROGRESS_KINDS.some((kind) => kind === label),
      commitments: (label) => /^\d$/.test(label),
    };
    expect(sentences.flatMap(({ expected }) => expected).filter((label) => !known[topic](label))).toEqual([]);
  });
});
