import type { MeetingRecord, SidesComparison } from '../../desk/index.ts';
import { colours as c } from '../output.ts';

/** Two accounts of one meeting for people: what both have, where they differ, what only one has. */
export function viewComparison({ date, place, parties }: MeetingRecord, comparison: SidesComparison): string {
  const { a, b, both, onlyA, onlyB, leftOut } = comparison;
  const nameA = nameOf(a);
  const nameB = nameOf(b);
  return [
    c.bold([parties.join(', '), date, place].filter(Boolean).join(' · ')),
    c.dim(`${nameA} | ${nameB}`),
    ...both.flatMap((shared) => [
      `  both: ${quote(shared.a.words)}`,
      `        ${quote(shared.b.words)}`,
      ...shared.differences.map(({ field, a: left, b: right }) =>
        c.yellow(`        ${field}: ${left ?? '–'} | ${right ?? '–'}`),
      ),
    ]),
    ...onlyA.map(({ words }) => `  only ${nameA}: ${quote(words)}`),
    ...onlyB.map(({ words }) => `  only ${nameB}: ${quote(words)}`),
    `  ${nameA}: ${leftOut.a}`,
    `  ${nameB}: ${leftOut.b}`,
    '',
  ].join('\n');
}

function nameOf({ publisher, side, id }: SidesComparison['a']): string {
  return [side, publisher].filter(Boolean).join(' ') || id;
}

function quote(words: string): string {
  return c.italic(`“${words.replaceAll(/\s+/g, ' ')}”`);
}
