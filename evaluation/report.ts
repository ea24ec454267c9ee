import { type Reading, wordsOf } from '../src/model/index.ts';
import {
  addCounts,
  countAreas,
  FIELD_CHECKS,
  type ItemKind,
  KINDS_WITH_AREAS,
  type ReadingComparison,
  scoresOf,
} from './compare.ts';

/** One document's comparison, with what is needed to show it. */
export interface DocumentResult {
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly kind: Reading['document']['kind'];
  readonly comparison: ReadingComparison;
}

const LABELS: Record<ItemKind, string> = {
  principals: 'states and organizations (set)',
  actors: 'actors (set of ids)',
  mentions: 'actor mentions',
  meetings: 'meetings',
  statements: 'statements',
  commitments: 'commitments',
  instruments: 'instruments',
  progress: 'progress',
};
const KINDS = Object.keys(LABELS) as ItemKind[];

const figure = (value: number): string => value.toFixed(2);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Precision, recall and F1 of each kind over all documents, as a Markdown table. */
export function sumTable(results: readonly DocumentResult[]): string {
  const rows = KINDS.map((kind) => {
    const counts = addCounts(results.map(({ comparison }) => comparison[kind].counts));
    const { precision, recall, f1 } = scoresOf(counts);
    return [
      LABELS[kind],
      figure(precision),
      figure(recall),
      figure(f1),
      `${counts.right}/${counts.predicted}/${counts.gold}`,
    ];
  });
  return table(['item', 'precision', 'recall', 'F1', 'right/found/gold'], rows);
}

/** Accuracy of each field, and F1 of areas, on matched items. */
export function fieldTable(results: readonly DocumentResult[]): string {
  const accuracies = Object.entries(FIELD_CHECKS).map(([field, check]) => {
    const kind = field.split('.')[0] as ItemKind;
    const pairs = results.flatMap(({ comparison }) => comparison[kind].pairs as { predicted: never; gold: never }[]);
    const right = pairs.filter(({ predicted, gold }) => check(predicted, gold)).length;
    return [
      field.replace('.', ': '),
      pairs.length === 0 ? '–' : figure(right / pairs.length),
      `${right}/${pairs.length}`,
    ];
  });
  const areas = KINDS_WITH_AREAS.map((kind) => {
    const counts = addCounts(results.map(({ comparison }) => countAreas(comparison[kind].pairs)));
    return [`${kind}: areas (F1)`, figure(scoresOf(counts).f1), `${counts.right}/${counts.predicted}/${counts.gold}`];
  });
  return table(['field on matched items', 'value', 'right/of'], [...accuracies, ...areas]);
}

/** F1 of each kind, a line a document. */
export function documentTable(results: readonly DocumentResult[]): string {
  const rows = results.map(({ name, kind, comparison }) => [
    name,
    kind,
    ...KINDS.map((item) => figure(scoresOf(comparison[item].counts).f1)),
  ]);
  return table(['document', 'kind', ...KINDS], rows);
}

/** F1 of each kind, a line for each kind of document. */
export function documentKindTable(results: readonly DocumentResult[]): string {
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) => {
    const own = results.filter((result) => result.kind === kind);
    const f1 = (item: ItemKind): string =>
      figure(scoresOf(addCounts(own.map(({ comparison }) => comparison[item].counts))).f1);
    return [kind, String(own.length), ...KINDS.map(f1)];
  });
  return table(['kind of document', 'documents', ...KINDS], rows);
}

/** Misses and false alarms with their words. */
export function errorList({ name, text, comparison }: DocumentResult, only: ReadonlySet<string>): string {
  const lines = [`\n## ${name}`];
  for (const kind of KINDS.filter((item) => only.size === 0 || only.has(item))) {
    const { misses, falseAlarms } = comparison[kind];
    for (const item of misses) lines.push(`- ${kind} missed: ${describe(item, text)}`);
    for (const item of falseAlarms) lines.push(`- ${kind} invented: ${describe(item, text)}`);
    lines.push(...fieldErrors(kind, comparison, text));
  }
  return lines.join('\n');
}

function fieldErrors(kind: ItemKind, comparison: ReadingComparison, text: string): string[] {
  const lines: string[] = [];
  for (const { predicted, gold } of comparison[kind].pairs as { predicted: never; gold: never }[]) {
    for (const [field, check] of Object.entries(FIELD_CHECKS)) {
      const [of, name] = field.split('.') as [string, string];
      if (of !== kind || check(predicted, gold)) continue;
      const values = [gold, predicted].map((item) =>
        JSON.stringify((item as Record<string, unknown>)[name.replace('±1', '')] ?? null),
      );
      lines.push(`- ${kind} ${name}: ${values[0]} read as ${values[1]} in ${describe(gold, text)}`);
    }
  }
  return lines;
}

function describe(item: string | object, text: string): string {
  if (typeof item === 'string') return item;
  const { spans, confidence: _confidence, ...fields } = item as { spans: [number, number][]; confidence: number };
  const shown = Object.entries(fields).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 0) && value !== false,
  );
  return `«${wordsOf(text, spans)}» ${JSON.stringify(Object.fromEntries(shown))}`;
}
