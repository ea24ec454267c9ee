import { expect, it } from 'vitest';
import { pipelineFor } from '../language/index.ts';
import { documentOf } from '../model/index.ts';
import { read, readWithTrace } from './index.ts';

const TEXT = `Foreign ministers of Peru and Norway meet in Lima

The ministers agreed to open a joint laboratory by 2027. The Norwegian side expressed its readiness to train divers.
`;

it('tells the chain of each commitment', () => {
  const document = documentOf(TEXT, { publishedAt: '2025-03-04' });
  const { reading, traces } = readWithTrace(document, pipelineFor('en').parse(TEXT));
  const words = ([start, end]: readonly [number, number]): string => TEXT.slice(start, end);
  expect(traces.map(({ performative, rule }) => [words(performative), rule])).toEqual([
    ['agreed', 'en.agree'],
    ['expressed', 'en.voice.ready'],
  ]);
  expect(traces.map(({ strength }) => strength)).toEqual([
    { value: 3, by: 'en.agree' },
    { value: 1, by: 'en.voice.ready' },
  ]);
  expect(traces[1]?.parties.by).toBe('subject');
  expect(traces).toHaveLength(reading.commitments.length);
});

it('reads the same as without traces', () => {
  const document = documentOf(TEXT, { publishedAt: '2025-03-04' });
  const doc = pipelineFor('en').parse(TEXT);
  expect(readWithTrace(document, doc).reading).toEqual(read(document, doc));
});
