import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { principalOf, type Span } from '../model/index.ts';
import type { Dialect } from './dialect.ts';
import { chunks } from './findings.ts';
import { unpackOffsets } from './offsets.ts';
import type { NewStanding } from './standings.ts';
import type { Tables } from './tables.ts';

/** Of which clearance and pair rows are. */
export interface Place {
  readonly clearance: number;
  readonly pair: string;
}

/** An undertaking as it is stored. */
export interface Row {
  readonly standing: NewStanding;
  readonly lead: number;
  /** The rank of its marking. */
  readonly marking: number;
  readonly data: string;
  readonly digest: string;
}

/** An undertaking with the lemmas of its words; between two texts stands a sign that is no word. */
interface SearchableRow extends Row {
  readonly lemmas: string;
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
  rows: readonly SearchableRow[],
): Promise<void> {
  const seqs = await insertStandings(db, place, rows);
  const numbered = rows.flatMap((row) => {
    const seq = seqs.get(row.standing.commitment);
    return seq === undefined ? [] : [{ seq, row, spans: spansOf(row, place, seq) }];
  });
  const spans = numbered.flatMap((one) => one.spans);
  const areas = numbered.flatMap((one) =>
    [...new Set(one.row.standing.data.areas)].flatMap((area) => one.spans.map((span) => ({ ...span, area }))),
  );
  const parties = numbered.flatMap((one) =>
    partiesOf(one.row.standing).flatMap((party) => one.spans.map((span) => ({ ...span, party }))),
  );
  for (const some of chunks(spans)) await db.insertInto('standing_spans').values(some).execute();
  for (const some of chunks(areas)) await db.insertInto('standing_areas').values(some).execute();
  for (const some of chunks(parties)) await db.insertInto('standing_parties').values(some).execute();
  for (const { seq, row } of numbered) await dialect.standingSearch.put(db, seq, row.lemmas);
}

async function insertStandings(
  db: Kysely<Tables>,
  place: Place,
  rows: readonly SearchableRow[],
): Promise<Map<string, number>> {
  const values = rows.map(({ standing: { commitment }, marking, data, digest }) => ({
    ...place,
    commitment,
    marking,
    data,
    digest,
  }));
  const inserted = await db.insertInto('standings').values(values).returning(['seq', 'commitment']).execute();
  return new Map(inserted.map(({ commitment, seq }) => [commitment, seq]));
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
function partiesOf({ data: { parties } }: NewStanding): string[] {
  return [...new Set([...parties, ...parties.map(principalOf)])];
}
/** The undertakings with the lemmas of the words in which texts tell of them. */
export async function withLemmas(db: Kysely<Tables>, rows: readonly Row[]): Promise<SearchableRow[]> {
  const searchable: SearchableRow[] = [];
  for (const some of chunks(rows, 200)) {
    const layers = await layersOf(
      db,
      new Set(some.flatMap((row) => row.standing.words.map(({ document }) => document))),
    );
    for (const row of some) {
      const texts = row.standing.words.map(({ document, spans }) => lemmasWithin(layers.get(document), spans));
      searchable.push({ ...row, lemmas: texts.map((lemmas) => lemmas.join(' ')).join(' _ ') });
    }
  }
  return searchable;
}

async function layersOf(db: Kysely<Tables>, ids: ReadonlySet<string>): Promise<Map<string, Layer>> {
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
  return layers;
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
