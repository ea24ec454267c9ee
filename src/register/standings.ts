import type { Kysely, Selectable } from 'kysely';
import type { Status } from '../ledger/index.ts';
import { type ActorId, type Area, type Figure, type IsoDate, markingRank, type Span } from '../model/index.ts';
import type { Connection, Dialect } from './dialect.ts';
import { chunks } from './findings.ts';
import { deleteRows, insertRows, type Place, type Row, rowOf, withLemmas } from './standing-rows.ts';
import type { Tables } from './tables.ts';

/** The end of what lasts. */
export const FOREVER = '9999-12-31';

/** What lists show of an undertaking. */
export interface StandingData {
  readonly words: string;
  readonly parties: readonly ActorId[];
  readonly areas: readonly Area[];
  readonly strength: number;
  readonly made?: IsoDate | undefined;
  readonly target?: Figure | undefined;
  /** The id of the document in which it was made. */
  readonly document: string;
  /** How many texts tell of it. */
  readonly mentions: number;
}

/** Days through which the status and the deadline stayed; `until` is the day on which they ended, `FOREVER` where they last. */
export interface StandingSpan {
  /** Empty where the day of the undertaking is unknown. */
  readonly status: Status | '';
  readonly since: string;
  readonly until: string;
  readonly deadline?: IsoDate | undefined;
}

/** An undertaking of a pair's record, to be stored. */
export interface NewStanding {
  /** The id of its first mention. */
  readonly commitment: string;
  readonly data: StandingData;
  readonly spans: readonly StandingSpan[];
  /** The ids of all documents that tell of it. */
  readonly documents: readonly string[];
  /** Where its words stand: they can be searched for. */
  readonly words: readonly { readonly document: string; readonly spans: readonly Span[] }[];
}

/** All undertakings of a pair's record as it was at a revision. */
export interface PairStandings {
  readonly pair: string;
  readonly revision: number;
  /** Of Readout: what another version derived is derived anew. */
  readonly version: string;
  /** How many proposals wait for a person. */
  readonly waiting: number;
  readonly standings: readonly NewStanding[];
}

/** The pairs whose record is not the one that their standings were derived from, in their order. */
export async function stalePairs(
  connection: Connection,
  version: string,
  limit = 1_000_000,
): Promise<{ pair: string; revision: number }[]> {
  const { db } = connection;
  const current = db
    .selectFrom('pairs')
    .groupBy('pair')
    .select((the) => ['pair', the.fn.sum<number>('revision').as('revision')]);
  const derived = db
    .selectFrom('standing_pairs')
    .where('clearance', '=', markingRank(connection.clearance))
    .selectAll();
  const rows = await db
    .selectFrom(current.as('current'))
    .leftJoin(derived.as('derived'), 'derived.pair', 'current.pair')
    .where((the) =>
      the.or([
        the('derived.pair', 'is', null),
        the('derived.revision', '!=', the.ref('current.revision')),
        the('derived.version', '!=', version),
      ]),
    )
    .select(['current.pair', 'current.revision'])
    .orderBy('current.pair')
    .limit(limit)
    .execute();
  return rows.map(({ pair, revision }) => ({ pair, revision: Number(revision) }));
}

/** How many proposals wait for a person, by pair; pairs where none does are left out. */
export async function waitingByPair(connection: Connection): Promise<Map<string, number>> {
  const rows = await connection.db
    .selectFrom('standing_pairs')
    .where('clearance', '=', markingRank(connection.clearance))
    .where('waiting', '>', 0)
    .select(['pair', 'waiting'])
    .orderBy('waiting', 'desc')
    .orderBy('pair')
    .execute();
  return new Map(rows.map(({ pair, waiting }) => [pair, waiting]));
}

/**
 * Replaces the standings of a pair in one transaction, which is kept short: only what changed is written, and all that can be is read before it.
 * False, and nothing is changed, where the record has moved on since they were derived (what somebody may no longer see must not be
 * written back), or where somebody else replaces them at the same time.
 */
