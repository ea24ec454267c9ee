import type { ActorId, Area } from '../../model/index.ts';
import type { CommitmentRecord } from '../record/types.ts';
import type { Status, StatusAt } from './types.ts';

/** The scores of the G7 and G20 research groups: +1 kept, 0 partly or in progress, -1 not kept; none where it no longer counts. */
export const SCORES = {
  fulfilled: 1,
  partly: 0,
  'in-progress': 0,
  open: 0,
  delayed: -1,
  failed: -1,
  abandoned: -1,
  lapsed: -1,
  superseded: undefined,
} as const satisfies Record<Status, 1 | 0 | -1 | undefined>;

/** A sum of scores, never shown without the number of undertakings behind it. */
export interface ScoreSum {
  readonly key: string;
  readonly score: number;
  /** How many undertakings were scored. */
  readonly count: number;
  /** `score / count`, from -1 to 1. */
  readonly mean: number;
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
}

export interface ScoreTables {
  readonly bySide: readonly ScoreSum[];
  readonly byArea: readonly ScoreSum[];
  /** By the year in which it was made. */
  readonly byYear: readonly ScoreSum[];
  readonly all: ScoreSum;
}

interface Scored {
  readonly record: CommitmentRecord;
  readonly status: Status;
}

/** The scores of undertakings with their statuses, by side (`KAZ`, `KAZ+KGZ` for joint ones), by area and by year. */
export function scoreTables(
  views: readonly { readonly record: CommitmentRecord; readonly status: Pick<StatusAt, 'status'> | undefined }[],
): ScoreTables {
  const scored = views.flatMap(({ record, status }): Scored[] =>
    status === undefined || SCORES[status.status] === undefined ? [] : [{ record, status: status.status }],
  );
  return {
    bySide: sumsBy(scored, ({ parties }) => [sideOf(parties)]),
    byArea: sumsBy(scored, ({ areas }): readonly Area[] => areas),
    byYear: sumsBy(scored, ({ mentions }) => [(mentions[0]?.date ?? '').slice(0, 4)]),
    all: sumOf('all', scored),
  };
}

function sideOf(parties: readonly ActorId[]): string {
  return parties.join('+');
}

function sumsBy(scored: readonly Scored[], keysOf: (record: CommitmentRecord) => readonly string[]): ScoreSum[] {
  const keyed = scored.flatMap((one) => keysOf(one.record).map((key) => ({ key, one })));
  const groups = Map.groupBy(keyed, ({ key }) => key);
  return [...groups]
    .map(([key, group]) =>
      sumOf(
        key,
        group.map(({ one }) => one),
      ),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function sumOf(key: string, scored: readonly Scored[]): ScoreSum {
  const score = scored.reduce((sum, { status }) => sum + (SCORES[status] ?? 0), 0);
  const statuses: Partial<Record<Status, number>> = {};
  for (const { status } of scored) statuses[status] = (statuses[status] ?? 0) + 1;
  return { key, score, count: scored.length, mean: scored.length === 0 ? 0 : score / scored.length, statuses };
}
