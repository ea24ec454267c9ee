import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadoutError } from '../model/index.ts';
import { decodeText } from './encoding.ts';

test('any bytes give a text or a coded error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        expect(decodeText(bytes, 'x')).not.toContain('\r');
      } catch (error) {
        expect(error).toBeInstanceOf(ReadoutError);
      }
    }),
  );
});

test('any text without control characters comes back from UTF-8', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[\p{Cc}\uFEFF]/u.test(one));
  fc.assert(fc.property(text, (one) => decodeText(Buffer.from(one), 'x') === one));
});

test.for([
  ['Текст на русском языке, сохраненный в старой кодировке.', true],
  ['Қазақстан мен Қырғызстан', false],
] as const)('windows-1251: %s', ([text, fits]) => {
  const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = Uint8Array.from(text, (letter) => Math.max(0, table.indexOf(letter)));
  if (fits) expect(decodeText(bytes, 'x')).toBe(text);
  else expect(() => decodeText(bytes, 'x')).toThrow(ReadoutError);
});
