import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Commitment } from '../src/model/index.ts';
import { addCounts, compareReadings, countAreas, matchItems, scoresOf } from './compare.ts';
import { loadGold } from './gold.ts';

const FOLDERS = ['en', 'ru', 'pairs', 'kaz-kgz'].map((name) => `../shared/gold/dev/${name}`);

function commitment(
  start: number,
  end: number,
  parties: string[] = ['KAZ'],
  areas: Commitment['areas'] = [],
): Commitment {
  return {
    spans: [[start, end]],
    parties,
    areas,
    beneficiaries: [],
    strength: 3,
    conditional: false,
    reaffirms: false,
    rule: 'test',
    confidence: 1,
  };
}

describe('matching of items', () => {
  test('needs half of the shorter span', () => {
    expect(matchItems([commitment(0, 10)], [commitment(5, 40)]).counts.right).toBe(1);
    expect(matchItems([commitment(0, 10)], [commitment(6, 40)]).counts.right).toBe(0);
  });

  test('pairs each item once, the closest first', () => {
    const near = commitment(0, 20);
    const far = commitment(0, 60);
    const { pairs, falseAlarms } = matchItems([far, near], [commitment(0, 22)]);
    expect(pairs.map(({ predicted }) => predicted)).toEqual([near]);
    expect(falseAlarms).toEqual([far]);
  });

  test('asks the kind for its own condition', () => {
    const sameParties = (p: Commitment, g: Commitment): boolean => p.parties.join() === g.parties.join();
    expect(matchItems([commitment(0, 9, ['KGZ'])], [commitment(0, 9)], sameParties).counts.right).toBe(0);
  });
});

describe('scores', () => {
  test.each([
    [{ right: 0, predicted: 0, gold: 0 }, 1],
    [{ right: 0, predicted: 3, gold: 0 }, 0],
    [{ right: 2, predicted: 4, gold: 2 }, 4 / 6],
  ])('F1 of %o', (counts, f1) => expect(scoresOf(counts).f1).toBeCloseTo(f1));

  test('areas are counted over matched pairs', () => {
    const predicted = commitment(0, 1, [], ['trade', 'water']);
    expect(countAreas([{ predicted, gold: commitment(0, 1, [], ['water', 'energy', 'space']) }])).toEqual({
      right: 1,
      predicted: 2,
      gold: 3,
    });
  });
});

describe.skipIf(!existsSync(FOLDERS[0]!))('the development gold', () => {
  test.each(FOLDERS)('%s agrees wholly with itself', (folder) => {
    const texts = loadGold(folder);
    const comparisons = texts.map(({ reading }) => compareReadings(reading, reading));
    const kinds = ['mentions', 'meetings', 'statements', 'commitments', 'instruments', 'progress'] as const;
    for (const kind of kinds) {
      const { right, gold } = addCounts(comparisons.map((comparison) => comparison[kind].counts));
      expect(right, kind).toBe(gold);
    }
    expect(texts.length).toBeGreaterThan(10);
  });
});
