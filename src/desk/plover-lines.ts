import type { Marking, Reading } from '../model/index.ts';
import { ploverRecords } from '../reader/index.ts';

/** The events of a reading as PLOVER records, JSON Lines; with the marking of the text where it has one. */
export function ploverLines(reading: Reading, text: string, marking?: Marking): string[] {
  return ploverRecords(reading, text).map((record) => `${JSON.stringify({ ...record, marking })}\n`);
}
