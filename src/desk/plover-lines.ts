import type { Reading } from '../model/index.ts';
import { ploverRecords } from '../reader/index.ts';

/** The events of a reading as PLOVER records, JSON Lines. */
export function ploverLines(reading: Reading, text: string): string[] {
  return ploverRecords(reading, text).map((record) => `${JSON.stringify(record)}\n`);
}
