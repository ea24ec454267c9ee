import data from './confidence.json' with { type: 'json' };

/** What the confidences are kept for. */
export type Finding = 'statement' | 'commitment' | 'progress';

/** The share of findings of each rule that were right, by finding and rule; `*` for rules with too few. */
const SHARES: Readonly<Record<Finding, Readonly<Record<string, number>>>> = data;

/** How often findings of the rule are right, as measured by cross-validation over documents; see evaluation/calibrate.ts. */
export function confidenceOf(finding: Finding, rule: string): number {
  return SHARES[finding][rule] ?? SHARES[finding]['*'] ?? 0.5;
}
