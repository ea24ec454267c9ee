import { describe, expect, test } from 'vitest';
import { tokenize } from '../../language/index.ts';
import { AREAS, documentOf, type Language } from '../../model/index.ts';
import en from '../languages/en/areas.json' with { type: 'json' };
import ru from '../languages/ru/areas.json' with { type: 'json' };
import { layOut } from '../layout/index.ts';
import { areasInContext, areasInText, areasOf, areasOnTopic } from './index.ts';

function areasIn(text: string, language: Language = 'en'): string[] {
  const doc = tokenize(text, language);
  return areasOf(doc, 0, doc.length - 1);
}

describe('areas', () => {
  test.each([
    ['trade and economic cooperation', ['trade']],
    ['cultural and humanitarian exchanges', ['culture', 'humanitarian']],
    ['transport and logistics', ['transport', 'transit']],
    ['a quota for fishing vessels', ['agriculture']],
    ['support within the Shanghai Cooperation Organization', ['organizations']],
    ['finance the building of a school', ['education']],
    ['a wind farm near the port', ['energy', 'transport']],
    ['repayment of the loan', ['finance']],
    ['access to the archives', ['culture']],
    ['roaming charges', ['digital']],
    ['contacts between the two parliaments', ['parliament']],
    ['under the heads of state, in the field of', []],
    ['an unhurried walk', []],
  ])('%s', (text, expected) => expect(areasIn(text).filter((area) => expected.includes(area))).toEqual(expected));

  test.each([
    ['торгово-экономическое сотрудничество', ['trade']],
    ['транспортно-логистическая отрасль', ['transport', 'transit']],
    ['в области науки', ['science']],
    ['закончить работы', []],
    ['законопроект', ['parliament']],
    ['укреплять связи', []],
    ['услуги связи', ['digital']],
    ['водно-энергетический баланс', ['energy', 'water']],
    ['подготовка кадров для здравоохранения', ['education', 'health']],
  ])('%s', (text, expected) => expect(areasIn(text, 'ru')).toEqual(expected));

  test.each([
    ['kk', 'көлік және білім', ['transport', 'education']],
    ['ky', 'айыл чарба жана суу', ['agriculture', 'water']],
  ] as const)('%s: %s', (language, text, expected) => expect(areasIn(text, language)).toEqual(expected));

  test('an undertaking that names no area takes that of what goes before', () => {
    const doc = tokenize('They spoke of wheat. They agreed to double it.', 'en');
    const first = doc.tokenAt(doc.text.indexOf('double'));
    expect(areasInContext(doc, first, first + 1, 0)).toEqual(['agriculture']);
    expect(areasInContext(doc, first, first + 1, doc.tokenAt(doc.text.indexOf('They agreed')))).toEqual([]);
  });

  test('where a paragraph names none, the area that most of the text is about', () => {
    const text = 'They spoke of wheat. Rice came next. Roads were mentioned too. They agreed to hurry.';
    const doc = tokenize(text, 'en');
    const hurry = doc.tokenAt(text.indexOf('hurry'));
    expect(areasInText({ doc, blocks: [] }, hurry, hurry, doc.tokenAt(text.indexOf('They agreed')))).toEqual([
      'agriculture',
    ]);
  });

  function laidOut(text: string, words: string) {
    const laid = layOut({ document: documentOf(text, {}), doc: tokenize(text, 'en') });
    const first = laid.doc.tokenAt(text.indexOf(words));
    return [laid, first, laid.doc.tokenAt(text.indexOf(words) + words.length - 1)] as const;
  }

  test('of several areas that go before, the one that the headline names', () => {
    const text = 'Talks on wheat\n\nThe ministers spoke of wheat and of roads. They agreed to hurry.';
    const [laid, first, last] = laidOut(text, 'hurry');
    expect(areasInText(laid, first, last, 0)).toEqual(['agriculture']);
  });

  test('a text that its headline sums up is about that throughout', () => {
    const text = 'Norway to rebuild the power line\n\nThe power line is old. Norway will repay the loan.';
    const [laid, first, last] = laidOut(text, 'repay the loan');
    expect(areasInText(laid, first, last, 0)).toEqual(['finance']);
    expect(areasOnTopic(laid, first, last, 0)).toEqual(['finance', 'energy']);
  });

  test.each([
    ['en', en],
    ['ru', ru],
  ] as const)('%s: every area has its words', (_, data: Readonly<Record<string, readonly string[]>>) => {
    for (const area of AREAS) expect(data[area]?.length, area).toBeGreaterThanOrEqual(10);
  });
});
