import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTree } from './tree.ts';

/** All assignments of heads to `length` tokens that are trees with one root. */
function allTrees(length: number): number[][] {
  let rows: number[][] = [[]];
  for (let token = 1; token <= length; token++)
    rows = rows.flatMap((row) =>
      Array.from({ length: length + 1 }, (_, head) => [...row, head]).filter((next) => next[token - 1] !== token),
    );
  return rows.filter((heads) => isTree(heads));
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  return heads.every((_, token) => {
    let node = token + 1;
    for (let step = 0; step <= heads.length && node !== 0; step++) node = heads[node - 1]!;
    return node === 0;
  });
}

function scoreOf(heads: ArrayLike<number>, data: Float32Array): number {
  return Array.from(heads).reduce((sum, head, token) => sum + data[token * (heads.length + 1) + head]!, 0);
}

const sentences = (longest: number) =>
  fc.integer({ min: 1, max: longest }).chain((length) =>
    fc
      .array(fc.integer({ min: -40, max: 40 }), {
        minLength: length * (length + 1),
        maxLength: length * (length + 1),
      })
      .map((values) => ({ length, data: Float32Array.from(values) })),
  );

describe('the best tree', () => {
  it('is as good as any tree of up to four tokens', () => {
    const trees = [1, 2, 3, 4].map(allTrees);
    fc.assert(
      fc.property(sentences(4), (scores) => {
        const found = bestTree(scores);
        const best = Math.max(...trees[scores.length - 1]!.map((heads) => scoreOf(heads, scores.data)));
        expect(isTree([...found])).toBe(true);
        expect(scoreOf(found, scores.data)).toBe(best);
      }),
      { numRuns: 400 },
    );
  });

  it('is a tree with one root, whatever the scores', () => {
    fc.assert(fc.property(sentences(24), (scores) => isTree([...bestTree(scores)])));
  });

  it('keeps arcs that cross', () => {
    const data = new Float32Array(20);
    for (const [token, head] of [3, 4, 0, 3].entries()) data[token * 5 + head] = 5;
    expect([...bestTree({ length: 4, data })]).toEqual([3, 4, 0, 3]);
  });

  it('of one token is its root', () => expect([...bestTree({ length: 1, data: Float32Array.of(-5, 9) })]).toEqual([0]));

  it('of no token is empty', () => expect([...bestTree({ length: 0, data: new Float32Array(0) })]).toEqual([]));
});
