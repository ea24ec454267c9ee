/** Something that must not happen, and how it came about. */
export interface Finding {
  readonly fault: string;
  /** The page or operation. */
  readonly where: string;
  /** The actions or the request that led to it, the last at the end. */
  readonly steps: readonly string[];
}

/** Counts what is done and keeps what is found, each fault once. */
export interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
  count(what: string): void;
  find(finding: Finding): void;
}

export function newTally(): Tally {
  const counts = new Map<string, number>();
  const findings = new Map<string, Finding>();
  return {
    counts,
    get findings() {
      return [...findings.values()];
    },
    count: (what) => counts.set(what, (counts.get(what) ?? 0) + 1),
    find: (finding) => {
      const key = `${finding.where} ${finding.fault.replaceAll(/\d+/g, 'N').slice(0, 160)}`;
      if (!findings.has(key)) findings.set(key, finding);
    },
  };
}

/** The counts, most first, and every finding with its steps. */
export function reportOf({ counts, findings }: Tally): string {
  const lines = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => `${String(count).padStart(7)}  ${what}`);
  return [
    ...lines,
    '',
    ...findings.map(wordsOf),
    findings.length === 0 ? 'nothing found' : `${findings.length} found`,
  ].join('\n');
}

function wordsOf({ fault, where, steps }: Finding): string {
  return [`FOUND at ${where}`, `  ${fault}`, ...steps.map((step) => `    ${step}`), ''].join('\n');
}
