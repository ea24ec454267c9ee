import { describe, expect, it } from 'vitest';
import { pipelineFor } from '../../language/index.ts';
import { documentOf } from '../../model/index.ts';
import { read } from '../read.ts';
import { progressRulesOf } from './rules.ts';

const HEADLINES = {
  en: 'Presidents of Peru and Norway meet in Lima',
  ru: 'Президенты Перу и Норвегии встретились в Лиме',
} as const;

describe.each(['en', 'ru'] as const)('the progress rules of %s', (language) => {
  it.each(progressRulesOf(language).map((rule) => [rule.id, rule] as const))(
    '%s reads its example',
    (_, { kind, example }) => {
      const text = `${HEADLINES[language]}\n\n${example}\n`;
      const { progress } = read(documentOf(text, { publishedAt: '2024-05-06' }), pipelineFor(language).parse(text));
      expect(progress.map((claim) => claim.kind)).toEqual([kind]);
    },
  );
});
