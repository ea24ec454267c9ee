import { ReadoutError } from './errors.ts';

/** Who may see a document or a note: everybody, those of the expanded talks, or those of the narrow talks alone. Each sees what stands before its own as well. */
export const MARKINGS = ['public', 'delegation', 'principals'] as const;

export type Marking = (typeof MARKINGS)[number];

/** The clearance that sees everything. */
export const HIGHEST_MARKING: Marking = 'principals';

/** The place of a marking among `MARKINGS`, from 0: the form in which it is stored and compared. */
export function markingRank(marking: Marking): number {
  return MARKINGS.indexOf(marking);
}

/** The marking of a rank; one that is out of range counts as the highest, so that a fault hides rather than shows. */
export function markingOfRank(rank: number): Marking {
  return MARKINGS[rank] ?? HIGHEST_MARKING;
}

/** Whether who is cleared for one marking sees what has another. */
export function maySee(clearance: Marking, marking: Marking): boolean {
  return markingRank(marking) <= markingRank(clearance);
}

/** The highest of some markings; `public` of none. */
export function highestMarking(markings: Iterable<Marking>): Marking {
  let highest: Marking = 'public';
  for (const marking of markings) if (maySee(marking, highest)) highest = marking;
  return highest;
}

/** The marking of that name. Throws `bad-input`. */
export function parseMarking(name: string): Marking {
  const marking = MARKINGS.find((known) => known === name.trim().toLowerCase());
  if (marking !== undefined) return marking;
  throw new ReadoutError('bad-input', 'not a marking:', name, `the markings are ${MARKINGS.join(', ')}`);
}
