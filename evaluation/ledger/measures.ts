/** Right, wrong and missed answers; what is counted says the measure. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** The measures of a folder by name; accuracies have `missed` 0. */
export interface Measures {
  readonly reprints: Counts;
  readonly meetings: Counts;
  readonly matching: Counts;
  readonly progress: Counts;
  readonly places: Counts;
  readonly differences: Counts;
  readonly status: Counts;
  /** Misses and false alarms, for whoever mends the rules. */
  readonly remarks: readonly string[];
}

type MeasureName = Exclude<keyof Measures, 'remarks'>;

/** How each measure is named and summed up. */
const TITLES = {
  reprints: { title: 'reprints: pairs of documents found', by: 'f1' },
  meetings: { title: 'meetings: accounts merged across documents', by: 'f1' },
  matching: { title: 'commitments: mentions matched across documents', by: 'f1' },
  progress: { title: 'progress: claims linked to commitments', by: 'f1' },
  places: { title: 'pairs: commitments in their place (both, onlyA, onlyB)', by: 'accuracy' },
  differences: { title: 'pairs: lines of differ exact', by: 'accuracy' },
  status: { title: 'chains: status as of the day', by: 'accuracy' },
} as const satisfies Record<MeasureName, { title: string; by: 'f1' | 'accuracy' }>;

const NAMES: readonly MeasureName[] = [
  'reprints',
  'meetings',
  'matching',
  'progress',
  'places',
  'differences',
  'status',
];

const NOTHING: Counts = { right: 0, wrong: 0, missed: 0 };

function addCounts(a: Counts, b: Counts): Counts {
  return { right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed };
}

/** The measures of several folders together. */
export function sumMeasures(all: readonly Measures[]): Measures {
  const sum = (name: MeasureName) => all.map((measures) => measures[name]).reduce(addCounts, NOTHING);
  return {
    reprints: sum('reprints'),
    meetings: sum('meetings'),
    matching: sum('matching'),
    progress: sum('progress'),
    places: sum('places'),
    differences: sum('differences'),
    status: sum('status'),
    remarks: [],
  };
}

/** One line a measure that has something to count, then the remarks. */
export function measureLines(measures: Measures): string {
  const lines = NAMES.filter((name) => totalOf(measures[name]) > 0).map((name) => `  ${lineOf(name, measures[name])}`);
  return [...lines, ...measures.remarks.map((remark) => `    ${remark}`)].join('\n');
}

function totalOf({ right, wrong, missed }: Counts): number {
  return right + wrong + missed;
}

function lineOf(name: MeasureName, { right, wrong, missed }: Counts): string {
  const { title, by } = TITLES[name];
  if (by === 'accuracy')
    return `${title.padEnd(58)} ${ratio(right, right + wrong + missed)}  (${right}/${right + wrong + missed})`;
  const f1 = ratio(2 * right, 2 * right + wrong + missed);
  return `${title.padEnd(58)} F1 ${f1}  (right ${right}, wrong ${wrong}, missed ${missed})`;
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}
