import fc from 'fast-check';

/** Random choices that follow from a seed alone. */
export interface Draw {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  /** One of a list; undefined where it is empty. */
  pick<T>(list: readonly T[]): T | undefined;
  /** Whether something of a chance (0 to 1) happens. */
  chance(chance: number): boolean;
  /** A value of an arbitrary. */
  value<T>(arbitrary: fc.Arbitrary<T>): T;
}

const LARGEST = 2 ** 31 - 1;

export function drawOf(seed: number): Draw {
  const [numbers] = fc.sample(fc.infiniteStream(fc.noBias(fc.nat(LARGEST)), { noHistory: true }), { seed, numRuns: 1 });
  const next = (): number => Number(numbers?.next().value);
  const below = (limit: number): number => Math.floor((next() / (LARGEST + 1)) * limit);
  return {
    below,
    pick: (list) => list[below(list.length)],
    chance: (chance) => below(1000) < chance * 1000,
    value: (arbitrary) => {
      for (const value of fc.sample(arbitrary, { seed: next(), numRuns: 1 })) return value;
      throw new Error('an arbitrary without a value');
    },
  };
}

/** One of a table of things, each as often as its weight says. */
export function pickWeighted<T extends { readonly weight: number }>(draw: Draw, table: readonly T[]): T | undefined {
  let left = draw.below(table.reduce((sum, { weight }) => sum + weight, 0));
  return table.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
}
