import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Kernel } from './index.ts';

describe('the kernel', () => {
  it('is what its source compiles to', () => {
    const script = fileURLToPath(new URL('assembly/compile.mjs', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'])).not.toThrow();
  });

  it('hands out aligned pieces of its memory that do not overlap', () => {
    const kernel = new Kernel();
    const first = kernel.keepFloats([1, 2, 3]);
    const second = kernel.reserve(1_000_000);
    const third = kernel.keepShorts(Int16Array.of(4, 5));
    expect([first, second, third].map((at) => at % 64)).toEqual([0, 0, 0]);
    kernel.floats(second, 250_000).fill(9);
    expect([...kernel.floats(first, 3)]).toEqual([1, 2, 3]);
    expect([...kernel.shorts(third, 2)]).toEqual([4, 5]);
  });
});
