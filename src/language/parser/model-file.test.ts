import { describe, expect, it } from 'vitest';
import { ReadoutError } from '../../model/index.ts';
import { annotatorFrom } from './annotator.ts';
import { randomModel } from './random-model.ts';

const whole = randomModel('kk');

function altered(at: number): Uint8Array {
  const bytes = whole.slice();
  bytes[at]! ^= 1;
  return bytes;
}

describe('a model file that is', () => {
  const table: readonly [fault: string, bytes: Uint8Array, says: RegExp][] = [
    ['empty', new Uint8Array(0), /not a file of this kind/],
    ['of another kind', new TextEncoder().encode('{"language":"en"}'), /not a file of this kind/],
    ['cut off at once', whole.slice(0, 12), /cut off within its first bytes/],
    ['cut off later', whole.slice(0, -100), /bytes instead of/],
    ['too long', Buffer.concat([whole, Buffer.alloc(4)]), /bytes instead of/],
    ['of another version', altered(8), /version/],
    ['damaged', altered(whole.length - 500), /checksum/],
    ['damaged in its header', altered(24), /header is damaged/],
  ];
  for (const [fault, bytes, says] of table)
    it(`${fault} is refused with a coded error and a remedy`, () => {
      const load = () => annotatorFrom(bytes);
      expect(load).toThrow(ReadoutError);
      expect(load).toThrow(says);
      expect(load).toThrow(expect.objectContaining({ code: 'bad-model', remedy: expect.stringContaining('train') }));
    });

  it('whole is read, also from memory that threads share', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(whole.length));
    shared.set(whole);
    expect(() => annotatorFrom(shared)).not.toThrow();
  });
});
