import { describe, expect, test } from 'vitest';
import { timeScale } from './time-scale.ts';

describe('a scale of days', () => {
  test('there is none of no days', () => expect(timeScale([], [0, 100])).toBeUndefined());

  test('later days stand further right, with room at both ends', () => {
    const scale = timeScale(['2024-05-01', '2021-03-02', '2022-06-16'], [10, 500]);
    const places = ['2021-03-02', '2022-06-16', '2024-05-01'].map((day) => scale?.at(day) ?? 0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(10);
    expect(places[2]).toBeLessThan(500);
  });

  test.each([
    [
      ['2021-03-02', '2024-05-01'],
      ['2022-01-01', '2023-01-01', '2024-01-01'],
    ],
    [
      ['2023-02-10', '2023-12-20'],
      ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'],
    ],
    [
      ['1995-01-01', '2024-05-01'],
      ['1995-01-01', '2000-01-01', '2005-01-01', '2010-01-01', '2015-01-01', '2020-01-01', '2025-01-01'],
    ],
    [['2023-02-10'], ['2023-02-01', '2023-03-01']],
  ])('%j is told by %j', (days, ticks) => expect(timeScale(days, [0, 100])?.ticks).toEqual(ticks));
});
