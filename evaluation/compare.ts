import {
  type ActorId,
  type Commitment,
  type Figure,
  type Meeting,
  principalOf,
  principalsOf,
  type Reading,
  type Span,
  type Statement,
  sharedLength,
  spansMatch,
} from '../src/model/index.ts';

/** How many items were found rightly, how many were predicted, how many there are. */
export interface Counts {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
}

/** A comparison of one kind of item in one document: counts, the matched pairs, and what was left over. */
export interface Comparison<T> {
  readonly counts: Counts;
  readonly pairs: readonly { readonly predicted: T; readonly gold: T }[];
  readonly misses: readonly T[];
  readonly falseAlarms: readonly T[];
}

interface Spanned {
  readonly spans: readonly Span[];
}

/** One-to-one matching by section 8 of the codebook, the closest pairs first. */
export function matchItems<T extends Spanned>(
  predicted: readonly T[],
  gold: readonly T[],
  agree: (predicted: T, gold: T) => boolean = () => true,
): Comparison<T> {
  const candidates = predicted
    .flatMap((p) =>
      gold
        .filter((g) => spansMatch(p.spans, g.spans) && agree(p, g))
        .map((g) => ({ p, g, closeness: closeness(p, g) })),
    )
    .sort((a, b) => b.closeness - a.closeness);
  const left = new Set(predicted);
  const open = new Set(gold);
  const pairs: { predicted: T; gold: T }[] = [];
  for (const { p, g } of candidates) {
    if (!left.has(p) || !open.has(g)) continue;
    left.delete(p);
    open.delete(g);
    pairs.push({ predicted: p, gold: g });
  }
  return {
    counts: { right: pairs.length, predicted: predicted.length, gold: gold.length },
    pairs,
    misses: [...open],
    falseAlarms: [...left],
  };
}

/** Jaccard similarity of two items' spans. */
function closeness(a: Spanned, b: Spanned): number {
  const shared = sharedLength(a.spans, b.spans);
  const total = [...a.spans, ...b.spans].reduce((sum, [start, end]) => sum + end - start, 0);
  return shared / (total - shared);
}

function compareSets(predicted: Iterable<string>, gold: Iterable<string>): Comparison<string> {
  const found = new Set(predicted);
  const wanted = new Set(gold);
  const right = [...found].filter((id) => wanted.has(id));
  return {
    counts: { right: right.length, predicted: found.size, gold: wanted.size },
    pairs: right.map((id) => ({ predicted: id, gold: id })),
    misses: [...wanted].filter((id) => !found.has(id)),
    falseAlarms: [...found].filter((id) => !wanted.has(id)),
  };
}

const actorsOf = (reading: Reading): ActorId[] => reading.actorMentions.map((mention) => mention.actor);
const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join() === [...new Set(b)].sort().join();

/** The comparison of every kind of item of two readings of one document. */
export function compareReadings(predicted: Reading, gold: Reading) {
  return {
    principals: compareSets(principalsOf(actorsOf(predicted)), principalsOf(actorsOf(gold))),
    actors: compareSets(actorsOf(predicted), actorsOf(gold)),
    mentions: matchItems(predicted.actorMentions, gold.actorMentions, (p, g) => p.actor === g.actor),
    meetings: matchItems(predicted.meetings, gold.meetings),
    statements: matchItems(predicted.statements, gold.statements, (p, g) => p.act === g.act),
    commitments: matchItems(predicted.commitments, gold.commitments, (p, g) => sameSet(p.parties, g.parties)),
    instruments: matchItems(predicted.instruments, gold.instruments),
    progress: matchItems(predicted.progress, gold.progress),
  };
}
export type ReadingComparison = ReturnType<typeof compareReadings>;
export type ItemKind = keyof ReadingComparison;

const sameFigure = (a: Figure | undefined, b: Figure | undefined): boolean =>
  a?.value === b?.value && a?.unit === b?.unit;
