import type { IsoDate } from '../../model/index.ts';
import { byStrength } from '../links/link.ts';
import type { Link } from '../links/types.ts';
import type { Status } from '../status/types.ts';

/** Says of an item which group it may enter a cluster with once only: for a mention, its document. */
export type OncePer = (item: string) => string;

/** A status that a person set, from a day on. */
export interface StatusRuling {
  readonly mention: string;
  readonly status: Status;
  readonly date: IsoDate;
  readonly decision: string;
}

/** What people ruled: of pairs, `together` come first, whatever the scores, and `apart` never meet in one cluster. */
export interface Rulings {
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
  readonly statuses: readonly StatusRuling[];
}

export const NO_RULINGS: Rulings = { together: [], apart: [], statuses: [] };

/** What keeps items of a cluster apart, and in which group an item may come once only. */
export interface Limits {
  readonly oncePer: OncePer;
  readonly rulings?: Rulings;
  /** Pairs that the machine holds for two things, such as two targets; a person may still bring them together. */
  readonly conflicts?: readonly (readonly [string, string])[];
}

interface Cluster {
  readonly items: string[];
  readonly groups: Set<string>;
}

/**
 * Clusters by links, the strongest first. A cluster takes one item of a group only: two accounts of one meeting are matched one to one,
 * since each tells its undertakings apart. The result does not depend on the order of items or links.
 */
export function clusterBy(
  items: readonly string[],
  links: readonly Link[],
  { oncePer, rulings = NO_RULINGS, conflicts = [] }: Limits,
): string[][] {
  const clusters = new Map(
    items.map((item): [string, Cluster] => [item, { items: [item], groups: new Set([oncePer(item)]) }]),
  );
  const apart = pairIndex(rulings.apart);
  const conflicting = pairIndex([...rulings.apart, ...conflicts]);
  const merge = (a: string, b: string, mayMeet: (x: Cluster, y: Cluster) => boolean) => {
    const [x, y] = [clusters.get(a), clusters.get(b)];
    if (x === undefined || y === undefined || x === y || !mayMeet(x, y)) return;
    const [large, small] = x.items.length >= y.items.length ? [x, y] : [y, x];
    for (const item of small.items) clusters.set(item, large);
    large.items.push(...small.items);
    for (const group of small.groups) large.groups.add(group);
  };
  for (const [a, b] of [...rulings.together].sort()) merge(a, b, (x, y) => !areApart(x, y, apart));
  const mayMeet = (x: Cluster, y: Cluster) =>
    ![...x.groups].some((group) => y.groups.has(group)) && !areApart(x, y, conflicting);
  for (const { a, b, outcome } of [...links].sort(byStrength)) if (outcome === 'same') merge(a, b, mayMeet);
  return [...new Set(clusters.values())].map((cluster) => cluster.items.sort());
}

type PairIndex = ReadonlyMap<string, ReadonlySet<string>>;

function areApart(x: Cluster, y: Cluster, apart: PairIndex): boolean {
  if (apart.size === 0) return false;
  return x.items.some((item) => {
    const others = apart.get(item);
    return others !== undefined && y.items.some((other) => others.has(other));
  });
}

function pairIndex(pairs: Rulings['apart']): PairIndex {
  const index = new Map<string, Set<string>>();
  for (const [a, b] of pairs)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      index.set(one, (index.get(one) ?? new Set()).add(other));
  return index;
}
