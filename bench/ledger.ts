import {
  type Block,
  blocksOf,
  briefOf,
  deriveRecord,
  type LedgerEntry,
  type Link,
  linkAll,
  linksOf,
  type Mention,
  statusOf,
} from '../src/ledger/index.ts';
import { mentionsOf } from '../src/ledger/links/blocks.ts';
import { linksOfMention } from '../src/ledger/links/link.ts';
import { locale } from '../src/server/index.ts';
import { generateEntries } from './generate.ts';

/** Prints how long the ledger takes: one pair with 2,000 undertakings, one more document, and the status of everything. */
export function benchLedger(documents = 100_000): void {
  benchPair();
  benchAll(documents);
}

function timed<T>(what: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  console.log(`${what.padEnd(64)} ${(performance.now() - start).toFixed(1).padStart(9)} ms`);
  return result;
}

function benchPair(): void {
  const entries = [...generateEntries({ documents: 670, pair: ['KAZ', 'KGZ'] })];
  const mentions = entries.reduce((sum, { commitments }) => sum + commitments.length, 0);
  const links = timed(`pair of ${entries.length} documents, ${mentions} mentions of commitments: find links`, () =>
    linkAll(entries),
  );
  for (const round of ['first', 'again'])
    timed(`  derive the record from stored links (${round})`, () => deriveRecord({ entries, links }));
  const record = deriveRecord({ entries, links });
  for (const round of ['first', 'again'])
    timed(`  brief (${round})`, () =>
      briefOf(record, { states: ['KAZ', 'KGZ'], asOf: '2025-06-01', for: 'KAZ', words: locale('en') }),
    );
}

/** Of those that share a block, how many of the newest a new document is compared with: the register has a like bound. */
const NEWEST = 100;

/** An index of blocks in memory, as the register keeps one on disk. */
class Blocks {
  readonly #items = new Map<string, string[]>();
  readonly #mentions = new Map<string, Mention>();
  readonly #documents = new Map<string, LedgerEntry['document']>();

  /** Adds an entry and gives its links to those that were there, each mention's to those of its own blocks. */
  add(entry: LedgerEntry): Link[] {
    const ofItem = Map.groupBy(blocksOf(entry), ({ item }) => item);
    const { id } = entry.document;
    const documents = this.#near(ofItem.get(id) ?? []).flatMap((near) => this.#documents.get(near) ?? []);
    const links = linksOf(
      { ...entry, meetings: [], commitments: [], progress: [], instruments: [] },
      { documents, mentions: [] },
    );
    for (const mention of mentionsOf(entry)) {
      const others = this.#near(ofItem.get(mention.id) ?? []).flatMap((near) => this.#mentions.get(near) ?? []);
      links.push(...linksOfMention(mention, others));
    }
    this.#documents.set(id, entry.document);
    for (const mention of mentionsOf(entry)) this.#mentions.set(mention.id, mention);
    for (const [item, blocks] of ofItem) for (const { key } of blocks) this.#wait(key, item);
    return links;
  }

  #near(blocks: readonly Block[]): string[] {
    return [...new Set(blocks.flatMap(({ key }) => (this.#items.get(key) ?? []).slice(-NEWEST)))];
  }

  #wait(key: string, item: string): void {
    const items = this.#items.get(key);
    if (items === undefined) this.#items.set(key, [item]);
    else items.push(item);
  }
}

function benchAll(documents: number): void {
  const blocks = new Blocks();
  const entries: LedgerEntry[] = [];
  const links: Link[] = [];
  const durations: number[] = [];
  for (const entry of generateEntries({ documents })) {
    const start = performance.now();
    links.push(...blocks.add(entry));
    durations.push(performance.now() - start);
    entries.push(entry);
    if ([1_000, 10_000, 100_000].includes(entries.length))
      console.log(
        `adding a document at ${entries.length}: median ${percentile(durations.slice(-1_000), 0.5)} ms, p95 ${percentile(durations.slice(-1_000), 0.95)} ms`,
      );
  }
  const findings = entries.reduce((sum, entry) => sum + mentionsOf(entry).length, 0);
  console.log(`${entries.length} documents, ${findings} mentions, ${links.length} links`);
  const record = timed('derive the record of everything', () => deriveRecord({ entries, links }));
  const byId = new Map(record.commitments.map((one) => [one.id, one]));
  timed(`status of ${record.commitments.length} commitments as of a past day`, () =>
    record.commitments.map((one) => statusOf(one, '2015-06-30', (id) => byId.get(id))),
  );
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
}
