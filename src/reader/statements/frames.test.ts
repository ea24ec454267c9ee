import { describe, expect, it } from 'vitest';
import { pipelineFor } from '../../language/index.ts';
import { documentOf } from '../../model/index.ts';
import { read } from '../read.ts';
import { framesOf } from './lexicon.ts';

/** The example as the body of a readout of two states, so that “the sides” are somebody. */
function readExample(language: 'en' | 'ru', headline: string, example: string): ReturnType<typeof read> {
  const text = `${headline}\n\n${example}\n`;
  return read(documentOf(text, { publishedAt: '2024-05-06' }), pipelineFor(language).parse(text));
}

const HEADLINES = {
  en: 'Presidents of Peru and Norway meet in Lima',
  ru: 'Президенты Перу и Норвегии встретились в Лиме',
} as const;

describe.each(['en', 'ru'] as const)('the frames of %s', (language) => {
  const frames = framesOf(language)?.frames ?? [];

  it.each(frames.map((frame) => [frame.id, frame] as const))(
    '%s reads its example',
    (_, { example, gives, commits }) => {
      const { statements, commitments } = readExample(language, HEADLINES[language], example);
      expect({ acts: statements.map(({ act }) => act), commitments: commitments.length }).toEqual({
        acts: gives,
        commitments: commits ?? 0,
      });
    },
  );

  it('have distinct ids that begin with the language', () => {
    expect(new Set(frames.map(({ id }) => id)).size).toBe(frames.length);
    for (const { id } of frames) expect(id.startsWith(`${language}.`)).toBe(true);
  });
});
