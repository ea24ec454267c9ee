import type { Standing } from '../register/index.ts';
import { type CommitmentFilters, everyCommitment } from './commitment-list.ts';
import { type Cell, csvLine } from './csv.ts';
import type { Desk } from './desk.ts';

const COLUMNS: Readonly<Record<string, (item: Standing) => Cell>> = {
  id: ({ id }) => id,
  pair: ({ pair }) => pair,
  marking: ({ marking }) => marking,
  status: ({ status }) => status,
  since: ({ since }) => since,
  made: ({ made }) => made,
  deadline: ({ deadline }) => deadline,
  parties: ({ parties }) => parties.join(' '),
  areas: ({ areas }) => areas.join(' '),
  strength: ({ strength }) => strength,
  target: ({ target }) => target?.value,
  unit: ({ target }) => target?.unit,
  measure: ({ target }) => target?.measure,
  document: ({ document }) => document,
  words: ({ words }) => words,
};

/** A list of undertakings with their status as comma-separated values (RFC 4180) with a header. */
export async function* exportCommitments(desk: Desk, filters: CommitmentFilters): AsyncGenerator<string> {
  yield csvLine(Object.keys(COLUMNS));
  for await (const item of everyCommitment(desk, filters))
    yield csvLine(Object.values(COLUMNS).map((cell) => cell(item)));
}
