import { describe, expect, test } from 'vitest';
import { tokenize } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import records from './concepts.json' with { type: 'json' };
import { conceptsAt } from './lexicon.ts';
import { romanize, sameSkeleton, skeletonOf } from './names.ts';
import { actionIn, measureTerms, placedTerms, sameTerm, termsIn, weightOf } from './terms.ts';

function termsOf(text: string, language: Language): string[] {
  return termsIn(placedTerms(tokenize(text, language)), [[0, text.length]]);
}

describe('the lexicon', () => {
  test('has every concept once, and two languages for each', () => {
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(records.filter(({ en, ru }) => en === undefined || ru === undefined)).toEqual([]);
  });

  test.each(['en', 'ru', 'kk', 'ky'] as const)('finds every way of saying in %s', (language) => {
    const missed = (records as readonly Readonly<Record<string, unknown>>[]).flatMap((record) => {
      const ways = (record[language] ?? []) as readonly string[];
      return ways.filter((way) => conceptsAt(way.replaceAll('.', '').split(/[\s-]+/), 0, language).length === 0);
    });
    expect(missed).toEqual([]);
  });
});

describe('terms meet across languages', () => {
  test.each<[string, string, Language, string[]]>([
    ['modernize the border crossing', 'реконструировать пункт пропуска', 'ru', ['c:checkpoint', 'c:renew']],
    ['supply natural gas', 'поставки газа', 'ru', ['c:gas', 'c:supply']],
    ['build a school', 'мектеп салу', 'kk', ['c:build', 'c:education']],
    ['irrigation water', 'сугат суусу', 'ky', ['c:irrigation', 'c:water']],
  ])('%s / %s', (english, other, language, shared) => {
    const there = termsOf(other, language);
    expect(termsOf(english, 'en').filter((term) => there.includes(term))).toEqual(shared);
  });
});

describe('what is kept of words', () => {
  test('names by sound, numbers, and words outside the lexicon', () => {
    expect(termsOf('They will restock the Varzob hatchery with 40,000 otters', 'en')).toEqual([
      '#:40000',
      'n:vrzb',
      'w:en:gacher',
      'w:en:otters',
      'w:en:restok',
    ]);
  });

  test('years and states say nothing', () => {
    expect(termsOf('in 2025 Kazakhstan and Georgia', 'en')).toEqual([]);
  });

  test('the action is the one that is done, not the verb that it leans on', () => {
    const action = (text: string) => actionIn(placedTerms(tokenize(text, 'en')), [[0, text.length]]);
    expect(action('begin to build a bridge')).toBe('lifecycle');
    expect(action('set up an exchange of students')).toBe('flow');
    expect(action('sovereignty')).toBeUndefined();
  });

  test('a measure tells its thing', () => {
    expect(measureTerms('trade turnover')).toEqual(['c:trade']);
    expect(measureTerms(undefined)).toEqual([]);
  });

  test('rare things weigh more than common ones', () => {
    expect(weightOf('n:vrzb')).toBeGreaterThan(weightOf('c:checkpoint'));
    expect(weightOf('c:checkpoint')).toBeGreaterThan(weightOf('c:trade'));
    expect(weightOf('c:trade')).toBeGreaterThan(weightOf('c:develop'));
  });
});

describe('names', () => {
  test.each([
    ['Ungheni', 'Унгены'],
    ['Shakhrikhan', 'Шахрихансай'],
    ['Kyzyl-Bel', 'Кызыл-Бел'],
    ['Korday', 'Кордай'],
    ['Jamalsai', 'Zhamalsay'],
    ['Dostuk', 'Достукский'],
  ])('%s and %s are one', (a, b) => {
    expect(sameSkeleton(skeletonOf(a), skeletonOf(b))).toBe(true);
  });

  test.each([
    ['Batumi', 'Poti'],
    ['Karasu', 'Karkyra'],
    ['Aktau', 'Aktobe'],
  ])('%s and %s are not', (a, b) => {
    expect(sameTerm(`n:${skeletonOf(a)}`, `n:${skeletonOf(b)}`)).toBe(false);
  });

  test('are spelled by sound', () => {
    expect(romanize('Жамбыл')).toBe(romanize('Zhambyl'));
  });
});
