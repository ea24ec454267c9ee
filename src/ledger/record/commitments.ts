import type { IsoDate } from '../../model/index.ts';
import type { CommitmentMention } from '../entry/types.ts';
import { isSameOccasion } from '../links/features.ts';
import { overlapOf, type Wording } from '../links/overlap.ts';
import { THRESHOLDS } from '../links/thresholds.ts';
import type { Link } from '../links/types.ts';
import { isTopic } from '../terms/terms.ts';
import { meaningOf } from './meaning.ts';
import type { Change, CommitmentRecord, Evidence } from './types.ts';

/** By date, then by id: the order of a history. */
export function byDate(
  a: { readonly date?: string | undefined; readonly id: string },
  b: { readonly date?: string | undefined; readonly id: string },
): number {
  const [x, y] = [a.date ?? '9999', b.date ?? '9999'];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : Number(a.id > b.id);
}

/** An undertaking without its evidence and neighbours, from its mentions, of which there must be one. */
export function commitmentRecord(
  mentions: readonly CommitmentMention[],
  headOf: (document: string) => string,
): CommitmentRecord {
  const ordered = [...mentions].sort(byDate);
  const first = ordered[0]!;
  return {
    id: first.id,
    mentions: ordered,
    parties: commonParties(ordered),
    circle: [...new Set(ordered.flatMap(({ circle }) => circle))].sort(),
    areas: mostNamed(ordered.map(({ areas }) => areas)),
    reaffirmations: reaffirmationsOf(ordered, headOf),
    strengths: changesOf(ordered, ({ strength }) => strength, String),
    deadlines: changesOf(ordered, ({ deadline }) => deadline, String),
    targets: changesOf(
      ordered,
      ({ target }) => target,
      (target) => `${target.value} ${target.unit}`,
    ),
    evidence: [],
    revises: [],
    revisedBy: [],
    ruled: [],
  };
}

/** Those bound by most accounts: one side's voice may leave the other's part out. */
function commonParties(mentions: readonly CommitmentMention[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { parties } of mentions) for (const party of parties) counts.set(party, (counts.get(party) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 2 >= mentions.length)
    .map(([party]) => party)
    .sort();
}

function mostNamed<T extends string>(lists: readonly (readonly T[])[]): T[] {
  const counts = new Map<T, number>();
  for (const list of lists) for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count * 2 >= lists.length);
  return (common.length > 0 ? common : [...counts]).map(([one]) => one);
}

/** Later talks at which it was said again: neither other accounts of the first, nor reprints. */
function reaffirmationsOf(
  ordered: readonly CommitmentMention[],
  headOf: (document: string) => string,
): CommitmentMention[] {
  const kept: CommitmentMention[] = [];
  for (const mention of ordered) {
    const isKnown = [ordered[0]!, ...kept].some(
      (one) => isSameOccasion(one, mention) || headOf(one.document) === headOf(mention.document),
    );
    if (!isKnown) kept.push(mention);
  }
  return kept;
}

function changesOf<T>(
  ordered: readonly CommitmentMention[],
  pick: (mention: CommitmentMention) => T | undefined,
  keyOf: (value: T) => string,
): Change<T>[] {
  const changes: Change<T>[] = [];
  for (const mention of ordered) {
    const value = pick(mention);
    const last = changes.at(-1);
    if (value !== undefined && (last === undefined || keyOf(last.value) !== keyOf(value)))
      changes.push({ value, date: mention.date, mention: mention.id });
  }
  return changes;
}

/**
 * The links of progress that hold: of each claim, those to the undertakings that it fits best or nearly as well. `clusterOf` gives the
 * undertaking of a mention, so that a claim that fits one wording speaks of the undertaking in all its wordings.
 */
export function chosenProgress(links: readonly Link[], clusterOf: (mention: string) => string): Map<string, Link[]> {
  const chosen = new Map<string, Link[]>();
  for (const [, ofClaim] of Map.groupBy(links, ({ a }) => a)) {
    const best = [...Map.groupBy(ofClaim, ({ b }) => clusterOf(b))].map(([cluster, ofCluster]) => ({
      cluster,
      link: strongest(ofCluster),
    }));
    const top = strongest(best.map(({ link }) => link));
    for (const { cluster, link } of best)
      if (link.outcome === 'same' && isNearly(link, top)) chosen.set(cluster, [...(chosen.get(cluster) ?? []), link]);
  }
  return chosen;
}

/** A claim about a named thing speaks of no undertaking that does not name it, where there is one that does. */
function isNearly(link: Link, top: Link): boolean {
  const sharesName = ({ reasons }: Link) => reasons.some((reason) => reason.startsWith('n:'));
  return link.score >= top.score - THRESHOLDS.progress.margin && (!sharesName(top) || sharesName(link));
}

function strongest(links: readonly Link[]): Link {
  return links.reduce((best, link) =>
    link.score > best.score || (link.score === best.score && link.b < best.b) ? link : best,
  );
}

/** The evidence that a link brings, or nothing where the date of the report is not known. */
export function evidenceOf(
  mention: Evidence['mention'],
  commitments: readonly CommitmentMention[],
  score: number,
  date: IsoDate | undefined,
): Evidence[] {
  if (date === undefined) return [];
  const specific = commitments.some((commitment) =>
    overlapOf(wordingOf(mention), commitment).terms.some((term) => isTopic(term) || term.startsWith('n:')),
  );
  return [{ mention, kind: meaningOf(mention, commitments), date, score, specific }];
}

function wordingOf(mention: Evidence['mention']): Wording {
  return mention.kind === 'meeting' ? { terms: mention.terms, context: [] } : mention;
}