export async function replaceStandings(connection: Connection, of: PairStandings): Promise<boolean> {
  const { db, dialect } = connection;
  const place = { clearance: markingRank(connection.clearance), pair: of.pair };
  const wanted = await rowsOf(db, of);
  const known = await knownRows(db, place);
  const gone = known.filter(({ commitment, digest }) => wanted.get(commitment)?.digest !== digest);
  const kept = new Set(known.filter((row) => !gone.includes(row)).map(({ commitment }) => commitment));
  const fresh = [...wanted.values()].filter(({ standing }) => !kept.has(standing.commitment));
  const numbered = await withLemmas(db, fresh);
  return db.transaction().execute(async (transaction) => {
    if ((await currentRevision(transaction, dialect, of.pair)) !== of.revision) return false;
    if (!isSame(known, await knownRows(transaction, place))) return false;
    await putPair(transaction, place.clearance, of);
    await deleteRows(
      transaction,
      dialect,
      gone.map(({ seq }) => seq),
    );
    for (const some of chunks(numbered, 200)) await insertRows(transaction, dialect, place, some);
    return true;
  });
}
/** The undertakings as they are to be stored, by their ids. */
async function rowsOf(db: Kysely<Tables>, { pair, standings }: PairStandings): Promise<Map<string, Row>> {
  const leads = await leadPairs(db, standings);
  const ranks = await rankedDocuments(db, pair);
  return new Map(
    standings.map((one) => {
      const marking = Math.max(0, ...one.documents.map((id) => ranks.get(id) ?? 0));
      return [one.commitment, rowOf(one, { isLead: leads.get(one.commitment) === pair, marking })];
    }),
  );
}

type KnownRow = Pick<Selectable<Tables['standings']>, 'seq' | 'commitment' | 'digest'>;

function knownRows(db: Kysely<Tables>, { clearance, pair }: Place): Promise<KnownRow[]> {
  return db
    .selectFrom('standings')
    .where('clearance', '=', clearance)
    .where('pair', '=', pair)
    .select(['seq', 'commitment', 'digest'])
    .orderBy('commitment')
    .execute();
}

/** A row that is written again gets another number. */
function isSame(a: readonly KnownRow[], b: readonly KnownRow[]): boolean {
  return a.length === b.length && a.every(({ seq }, index) => seq === b[index]?.seq);
}

/** The revision of a pair; it stays so until the end of the transaction, and others who ask for it so wait until then. */
export async function currentRevision(db: Kysely<Tables>, { kind }: Dialect, pair: string): Promise<number> {
  // In the order in which whoever changes a marking takes the rows, so that neither waits for the other for ever.
  const query = db.selectFrom('pairs').where('pair', '=', pair).orderBy('marking').select('revision');
  const rows = await (kind === 'postgres' ? query.forUpdate() : query).execute();
  return rows.reduce((sum, { revision }) => sum + revision, 0);
}

async function putPair(
  db: Kysely<Tables>,
  clearance: number,
  { pair, revision, version, waiting }: PairStandings,
): Promise<void> {
  await db
    .insertInto('standing_pairs')
    .values({ clearance, pair, revision, version, waiting })
    .onConflict((conflict) => conflict.columns(['clearance', 'pair']).doUpdateSet({ revision, version, waiting }))
    .execute();
}

/** The ranks of the markings of a pair's documents that are not public. */
async function rankedDocuments(db: Kysely<Tables>, pair: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('document_pairs')
    .innerJoin('documents', 'documents.seq', 'document_pairs.document')
    .where('document_pairs.pair', '=', pair)
    .where('document_pairs.marking', '>', 0)
    .select(['documents.id', 'documents.marking'])
    .execute();
  return new Map(rows.map(({ id, marking }) => [id, marking]));
}

/** The first of the pairs that each undertaking belongs to; of one that a person added, of those that its document belongs to. */
async function leadPairs(db: Kysely<Tables>, standings: readonly NewStanding[]): Promise<Map<string, string>> {
  const leads = new Map<string, string>();
  for (const some of chunks(standings.map(({ commitment }) => commitment))) {
    const rows = await db
      .selectFrom('findings')
      .innerJoin('finding_pairs', 'finding_pairs.finding', 'findings.seq')
      .where('findings.id', 'in', some)
      .groupBy('findings.id')
      .select((the) => ['findings.id', the.fn.min('finding_pairs.pair').as('pair')])
      .execute();
    for (const { id, pair } of rows) leads.set(id, pair);
  }
  for (const { commitment, data } of standings.filter((one) => !leads.has(one.commitment))) {
    const { pair } = await db
      .selectFrom('documents')
      .innerJoin('document_pairs', 'document_pairs.document', 'documents.seq')
      .where('documents.id', '=', data.document)
      .select((the) => the.fn.min('document_pairs.pair').as('pair'))
      .executeTakeFirstOrThrow();
    leads.set(commitment, pair);
  }
  return leads;
}
