// A process that adds documents to a register until it is killed, and prints the number of each batch once it is on disk.
import { fileAll, openRegister } from '../index.ts';
import { linkToFirst, sampleFiling } from './sample-filing.ts';

/** Documents filed in one transaction. */
const BATCH = 3;

const [place = '', first = '0'] = process.argv.slice(2);
const register = await openRegister(place);
for (let number = Number(first); ; number += BATCH) {
  const filings = Array.from({ length: BATCH }, (_, index) => sampleFiling(number + index));
  await fileAll(register, filings, linkToFirst, '2026-01-01T00:00:00Z');
  process.stdout.write(`${number}\n`);
}
