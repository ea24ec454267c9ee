import {
  compareSides,
  type DifferenceField,
  deriveRecord,
  type LedgerRecord,
  linkAll,
  statusOfMention,
} from '../../src/ledger/index.ts';
import { isReprintName, laterThan } from './examples.ts';
import type { GoldFolder, GoldPair } from './folder.ts';
import { type Counterparts, counterparts } from './match.ts';
import type { Counts, Measures } from './measures.ts';
import { meetingReference } from './meetings.ts';

/** What is judged: the record under test, and whose items of it stand for the gold's. */
interface Trial {
  readonly gold: GoldFolder;
  readonly tested: GoldFolder;
  readonly record: LedgerRecord;
  readonly found: Counterparts;
  /** The cluster of a mention's id. */
  readonly clusterOf: ReadonlyMap<string, string>;
  readonly remarks: string[];
}

/** Judges the record that the ledger derives from the entries under test, by the gold's pairs and chains. */
export function judgeFolder(gold: GoldFolder, tested: GoldFolder): Measures {
  const texts = new Map(tested.texts.map(({ document }) => [document.id, document.text]));
  const entries = [...tested.entries.values()];
  const record = deriveRecord({ entries, links: linkAll(entries, (id) => texts.get(id)) });
  const clusters = [...record.commitments, ...record.meetings];
  const clusterOf = new Map(
    clusters.flatMap(({ id, mentions }) => mentions.map((mention) => [mention.id, id] as const)),
  );
  const trial: Trial = { gold, tested, record, found: counterparts(gold, tested), clusterOf, remarks: [] };
  return {
    reprints: judgeReprints(trial),
    meetings: judgeMeetings(trial),
    matching: judgeMatching(trial),
    progress: judgeProgress(trial),
    ...judgePairs(trial),
    status: judgeStatus(trial),
    remarks: trial.remarks,
  };
}

/** Counts of a set of answers against the set that is right. */
function countSets({ remarks }: Trial, what: string, right: ReadonlySet<string>, given: ReadonlySet<string>): Counts {
  const wrong = [...given].filter((one) => !right.has(one));
  const missed = [...right].filter((one) => !given.has(one));
  remarks.push(...wrong.map((one) => `wrong ${what}: ${one}`), ...missed.map((one) => `missed ${what}: ${one}`));
  return { right: right.size - missed.length, wrong: wrong.length, missed: missed.length };
}

/** Pairs of documents that are one text; gold names a reprint after its source. */
function judgeReprints(trial: Trial): Counts {
  const names = new Map(trial.gold.texts.map(({ name, document }) => [document.id, name]));
  const right = [...trial.gold.entries.keys()]
    .filter(isReprintName)
    .map((name) => pairKey(name.replace(/-reprint$/, ''), name));
  const given = trial.record.reprints.flatMap(({ head, reprints }) =>
    reprints.map(({ document }) => pairKey(names.get(head) ?? head, names.get(document) ?? document)),
  );
  return countSets(trial, 'reprint', new Set(right), new Set(given));
}

function pairKey(a: string, b: string): string {
  return [a, b].sort().join(' = ');
}

/** Pairs of accounts, in different documents, of one meeting. */
function judgeMeetings(trial: Trial): Counts {
  const { gold, found, clusterOf } = trial;
  const { right, judges } = meetingReference(gold);
  const accounts = [...gold.entries].flatMap(([name, { meetings }]) =>
    meetings.map((_, index) => {
      const cluster = clusterOf.get(found.of(name, 'meetings', index) ?? '');
      return { name, key: `${name}#${index}`, cluster };
    }),
  );
  const given = accounts.flatMap((a, i) =>
    accounts
      .slice(i + 1)
      .filter((b) => a.name !== b.name && a.cluster !== undefined && a.cluster === b.cluster && judges(a.key, b.key))
      .map((b) => pairKey(a.key, b.key)),
  );
  return countSets(trial, 'meeting', right, new Set(given));
}

/** Pairs of mentions of one undertaking in different documents: those of `pairs.json`, and those that continue a chain. */
function judgeMatching(trial: Trial): Counts {
  const { gold } = trial;
  const right = new Set<string>();
  const given = new Set<string>();
  const judge = (a: readonly [string, number], b: readonly [string, number], isRight: boolean) => {
    const key = `${a.join('#')} = ${b.join('#')}`;
    if (isRight) right.add(key);
    if (areOne(trial, a, b)) given.add(key);
  };
  for (const pair of gold.pairs) {
    const both = new Set(pair.both.map(String));
    for (const i of indices(gold, pair.a))
      for (const j of indices(gold, pair.b)) judge([pair.a, i], [pair.b, j], both.has(`${i},${j}`));
  }
  for (const { commitment, later } of gold.chains)
    for (const [name] of laterThan(gold.entries, commitment[0]))
      for (const j of indices(gold, name))
        judge(commitment, [name, j], later.some((one) => one.document === name && one.commitment === j)); // biome-ignore format: one call
  return countSets(trial, 'commitment', right, given);
}

