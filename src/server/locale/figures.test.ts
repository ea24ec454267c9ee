import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locale, MESSAGES } from './locales.ts';

describe('figures', () => {
  test.each([
    ['en', { value: 2e9, unit: 'USD' }, '2 billion US dollars'],
    ['en', { value: 5000, unit: 'USD' }, '5,000 US dollars'],
    ['en', { value: 17.5, unit: '%' }, '17.5 %'],
    ['en', { value: 1, unit: 'checkpoints' }, '1 checkpoint'],
    ['en', { value: 120_000, unit: 't/year' }, '120,000 t a year'],
    ['en', { value: 12, unit: 'train_pairs/day' }, '12 pairs of trains a day'],
    ['en', { value: 3, unit: 'bus_lines' }, '3 bus lines'],
    ['en', { value: 30 }, '30'],
    ['ru', { value: 8, unit: 'checkpoints' }, '8 пунктов пропуска'],
    ['ru', { value: 3, unit: 'checkpoints' }, '3 пункта пропуска'],
    ['ru', { value: 1.5e9, unit: 'kWh' }, '1,5 миллиарда кВт·ч'],
    ['kk', { value: 2, unit: 'times' }, '2 есе'],
    ['ky', { value: 60, unit: 'гранттар' }, '60 гранттар'],
  ] as const)('in %s %o', (language, figure, words) => {
    expect(locale(language).figure(figure).replaceAll(/\s/g, ' ')).toBe(words);
  });

  test.each([
    ['en', 'trade turnover', 'trade turnover'],
    ['ru', 'trade turnover', 'товарооборот'],
    ['ru', 'exports growth', 'экспорт, рост'],
    ['ru', 'что-то своё', 'что-то своё'],
  ] as const)('what they measure in %s: %s', (language, measure, words) => {
    expect(locale(language).measure(measure)).toBe(words);
  });
});

describe('times', () => {
  test.each([
    ['en', '2025-01-01/2025-12-31', '2025'],
    ['ru', '2025-01-01/2025-12-31', '2025 г.'],
    ['en', '2025-02-01/2025-02-28', 'February 2025'],
    ['en', '2025-03-01/2025-05-31', '1 March – 31 May 2025'],
    ['kk', '2024-12-04', '2024 ж. 4 желтоқсан'],
  ] as const)('in %s %s', (language, time, words) => {
    expect(locale(language).when(time).replaceAll(/\s/g, ' ')).toBe(words);
  });
});

/** The units and measures that the reader knows, from its data. */
function vocabularyOf(language: string): { unit: object; counted: object; measure: object } {
  const file = new URL(`../../reader/languages/${language}/amounts.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

test.each(['en', 'ru', 'kk', 'ky'])('every unit and measure of the reader for %s has a message', (language) => {
  const { unit, counted, measure } = vocabularyOf(language);
  const keys = [
    ...Object.keys({ ...unit, ...counted })
      .filter((one) => one !== '%')
      .map((one) => `unit.${one}`),
    ...Object.keys(measure).map((one) => `measure.${one}`),
  ];
  expect(keys.filter((key) => !(key in MESSAGES.en))).toEqual([]);
});
