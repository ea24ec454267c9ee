import { expect, test } from 'vitest';
import { deriveRecord } from '../record/derive.ts';
import { entryTold, MADE, RETOLD } from '../testing/readings.ts';
import { compareSides, figureText } from './compare-sides.ts';

const [a, b] = [entryTold(MADE), entryTold(RETOLD)];
const comparison = compareSides(deriveRecord({ entries: [a, b] }), a, b);

test('says what both tell, what one tells, and how the shared differ', () => {
  expect(comparison.both.map((shared) => [shared.a.words, shared.b.words])).toEqual([
    [
      'launch a ferry between Batumi and Giurgiulesti by the end of 2023',
      'запустить паром Батуми – Джурджулешты до конца 2024 года',
    ],
  ]);
  expect(comparison.both[0]?.differences).toEqual([{ field: 'deadline', a: '2023-12-31', b: '2024-12-31' }]);
  expect(comparison.onlyA.map(({ words }) => words)).toEqual(['supply 500 tons of flour']);
  expect(comparison.onlyB.map(({ words }) => words)).toEqual(['построят школу в Комрате']);
});

test('sums up in a line what each left out', () => {
  expect(comparison.leftOut).toEqual({
    a: 'Ministry of Georgia does not mention: “построят школу в Комрате”.',
    b: 'МИД Молдовы does not mention: “supply 500 tons of flour”.',
  });
});

test('shows order and share of text by area', () => {
  const transport = comparison.areas.find(({ area }) => area === 'transport');
  expect(transport?.a?.rank).toBe(1);
  expect(transport?.a?.share).toBeGreaterThan(0.4);
  expect(comparison.areas.find(({ area }) => area === 'education')?.a).toBeUndefined();
});

test('a figure as text', () => {
  expect(figureText({ value: 2e9, unit: 'USD' })).toBe('2,000,000,000 USD');
});