function indices({ entries }: GoldFolder, name: string): number[] {
  return (entries.get(name)?.commitments ?? []).map((_, index) => index);
}

function areOne({ found, clusterOf }: Trial, a: readonly [string, number], b: readonly [string, number]): boolean {
  const cluster = clusterOf.get(found.of(a[0], 'commitments', a[1]) ?? '');
  return cluster !== undefined && cluster === clusterOf.get(found.of(b[0], 'commitments', b[1]) ?? '');
}

/** Claims of progress linked to the undertakings of the chains. */
function judgeProgress(trial: Trial): Counts {
  const { gold, record, found, clusterOf } = trial;
  const byId = new Map(record.commitments.map((one) => [one.id, one]));
  const right = new Set<string>();
  const given = new Set<string>();
  for (const { commitment, later } of gold.chains) {
    const cluster = byId.get(clusterOf.get(found.of(commitment[0], 'commitments', commitment[1]) ?? '') ?? '');
    for (const [name, { progress }] of laterThan(gold.entries, commitment[0]))
      progress.forEach((_, k) => {
        const key = `${commitment.join('#')} <- ${name}#${k}`;
        if (later.some((one) => one.document === name && one.progress === k)) right.add(key);
        const id = found.of(name, 'progress', k);
        if (id !== undefined && cluster?.evidence.some(({ mention }) => mention.id === id)) given.add(key);
      });
  }
  return { ...countSets({ ...trial, remarks: [] }, 'progress', right, given) };
}

/** Each undertaking of two readouts in its place, and each line of `differ` with exactly its fields. */
function judgePairs(trial: Trial): Pick<Measures, 'places' | 'differences'> {
  const judged = trial.gold.pairs.map((pair) => judgePair(trial, pair));
  const sum = (pick: (one: (typeof judged)[number]) => readonly boolean[]): Counts => {
    const answers = judged.flatMap(pick);
    const right = answers.filter(Boolean).length;
    return { right, wrong: answers.length - right, missed: 0 };
  };
  return { places: sum(({ places }) => places), differences: sum(({ differences }) => differences) };
}

function judgePair(trial: Trial, pair: GoldPair): { places: boolean[]; differences: boolean[] } {
  const { tested, found, record } = trial;
  const comparison = compareSides(record, tested.entries.get(pair.a)!, tested.entries.get(pair.b)!);
  const partners = new Map(comparison.both.map(({ a, b }) => [a.id, b.id]));
  const inB = new Map(comparison.both.map(({ a, b }) => [b.id, a.id]));
  const idA = (i: number) => found.of(pair.a, 'commitments', i);
  const idB = (j: number) => found.of(pair.b, 'commitments', j);
  const isBoth = ([i, j]: readonly [number, number]) => idA(i) !== undefined && partners.get(idA(i)!) === idB(j);
  const isAlone = (id: string | undefined, matched: ReadonlyMap<string, string>) =>
    id !== undefined && !matched.has(id);
  const alone = [...pair.onlyA.map((i) => isAlone(idA(i), partners)), ...pair.onlyB.map((j) => isAlone(idB(j), inB))];
  const both = pair.both.flatMap((one) => [isBoth(one), isBoth(one)]);
  const differences = pair.both.map(([i, j]) => {
    const right = pair.differ.find((line) => line.a === i && line.b === j)?.in ?? [];
    const given = comparison.both
      .find(({ a, b }) => a.id === idA(i) && b.id === idB(j))
      ?.differences.map(({ field }) => field);
    return {
      isLine: right.length > 0 || (given?.length ?? 0) > 0,
      isRight: given !== undefined && sameSet(right, given),
    };
  });
  const names = `${pair.a} / ${pair.b}`;
  if (differences.some(({ isRight }) => !isRight))
    trial.remarks.push(
      `differ not exact: ${names} ${pair.both
        .filter((_, k) => !differences[k]!.isRight)
        .map(String)
        .join(' ')}`,
    );
  return {
    places: [...both, ...alone],
    differences: differences.filter(({ isLine }) => isLine).map(({ isRight }) => isRight),
  };
}

function sameSet(a: readonly DifferenceField[], b: readonly DifferenceField[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** The status of each chain's undertaking on its day; an undertaking that was not found has none. */
function judgeStatus({ gold, record, found, clusterOf, remarks }: Trial): Counts {
  const byId = new Map(record.commitments.map((one) => [one.id, one]));
  const answers = gold.chains.map(({ commitment, asOf, status }) => {
    const id = found.of(commitment[0], 'commitments', commitment[1]);
    const cluster = byId.get(clusterOf.get(id ?? '') ?? '');
    const mention = cluster?.mentions.find((one) => one.id === id);
    const given = cluster && mention && statusOfMention(cluster, mention, asOf, (other) => byId.get(other))?.status;
    if (given !== status) remarks.push(`status of ${commitment.join('#')}: ${given ?? 'not found'}, not ${status}`);
    return given === status;
  });
  const right = answers.filter(Boolean).length;
  return { right, wrong: answers.length - right, missed: 0 };
}
