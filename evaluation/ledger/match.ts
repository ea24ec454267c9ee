import type { LedgerEntry } from '../../src/ledger/index.ts';
import { spansMatch } from '../../src/model/index.ts';
import type { GoldFolder } from './folder.ts';

/** What of the entries under test stands for an item of the gold entries. */
export interface Counterparts {
  /** The mention's id under test; undefined where the reader did not find the item. */
  of(name: string, kind: 'meetings' | 'commitments' | 'progress', index: number): string | undefined;
}

/** Items of the gold entries matched one to one with those under test, by the overlap of their spans (codebook, section 8). */
export function counterparts(gold: GoldFolder, tested: GoldFolder): Counterparts {
  const matched = new Map<string, string>();
  for (const [name, entry] of gold.entries) {
    const other = tested.entries.get(name);
    for (const kind of ['meetings', 'commitments', 'progress'] as const)
      for (const [index, id] of matchItems(entry[kind], other?.[kind] ?? []))
        matched.set(`${name} ${kind} ${index}`, id);
  }
  return { of: (name, kind, index) => matched.get(`${name} ${kind} ${index}`) };
}

type Item = LedgerEntry['meetings' | 'commitments' | 'progress'][number];

function matchItems(gold: readonly Item[], tested: readonly Item[]): [number, string][] {
  const free = new Set(tested);
  return gold.flatMap((item, index): [number, string][] => {
    const fitting = [...free].filter(({ spans }) => spansMatch(item.spans, spans));
    const best = fitting.find((other) => partiesOf(other) === partiesOf(item)) ?? fitting[0];
    if (best === undefined) return [];
    free.delete(best);
    return [[index, best.id]];
  });
}

function partiesOf(item: Item): string {
  return item.kind === 'progress' ? '' : [...item.parties].sort().join();
}
