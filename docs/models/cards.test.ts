import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreGoldTokens } from '../../evaluation/treebank.ts';
import { LANGUAGES } from '../../src/model/index.ts';

const MEGABYTE = 2 ** 20;
const LARGEST = { en: 12 * MEGABYTE, ru: 12 * MEGABYTE, kk: 6 * MEGABYTE, ky: 6 * MEGABYTE };
const MEASURES = ['upos', 'feats', 'uas', 'las'] as const;

/** The lines `name: value` between the first two lines of dashes. */
function frontOf(card: string): ReadonlyMap<string, string> {
  const [, front = ''] = card.split(/^---$/m);
  return new Map(
    front
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
}

describe.each(LANGUAGES)('the model card of %s', (language) => {
  const front = frontOf(readFileSync(new URL(`${language}.md`, import.meta.url), 'utf8'));
  const model = new URL(`../../src/language/models/${language}.model`, import.meta.url);
  const dev = new URL(`../../../shared/treebanks/${language}/dev.conllu`, import.meta.url);

  it('states the size of the model, which is within bounds', () => {
    const { size } = statSync(model);
    expect(front.get('bytes')).toBe(String(size));
    expect(size).toBeLessThanOrEqual(LARGEST[language]);
  });

  it.skipIf(!existsSync(dev))('states the figures that the model reaches on dev (needs ../shared)', () => {
    const scores = scoreGoldTokens(readFileSync(dev, 'utf8'), language);
    for (const measure of MEASURES)
      expect(`${measure} ${scores[measure].toFixed(2)}`).toBe(`${measure} ${front.get(measure)}`);
  });
});
