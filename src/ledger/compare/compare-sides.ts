import type { Figure } from '../../model/index.ts';
import type { AreaShare, CommitmentMention, LedgerEntry } from '../entry/types.ts';
import type { LedgerRecord } from '../record/types.ts';
import {
  type AreaWeight,
  DIFFERENCES,
  type Difference,
  type DifferenceField,
  type SharedCommitment,
  type SidesComparison,
} from './types.ts';

/** What of an entry is compared. */
export type Side = Pick<LedgerEntry, 'document' | 'commitments' | 'areas'>;

/**
 * Two readouts of one meeting side by side: the undertakings that both have, by the record's clusters, those that one has, and how the
 * shared ones differ. Undertakings keep the order of their text.
 */
export function compareSides(record: Pick<LedgerRecord, 'commitments' | 'unsure'>, a: Side, b: Side): SidesComparison {
  const clusterOf = new Map(
    record.commitments.flatMap(({ id, mentions }) => mentions.map((mention) => [mention.id, id] as const)),
  );
  const inB = new Map(b.commitments.map((mention) => [clusterOf.get(mention.id) ?? mention.id, mention]));
  const counterpart = (mention: CommitmentMention) => inB.get(clusterOf.get(mention.id) ?? mention.id);
  const both = a.commitments.flatMap((mention) => sharedWith(mention, counterpart(mention)));
  const matched = new Set(both.flatMap((shared) => [shared.a.id, shared.b.id]));
  const onlyA = a.commitments.filter(({ id }) => !matched.has(id));
  const onlyB = b.commitments.filter(({ id }) => !matched.has(id));
  return {
    a: a.document,
    b: b.document,
    both,
    onlyA,
    onlyB,
    unsure: unsurePairs(record, onlyA, onlyB),
    areas: areaWeights(a.areas, b.areas),
    leftOut: { a: leftOutLine(a, onlyB), b: leftOutLine(b, onlyA) },
    sides: { a: a.document.side, b: b.document.side },
  };
}

function sharedWith(a: CommitmentMention, b: CommitmentMention | undefined): SharedCommitment[] {
  return b === undefined ? [] : [{ a, b, differences: differencesOf(a, b) }];
}

function unsurePairs(
  { unsure }: Pick<LedgerRecord, 'unsure'>,
  onlyA: readonly CommitmentMention[],
  onlyB: readonly CommitmentMention[],
): SharedCommitment[] {
  const [byA, byB] = [onlyA, onlyB].map((mentions) => new Map(mentions.map((mention) => [mention.id, mention])));
  return unsure.flatMap((link) => {
    const a = byA?.get(link.a) ?? byA?.get(link.b);
    const b = byB?.get(link.a) ?? byB?.get(link.b);
    return link.kind !== 'same-commitment' || a === undefined ? [] : sharedWith(a, b);
  });
}

/** How each field of an undertaking is shown, and compared: as its value, the words apart. */
const SHOWN = {
  strength: ({ strength }) => String(strength),
  target: ({ target }) => (target === undefined ? undefined : figureText(target)),
  deadline: ({ deadline }) => deadline,
  parties: ({ parties }) => parties.join(', '),
  areas: ({ areas }) => [...areas].sort().join(', '),
} as const satisfies Record<DifferenceField, (mention: CommitmentMention) => string | undefined>;

/** The fields that two accounts of one undertaking give differently. */
function differencesOf(a: CommitmentMention, b: CommitmentMention): Difference[] {
  return DIFFERENCES.filter((field) => isDifferent(field, a, b)).map((field) => ({
    field,
    a: SHOWN[field](a),
    b: SHOWN[field](b),
  }));
}

function isDifferent(field: DifferenceField, a: CommitmentMention, b: CommitmentMention): boolean {
  return field === 'target' ? a.target?.value !== b.target?.value : SHOWN[field](a) !== SHOWN[field](b);
}

/** A figure as text: `2,000,000,000 USD`. */
export function figureText({ value, unit }: Figure): string {
  return [value.toLocaleString('en-US'), unit].filter(Boolean).join(' ');
}

function leftOutLine({ document }: Side, missing: readonly CommitmentMention[]): string {
  const name = document.publisher ?? document.side ?? document.id;
  if (missing.length === 0) return `${name} left nothing out.`;
  return `${name} does not mention: ${missing.map(({ words }) => `“${words}”`).join('; ')}.`;
}

function areaWeights(a: readonly AreaShare[], b: readonly AreaShare[]): AreaWeight[] {
  const [inA, inB] = [weights(a), weights(b)];
  const areas = [...new Set([...a, ...b].map(({ area }) => area))];
  return areas.map((area) => ({ area, a: inA.get(area), b: inB.get(area) }));
}

function weights(shares: readonly AreaShare[]): ReadonlyMap<string, { rank: number; share: number }> {
  const total = shares.reduce((sum, { length }) => sum + length, 0);
  const ordered = [...shares].sort((x, y) => x.first - y.first);
  return new Map(
    ordered.map(({ area, length }, i) => [area, { rank: i + 1, share: total === 0 ? 0 : length / total }]),
  );
}
