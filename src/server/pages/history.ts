import type { CommitmentPage, StatusAt } from '../../desk/index.ts';
import type { IsoDate, ProgressKind } from '../../model/index.ts';

type StatusChange = StatusAt['changes'][number];

/** One step of an undertaking's history, with the words that it rests on and the status that it brought. */
export interface HistoryStep {
  readonly kind: 'made' | 'retold' | 'reaffirmed' | 'deadline' | 'silence' | 'replaced' | 'ruled' | ProgressKind;
  readonly date: IsoDate | undefined;
  readonly mention: Words | undefined;
  readonly change: StatusChange | undefined;
}

interface Words {
  readonly id: string;
  readonly document: string;
  readonly words: string;
}

/** All that happened to an undertaking up to the day asked about, in its order: mentions, evidence, and what time alone changed. */
export function historyOf({ record, status, asOf }: CommitmentPage): HistoryStep[] {
  const changes = status?.changes ?? [];
  const changeBy = (mention: string) => changes.find((change) => change.mention === mention);
  const first = record.mentions[0];
  const reaffirmations = new Set(record.reaffirmations.map(({ id }) => id));
  const told = record.mentions.map(
    (mention): HistoryStep => ({
      kind: mention === first ? 'made' : reaffirmations.has(mention.id) ? 'reaffirmed' : 'retold',
      date: mention.date,
      mention,
      change: changeBy(mention.id),
    }),
  );
  const evidence = record.evidence.map(
    ({ mention, kind, date }): HistoryStep => ({ kind, date, mention, change: changeBy(mention.id) }),
  );
  const shown = new Set([...told, ...evidence].flatMap(({ mention }) => mention?.id ?? []));
  const silent = changes
    .filter(({ mention }) => mention === undefined || !shown.has(mention))
    .map((change): HistoryStep => ({ kind: silentKind(change.rule), date: change.date, mention: undefined, change }));
  return [...told, ...evidence, ...silent].filter(({ date = '' }) => date <= asOf).sort(byDate);
}

function silentKind(rule: string): HistoryStep['kind'] {
  if (rule === 'ruled') return 'ruled';
  if (rule.startsWith('lapsed')) return 'silence';
  return rule.startsWith('delayed') ? 'deadline' : 'replaced';
}

function byDate(a: HistoryStep, b: HistoryStep): number {
  const [x, y] = [a.date ?? '', b.date ?? ''];
  return x < y ? -1 : x > y ? 1 : Number(b.kind === 'made') - Number(a.kind === 'made');
}
