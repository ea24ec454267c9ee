import { describe, expect, test } from 'vitest';
import { tokenize } from '../../language/index.ts';
import { atomsOf, keyOf, keysOf, PhraseTable } from './index.ts';

describe('phrases', () => {
  const table = new PhraseTable<string>([
    ['port', 'harbour'],
    ['trans*', 'across'],
    ['transit', 'passage'],
    ['free port', 'zone'],
    ['dry port*', 'inland'],
  ]);
  const match = (text: string, at = 0) => {
    const words = text.split(' ');
    return table.match((index) => words[index], at);
  };

  test.each([
    ['port', { length: 1, value: 'harbour' }],
    ['free port', { length: 2, value: 'zone' }],
    ['dry ports', { length: 2, value: 'inland' }],
    ['transport', { length: 1, value: 'across' }],
    ['transit', { length: 1, value: 'passage' }],
    ['free', undefined],
    ['', undefined],
  ])('%s', (text, expected) => expect(match(text)).toEqual(expected));

  test('a single word', () => expect(table.get('transfer')).toBe('across'));
});

describe('atoms', () => {
  test.each([
    ['US$3.1bn', ['us', '$', '3.1', 'bn']],
    ['mid-2026', ['mid', '-', '2026']],
    ['2025-жылдын', ['2025', '-', 'жылдын']],
    ['Всё', ['все']],
  ])('%s', (text, expected) => {
    const atoms = atomsOf(tokenize(text, 'en'));
    expect(atoms.map(({ key }) => key)).toEqual(expected);
    for (const { start, end, key } of atoms) expect(keyOf(text.slice(start, end))).toBe(key);
  });

  test('of some tokens only', () => {
    const doc = tokenize('They met in mid-2026 again', 'en');
    const atoms = atomsOf(doc, 1, 3);
    expect(atoms.map(({ token }) => token)).toEqual([1, 2]);
    expect(keysOf(doc)[0]).toBe('they');
  });
});