const sameSpeaker = (a: Statement, b: Statement): boolean =>
  (a.speaker && principalOf(a.speaker)) === (b.speaker && principalOf(b.speaker));
const sameActors = (a: readonly ActorId[], b: readonly ActorId[]): boolean =>
  sameSet(a.map(principalOf), b.map(principalOf));

/** Fields that are right or wrong on a matched pair. */
export const FIELD_CHECKS = {
  'meetings.parties': (p: Meeting, g: Meeting) => sameSet(p.parties, g.parties),
  'meetings.date': (p: Meeting, g: Meeting) => p.date === g.date,
  'meetings.place': (p: Meeting, g: Meeting) => p.place === g.place,
  'meetings.status': (p: Meeting, g: Meeting) => p.status === g.status,
  'meetings.formats': (p: Meeting, g: Meeting) => sameSet(p.formats, g.formats),
  'statements.speaker': sameSpeaker,
  'statements.sources': (p: Statement, g: Statement) => sameActors(p.sources, g.sources),
  'statements.targets': (p: Statement, g: Statement) => sameActors(p.targets, g.targets),
  'statements.polarity': (p: Statement, g: Statement) => p.polarity === g.polarity,
  'statements.modality': (p: Statement, g: Statement) => p.modality === g.modality,
  'statements.quoted': (p: Statement, g: Statement) => p.quoted === g.quoted,
  'commitments.strength': (p: Commitment, g: Commitment) => p.strength === g.strength,
  'commitments.strength±1': (p: Commitment, g: Commitment) => Math.abs(p.strength - g.strength) <= 1,
  'commitments.deadline': (p: Commitment, g: Commitment) => p.deadline === g.deadline,
  'commitments.target': (p: Commitment, g: Commitment) => sameFigure(p.target, g.target),
  'commitments.beneficiaries': (p: Commitment, g: Commitment) => sameSet(p.beneficiaries, g.beneficiaries),
  'commitments.conditional': (p: Commitment, g: Commitment) => p.conditional === g.conditional,
  'commitments.reaffirms': (p: Commitment, g: Commitment) => p.reaffirms === g.reaffirms,
  'instruments.type': (p: Reading['instruments'][number], g: Reading['instruments'][number]) => p.type === g.type,
  'instruments.status': (p: Reading['instruments'][number], g: Reading['instruments'][number]) => p.status === g.status,
  'progress.kind': (p: Reading['progress'][number], g: Reading['progress'][number]) => p.kind === g.kind,
  'progress.figure': (p: Reading['progress'][number], g: Reading['progress'][number]) => sameFigure(p.figure, g.figure),
} as const;

/** Kinds whose areas are compared on matched pairs, as sets. */
export const KINDS_WITH_AREAS = ['statements', 'commitments', 'instruments', 'progress'] as const;

/** Sums counts; F1 and its parts are micro averages over the sums. */
export function addCounts(counts: Iterable<Counts>): Counts {
  let [right, predicted, gold] = [0, 0, 0];
  for (const count of counts) {
    right += count.right;
    predicted += count.predicted;
    gold += count.gold;
  }
  return { right, predicted, gold };
}

/** Precision, recall and F1, from 0 to 1; 1 where there was nothing to find and nothing was found. */
export function scoresOf({ right, predicted, gold }: Counts): { precision: number; recall: number; f1: number } {
  const ratio = (part: number, whole: number): number =>
    whole === 0 ? (predicted + gold === 0 ? 1 : 0) : part / whole;
  return { precision: ratio(right, predicted), recall: ratio(right, gold), f1: ratio(2 * right, predicted + gold) };
}

/** Counts of areas over matched pairs. */
export function countAreas(
  pairs: readonly { predicted: { areas: readonly string[] }; gold: { areas: readonly string[] } }[],
): Counts {
  return addCounts(pairs.map(({ predicted, gold }) => compareSets(predicted.areas, gold.areas).counts));
}
