import type { LemmaLayer } from './filing.ts';

/** Offsets of tokens as bytes: for each token the gap to the one before and its length, seven bits a byte, the lowest first. */
export function packOffsets({ starts, ends }: Pick<LemmaLayer, 'starts' | 'ends'>): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (let token = 0; token < starts.length; token++) {
    const start = starts[token] ?? last;
    const end = ends[token] ?? start;
    pushNumber(bytes, Math.max(0, start - last));
    pushNumber(bytes, Math.max(0, end - start));
    last = start;
  }
  return Uint8Array.from(bytes);
}

/** The offsets of tokens that `packOffsets` packed. */
export function unpackOffsets(bytes: Uint8Array): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  const numbers = numbersIn(bytes);
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    start += numbers[at] ?? 0;
    starts.push(start);
    ends.push(start + (numbers[at + 1] ?? 0));
  }
  return { starts, ends };
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}

function numbersIn(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const byte of bytes) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    numbers.push(value);
    value = 0;
    shift = 0;
  }
  return numbers;
}
