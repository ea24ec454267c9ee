import type { CommitmentMention, LedgerEntry, ProgressMention } from '../../src/ledger/index.ts';
import { compareCommitments, compareProgress, isSameOccasion, isSameUnit } from '../../src/ledger/links/features.ts';
import type { GoldFolder } from './folder.ts';
import type { Example } from './logistic.ts';

/** Pairs of wordings, labelled by `pairs.json` and `chains.json`; undertakings of one document are different ones. */
export function commitmentExamples(folder: GoldFolder): Example[] {
  return [...pairExamples(folder), ...withinExamples(folder), ...chainExamples(folder)];
}

function example(a: CommitmentMention, b: CommitmentMention, label: boolean, group: string): Example {
  return { features: compareCommitments(a, b).features, label, group, words: `${a.words} | ${b.words}` };
}

function pairExamples({ pairs, entries }: GoldFolder): Example[] {
  return pairs.flatMap((pair) => {
    const both = new Set(pair.both.map(String));
    const [a, b] = [entries.get(pair.a)!, entries.get(pair.b)!];
    return a.commitments.flatMap((x, i) => b.commitments.map((y, j) => example(x, y, both.has(`${i},${j}`), pair.a)));
  });
}

function withinExamples({ entries }: GoldFolder): Example[] {
  return [...entries].flatMap(([name, { commitments }]) =>
    commitments.flatMap((a, i) => commitments.slice(0, i).map((b) => example(a, b, false, name))),
  );
}

function chainExamples({ chains, entries }: GoldFolder): Example[] {
  return chains.flatMap((chain) => {
    const [name, index] = chain.commitment;
    const commitment = entries.get(name)!.commitments[index]!;
    return laterThan(entries, name).flatMap(([document, entry]) =>
      entry.commitments.flatMap((other, j) => {
        // Another target at other talks is another undertaking by rule, not by likeness.
        if (isOtherTarget(commitment, other)) return [];
        const label = chain.later.some((later) => later.document === document && later.commitment === j);
        return [example(commitment, other, label, `chain ${commitment.areas[0]}`)];
      }),
    );
  });
}

function isOtherTarget(a: CommitmentMention, b: CommitmentMention): boolean {
  if (a.target === undefined || b.target === undefined || isSameOccasion(a, b)) return false;
  return isSameUnit(a.target, b.target) && a.target.value !== b.target.value;
}

/** Claims of progress and undertakings, labelled by `chains.json`. */
export function progressExamples({ chains, entries }: GoldFolder): Example[] {
  return chains.flatMap((chain) => {
    const [name, index] = chain.commitment;
    const commitment = entries.get(name)!.commitments[index]!;
    return laterThan(entries, name).flatMap(([document, entry]) =>
      entry.progress.flatMap((progress, k): Example[] => {
        const label = chain.later.some((later) => later.document === document && later.progress === k);
        if (!label && isBeyond(progress, commitment)) return [];
        const { features } = compareProgress(progress, commitment);
        return [
          { features, label, group: `chain ${commitment.areas[0]}`, words: `${commitment.words} <- ${progress.words}` },
        ];
      }),
    );
  });
}

/** A figure beyond the target belongs to the series, though not to the history of what was reached before. */
function isBeyond({ figure }: ProgressMention, { target }: CommitmentMention): boolean {
  return figure !== undefined && target !== undefined && isSameUnit(figure, target) && figure.value >= target.value;
}

/** The documents published after one of them, reprints left out: `chains.json` says nothing of those. */
export function laterThan(entries: ReadonlyMap<string, LedgerEntry>, name: string): [string, LedgerEntry][] {
  const published = entries.get(name)?.document.publishedAt ?? '';
  return [...entries].filter(
    ([other, { document }]) => !isReprintName(other) && (document.publishedAt ?? '') > published,
  );
}

/** Gold names a reprint after its source, `NAME-reprint`. */
export function isReprintName(name: string): boolean {
  return name.endsWith('-reprint');
}
