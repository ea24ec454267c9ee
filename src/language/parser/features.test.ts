import { describe, expect, it } from 'vitest';
import { affixHashes, hashUnits, ngramHashes, shapeCodes, wordHash } from './features.ts';

describe('features of a form', () => {
  // The figures are those of training/features.py: a model is worthless where the two differ.
  it('are hashed as in training', () => {
    expect(wordHash('Астана')).toBe(119953823);
    expect(wordHash('астана')).toBe(119953823);
  });

  const shapes: readonly [form: string, codes: readonly number[]][] = [
    ['talks', [3, 32, 81, 133]],
    ['Talks', [12, 32, 84, 133]],
    ['EAEU', [6, 32, 82, 132]],
    ['A', [9, 32, 83, 129]],
    ['2024', [1, 32, 64, 132]],
    ['5-го', [5, 33, 73, 132]],
    ['«', [0, 32, 64, 129]],
    ["O'Neill", [15, 36, 85, 135]],
    ['Қазақстан', [12, 32, 76, 137]],
  ];
  for (const [form, codes] of shapes) it(`know the shape of ${form}`, () => expect(shapeCodes(form)).toEqual(codes));

  it('begin with prefixes and suffixes, as many as the form is long', () => {
    expect(affixHashes('ab', 'en')).toHaveLength(2 + 2 + 4 + 1);
    expect(affixHashes('abcdefgh', 'en')).toHaveLength(4 + 5 + 4 + 1);
  });

  it('tell the language', () => expect(affixHashes('бар', 'kk')).not.toEqual(affixHashes('бар', 'ky')));

  it('hold at least one n-gram and no more than forty', () => {
    expect(ngramHashes('')).toHaveLength(1);
    expect(ngramHashes('a')).toEqual([hashUnits(64, [2, 97, 3], 0, 3)]);
    expect(ngramHashes('x'.repeat(500))).toHaveLength(40);
  });
});
