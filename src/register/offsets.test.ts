import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packOffsets, unpackOffsets } from './offsets.ts';

test('offsets come back as they were packed', () => {
  const tokens = fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 300 })), { maxLength: 200 });
  fc.assert(
    fc.property(tokens, (gaps) => {
      let at = 0;
      const starts = gaps.map(([gap]) => {
        at += gap;
        return at;
      });
      const ends = starts.map((start, index) => start + (gaps[index]?.[1] ?? 0));
      const packed = packOffsets({ starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) });
      expect(unpackOffsets(packed)).toEqual({ starts, ends });
    }),
  );
});

test('a token takes two bytes or three', () => {
  const packed = packOffsets({ starts: Uint32Array.of(0, 6, 14), ends: Uint32Array.of(5, 13, 15) });
  expect(packed).toHaveLength(6);
});
