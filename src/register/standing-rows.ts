import { createHash } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import { principalOf, type Span } from '../model/index.ts';
import type { Dialect } from './dialect.ts';
import { chunks } from './findings.ts';
import { unpackOffsets } from './offsets.ts';
import type { NewStanding } from './standings.ts';
import type { StandingSpansTable, Tables } from './tables.ts';

/** Of which clearance and pair rows are. */
interface Place {
  readonly clearance: number;
  readonly pair: string;
}

/** An undertaking as it is stored. */
interface Row {
  readonly standing: NewStanding;
  readonly lead: number;
  /** The rank of its marking. */
  readonly marking: number;
  readonly data: string;
  readonly digest: string;
}

/** The row of an undertaking; it leads where this is the first of its pairs. */
export function rowOf(standing: NewStanding, { isLead, marking }: { isLead: boolean; marking: number }): Row {
  const data = JSON.stringify(standing.data);
  const rest = JSON.stringify([standing.spans, standing.words, isLead, marking]);
  const digest = createHash('sha1').update(data).update(rest).digest('base64url');
  return { standing, lead: Number(isLead), marking, data, digest };
}

/** Removes undertakings with all that is stored of them. */
export async function deleteRows(db: Kysely<Tables>, dialect: Dialect, seqs: readonly number[]): Promise<void> {
  for (const seq of seqs) await dialect.standingSearch.delete(db, seq);
  for (const some of chunks(seqs)) await db.deleteFrom('standings').where('seq', 'in', some).execute();
}

/** Stores undertakings, at most some hundreds. */
export async function insertRows(
  db: Kysely<Tables>,
  dialect: Dialect,
  place: Place,
  rows: readonly Row[],
): Promise<void> {
  const inserted = await db
    .insertInto('standings')
    .values(
      rows.map(({ standing: { commitment }, marking, data, digest }) => ({
        ...place,
        commitment,
        marking,
        data,
        digest,
      })),
    )
    .returning(['seq', 'commitment'])
    .execute();
  const byCommitment = new Map(rows.map((row) => [row.standing.commitment, row]));
  const lemmas = await lemmasOf(
    db,
    rows.map(({ standing }) => standing),
  );
  const spans: Insertable<StandingSpansTable>[] = [];
  const areas: (Insertable<StandingSpansTable> & { area: string })[] = [];
  const parties: (Insertable<StandingSpansTable> & { party: string })[] = [];
  for (const { seq, commitment } of inserted) {
    const row = byCommitment.get(commitment);
    if (row === undefined) continue;
    const own = spansOf(row, place, seq);
    spans.push(...own);
    for (const area of new Set(row.standing.data.areas)) areas.push(...own.map((span) => ({ ...span, area })));
    for (const party of partiesOf(row.standing)) parties.push(...own.map((span) => ({ ...span, party })));
    await dialect.standingSearch.put(db, seq, lemmas.get(commitment) ?? '');
  }
  for (const some of chunks(spans)) await db.insertInto('standing_spans').values(some).execute();
  for (const some of chunks(areas)) await db.insertInto('standing_areas').values(some).execute();
  for (const some of chunks(parties)) await db.insertInto('standing_parties').values(some).execute();
}

function spansOf({ standing: { data, spans }, lead }: Row, place: Place, standing: number) {
  return spans.map(({ deadline = '', ...span }) => ({
    standing,
    ...place,
    lead,
    ...span,
    deadline,
    made: data.made ?? '',
  }));
}

/** The parties, and the states and organizations behind them. */
function partiesOf({ data: { parties } }: NewStanding): Set<string> {
  return new Set([...parties, ...parties.map(principalOf)]);
}
/** The lemmas of the words of each undertaking; between two texts stands a sign that is no word. */
async function lemmasOf(db: Kysely<Tables>, standings: readonly NewStanding[]): Promise<Map<string, string>> {
  const ids = new Set(standings.flatMap(({ words }) => words.map(({ document }) => document)));
  const layers = new Map<string, Layer>();
  for (const some of chunks([...ids], 100)) {
    const rows = await db
      .selectFrom('documents')
      .innerJoin('lemmas', 'lemmas.document', 'documents.seq')
      .where('documents.id', 'in', some)
      .select(['documents.id', 'lemmas.lemmas', 'lemmas.offsets'])
      .execute();
    for (const { id, lemmas, offsets } of rows)
      layers.set(id, { lemmas: lemmas === '' ? [] : lemmas.split(' '), starts: unpackOffsets(offsets).starts });
  }
  return new Map(
    standings.map(({ commitment, words }) => [
      commitment,
      words.map(({ document, spans }) => lemmasWithin(layers.get(document), spans).join(' ')).join(' _ '),
    ]),
  );
}

interface Layer {
  readonly lemmas: readonly string[];
  readonly starts: readonly number[];
}

function lemmasWithin(layer: Layer | undefined, spans: readonly Span[]): string[] {
  if (layer === undefined) return [];
  return layer.lemmas.filter((_, token) => {
    const start = layer.starts[token] ?? -1;
    return spans.some(([from, to]) => start >= from && start < to);
  });
}
