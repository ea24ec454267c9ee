import { describe, expect, test } from 'vitest';
import { pipelineFor } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import { timesOf } from '../times/index.ts';
import { amountsOf, figureOf, targetOf } from './index.ts';

const PUBLISHED = '2024-05-15';

function amountsIn(text: string, language: Language): string[] {
  const doc = pipelineFor(language).parse(text);
  return amountsOf(doc, timesOf(doc, PUBLISHED)).map(
    ({ figure, bound }) => `${bound ?? 'at'} ${figure.value} ${figure.unit}`,
  );
}

describe('English amounts', () => {
  test.each([
    ['They pledged $1.5bn.', ['at 1500000000 USD']],
    ['The loan is USD 500 million.', ['at 500000000 USD']],
    ['Sales reached US$3.1 billion.', ['to 3100000000 USD']],
    ['Exports rose by 12.5 percent.', ['by 12.5 %']],
    ['It costs nearly four billion euros a year.', ['about 4000000000 EUR/year']],
    ['The plant yields 500 MW.', ['at 500 MW']],
    ['Rail freight will grow to 2 million tonnes.', ['to 2000000 t']],
    ['They will plant twenty-five thousand trees.', ['at 25000 trees']],
    ['Ships carried 400 million tons of ore and 180 million of coal.', ['at 400000000 t', 'at 180000000 t']],
    ['In May 2023 the 11th session of the CASA-1000 council met.', []],
    ['Prices fell by a third.', ['by 33 %']],
    ['Tests covered 12 of 90 tonnes.', ['at 12 t']],
    ['Three and a half million tonnes were shipped.', ['at 3500000 t']],
    ['Both countries sent two ministers.', []],
  ])('%s', (text, expected) => expect(amountsIn(text, 'en')).toEqual(expected));
});

describe('Russian amounts', () => {
  test.each([
    ['Экспорт вырос на 6,9 процента и достиг 1,2 миллиарда долларов.', ['by 6.9 %', 'at 1200000000 USD']],
    ['Доведут до 2 млрд долларов США.', ['to 2000000000 USD']],
    ['Поставят 350 тыс. тонн угля.', ['at 350000 t']],
    ['Перевезли 137 000 контейнеров.', ['at 137000 containers']],
    ['Выделят полтора миллиарда рублей.', ['at 1500000000 RUB']],
    ['Добыча выросла на четверть.', ['by 25 %']],
    ['Отправили четыре с половиной тысячи тонн.', ['at 4500 t']],
    ['Построено 7 из 20 школ.', ['at 7 schools']],
    ['Прошло 10-е заседание.', []],
  ])('%s', (text, expected) => expect(amountsIn(text, 'ru')).toEqual(expected));

  test('Kazakh', () => expect(amountsIn('Сауда 530 миллион долларға жетті.', 'kk')).toEqual(['at 530000000 USD']));
});

describe('targets and figures', () => {
  const read = (text: string) => {
    const doc = pipelineFor('en').parse(text);
    const amounts = amountsOf(doc, timesOf(doc, PUBLISHED));
    return [targetOf, figureOf].map((of) => of(doc, amounts, 0, doc.length - 1));
  };

  test.each([
    ['raise the fee from $120 million to $360 million', { value: 360e6, unit: 'USD' }],
    ['They will finance twelve schools.', { value: 12, unit: 'schools' }],
    ['They will double the number of scholarships.', { value: 2, unit: 'times', measure: 'scholarships' }],
    ['raise mutual trade to $2 billion a year', { value: 2e9, unit: 'USD', measure: 'trade turnover' }],
    ['remove the toll booths on three roads', undefined],
  ])('the target of: %s', (text, expected) => expect(read(text)[0]).toEqual(expected));

  test('the figure of a claim is the level before the change', () => {
    expect(read('trade rose by 19 percent and reached $1.3 billion')[1]).toMatchObject({ value: 1.3e9, unit: 'USD' });
  });
});
