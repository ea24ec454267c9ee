import { existsSync, writeFileSync } from 'node:fs';
import { compareReadings } from './compare.ts';
import { loadGold } from './gold.ts';
import { readGold } from './readings.ts';

/**
 * Writes `src/reader/confidence.json`: for each rule the share of its findings that are right, drawn toward the share of all findings
 * of the kind as if that had been seen in PRIOR further cases (a beta prior). The table that it prints is cross-validated: the
 * confidence of each finding comes from the other documents alone.
 *
 * `node evaluation/calibrate.ts [FOLDER…]`; without folders, the development gold beside the checkout and the held-out texts.
 */
const PRIOR = 4;
/** A rule seen less often than this takes the share of its kind. */
const LEAST = 3;
const TARGET = 'src/reader/confidence.json';
const DEFAULT_FOLDERS = [
  '../shared/gold/dev/en',
  '../shared/gold/dev/ru',
  '../shared/gold/dev/pairs',
  '../shared/gold/dev/kaz-kgz',
  'evaluation/holdout/statements-en',
];

const KINDS = { statement: 'statements', commitment: 'commitments', progress: 'progress' } as const;
type Kind = keyof typeof KINDS;

/** A finding of the reader, and whether the gold has it. */
interface Judged {
  readonly document: number;
  readonly kind: Kind;
  readonly rule: string;
  readonly right: boolean;
}

function judge(folders: readonly string[]): Judged[] {
  const texts = folders.flatMap(loadGold);
  return texts.flatMap((gold, document) => {
    const own = readGold(gold);
    const comparison = compareReadings(own, gold.reading);
    return (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
      const { pairs, falseAlarms } = comparison[KINDS[kind]];
      const right = pairs.map(({ predicted }) => ({ document, kind, rule: predicted.rule, right: true }));
      return [...right, ...falseAlarms.map(({ rule }) => ({ document, kind, rule, right: false }))];
    });
  });
}

type Shares = Readonly<Record<string, number>>;

/** The shares of one kind by rule, `*` for all together. */
function sharesOf(judged: readonly Judged[]): Shares {
  const all = judged.filter(({ right }) => right).length / Math.max(1, judged.length);
  const byRule = Map.groupBy(judged, ({ rule }) => rule);
  const rules = [...byRule].filter(([, cases]) => cases.length >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1));
  const share = (cases: readonly Judged[]): number =>
    (cases.filter(({ right }) => right).length + PRIOR * all) / (cases.length + PRIOR);
  return Object.fromEntries(
    [['*', all] as const, ...rules.map(([rule, cases]) => [rule, share(cases)] as const)].map(([rule, value]) => [
      rule,
      Math.round(value * 100) / 100,
    ]),
  );
}

/** How often findings are right by the confidence that the other documents give them. */
function reliability(judged: readonly Judged[]): string[] {
  const bins = new Map<number, { sum: number; right: number; count: number }>();
  for (const document of new Set(judged.map((one) => one.document))) {
    const shares = sharesOf(judged.filter((one) => one.document !== document));
    for (const one of judged.filter((other) => other.document === document)) {
      const confidence = shares[one.rule] ?? shares['*'] ?? 0.5;
      const bin = bins.get(Math.floor(confidence * 10)) ?? { sum: 0, right: 0, count: 0 };
      bins.set(Math.floor(confidence * 10), {
        sum: bin.sum + confidence,
        right: bin.right + Number(one.right),
        count: bin.count + 1,
      });
    }
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([, { sum, right, count }]) => `| ${(sum / count).toFixed(2)} | ${(right / count).toFixed(2)} | ${count} |`);
}

function main(folders: readonly string[]): void {
  const judged = judge(folders.filter((folder) => existsSync(folder)));
  const kinds = Object.keys(KINDS) as Kind[];
  const blocks = kinds.map((kind) => {
    const own = judged.filter((one) => one.kind === kind);
    console.log(`\n${kind}\n| confidence | right | findings |\n|---|---|---|\n${reliability(own).join('\n')}`);
    const lines = Object.entries(sharesOf(own)).map(([rule, share]) => `    ${JSON.stringify(rule)}: ${share}`);
    return `  "${kind}": {\n${lines.join(',\n')}\n  }`;
  });
  writeFileSync(TARGET, `{\n${blocks.join(',\n')}\n}\n`);
}

main(process.argv.length > 2 ? process.argv.slice(2) : DEFAULT_FOLDERS);
