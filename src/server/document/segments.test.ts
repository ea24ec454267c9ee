import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Marked, paragraphsOf } from './segments.ts';

const TEXT = 'The title\n\nThe Presidents met. They agreed to build a road.\nIt is long.\n \nLast.';

function mark(anchor: string, ...spans: [number, number][]): Marked {
  return { anchor, kind: 'commitment', spans };
}

describe('a text in paragraphs and segments', () => {
  test('paragraphs are set apart by empty lines, and know where they begin', () => {
    const paragraphs = paragraphsOf(TEXT, []);
    expect(paragraphs.map(({ segments }) => segments.map(({ text }) => text).join(''))).toEqual([
      'The title',
      'The Presidents met. They agreed to build a road.\nIt is long.',
      'Last.',
    ]);
    for (const { start, segments } of paragraphs) expect(TEXT.startsWith(segments[0]?.text ?? '', start)).toBe(true);
  });

  test('overlapping things cut the text where each begins and ends', () => {
    const [, second] = paragraphsOf(TEXT, [mark('a', [11, 29]), mark('b', [15, 40])]);
    expect(second?.segments.map(({ text, over }) => [text, over.map(({ anchor }) => anchor).join()])).toEqual([
      ['The ', 'a'],
      ['Presidents met', 'a,b'],
      ['. They agre', 'b'],
      ['ed to build a road.\nIt is long.', ''],
    ]);
  });

  test('a thing begins once, whatever its parts', () => {
    const begins = paragraphsOf(TEXT, [mark('a', [4, 9], [15, 20])]).flatMap(({ segments }) =>
      segments.flatMap((segment) => segment.begins),
    );
    expect(begins.map(({ anchor }) => anchor)).toEqual(['a']);
  });

  test('no character is lost, whatever the text and the spans', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(spans, { maxLength: 4 }), (text, all) => {
        const marked = all.map((one, index) => mark(`m${index}`, ...one));
        const told = paragraphsOf(text, marked).map(({ segments }) => segments.map((segment) => segment.text).join(''));
        expect(told.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});
