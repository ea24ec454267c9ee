import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Status } from '../ledger/index.ts';
import { type ActorId, type Area, type IsoDate, type Marking, markingOfRank, markingRank } from '../model/index.ts';
import type { Connection, LemmaQuery } from './dialect.ts';
import type { StandingData } from './standings.ts';
import type { StandingSpansTable, Tables } from './tables.ts';

/** What narrows a list of undertakings; days are ISO, both ends included. */
export interface StandingFilters {
  /** The day as of which statuses are asked for. */
  readonly asOf: IsoDate;
  /** Only undertakings of these pairs. */
  readonly pairs?: readonly string[] | undefined;
  readonly statuses?: readonly Status[] | undefined;
  readonly areas?: readonly Area[] | undefined;
  /** A party, or the state or organization behind one. */
  readonly party?: ActorId | undefined;
  /** Days on which it was made. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** Days on which its deadline ends. */
  readonly deadlineFrom?: IsoDate | undefined;
  readonly deadlineTo?: IsoDate | undefined;
  readonly words?: LemmaQuery | undefined;
}

/** An undertaking as a list shows it. */
export interface Standing extends StandingData {
  readonly id: string;
  readonly pair: string;
  /** The highest of the documents that tell of it. */
  readonly marking: Marking;
  /** Absent where the day of the undertaking is unknown. */
  readonly status?: Status | undefined;
  readonly since?: IsoDate | undefined;
  readonly deadline?: IsoDate | undefined;
}

/** Of words that very many undertakings have, those filed last are looked through. */
const MOST_HITS = 20_000;

/** The order of a list: the nearest deadline first, or what was made last first. */
export type StandingOrder = 'deadline' | 'made';

/**
 * Undertakings with their status as of a day. One that belongs to several pairs stands in the list once: as the first of the pairs has it
 * that the list is of.
 */
export async function listStandings(
  connection: Connection,
  filters: StandingFilters,
  { order = 'made', offset = 0, limit = 50 }: { order?: StandingOrder; offset?: number; limit?: number } = {},
): Promise<Standing[]> {
  const direction = order === 'made' ? 'desc' : 'asc';
  const page = matching(connection, filters)
    .select(['span.standing', 'span.status', 'span.since', 'span.deadline', `span.${order} as place`])
    .orderBy(`span.${order}`, direction)
    .orderBy('span.standing', direction)
    .limit(limit)
    .offset(offset);
  const rows = await connection.db
    .selectFrom(page.as('page'))
    .innerJoin('standings', 'standings.seq', 'page.standing')
    .select([
      'page.status',
      'page.since',
      'page.deadline',
      'standings.commitment',
      'standings.pair',
      'standings.marking',
      'standings.data',
    ])
    .orderBy('page.place', direction)
    .orderBy('page.standing', direction)
    .execute();
  return rows.map(toStanding);
}

/** How many undertakings a list without an end would have; `most` of them are counted. */
export async function countStandings(
  connection: Connection,
  filters: StandingFilters,
  most = 1_000_000,
): Promise<number> {
  const counted = matching(connection, filters).select(sql`1`.as('one')).limit(most);
  const { count } = await connection.db
    .selectFrom(counted.as('counted'))
    .select((the) => the.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

type WithSpan = Tables & { span: StandingSpansTable };
type Where = (the: ExpressionBuilder<WithSpan, 'span'>) => Expression<SqlBool>;

function matching(connection: Connection, filters: StandingFilters) {
  const clearance = markingRank(connection.clearance);
  const conditions = [...onSpans(filters), ...onOthers(connection, filters)];
  return connection.db
    .selectFrom(spansFor(clearance, filters))
    .where('span.clearance', '=', clearance)
    .where((the) => the.and(conditions.map((condition) => condition(the))));
}

/** The spans of a party or area, where the list is narrowed by one; else all. */
function spansFor(clearance: number, { party, areas }: StandingFilters) {
  const [area] = areas ?? [];
  const table =
    party !== undefined
      ? sql`(select * from standing_parties where clearance = ${clearance} and party = ${party})`
      : area !== undefined && areas?.length === 1
        ? sql`(select * from standing_areas where clearance = ${clearance} and area = ${area})`
        : sql`standing_spans`;
  return table.$castTo<StandingSpansTable>().as<'span'>(sql`span`);
}

/** Conditions on the span itself. */
function onSpans({ asOf, statuses, from, to, deadlineFrom, deadlineTo }: StandingFilters): Where[] {
  const where: Where[] = [(the) => the('span.since', '<=', asOf), (the) => the('span.until', '>', asOf)];
  if (statuses !== undefined)
    where.push((the) => (statuses.length > 0 ? the('span.status', 'in', statuses) : the.lit(false)));
  if (from !== undefined) where.push((the) => the('span.made', '>=', from));
  if (to !== undefined)
    where.push(
      (the) => the('span.made', '>', ''),
      (the) => the('span.made', '<=', to),
    );
  if (deadlineFrom !== undefined) where.push((the) => the('span.deadline', '>=', deadlineFrom));
  if (deadlineTo !== undefined)
    where.push(
      (the) => the('span.deadline', '>', ''),
      (the) => the('span.deadline', '<=', deadlineTo),
    );
  return where;
}

/** Conditions that other tables answer. */
function onOthers(connection: Connection, { pairs, areas = [], party, words }: StandingFilters): Where[] {
  const { db, dialect } = connection;
  const clearance = markingRank(connection.clearance);
  const where: Where[] = [pairs === undefined ? (the) => the('span.lead', '=', 1) : among(clearance, pairs)];
  if (areas.length > 1 || (areas.length > 0 && party !== undefined)) {
    const ofAreas = db.selectFrom('standing_areas').where('clearance', '=', clearance).where('area', 'in', areas);
    where.push((the) => the('span.standing', 'in', ofAreas.select('standing')));
  }
  if (words !== undefined) {
    const hits = db
      .selectFrom(dialect.standingSearch.hits(words, [clearance]).as<'hits'>(sql`hits`))
      .select('hits.item');
    const newest = hits.orderBy('hits.item', 'desc').limit(MOST_HITS);
    where.push((the) => the('span.standing', 'in', newest));
  }
  return where;
}

/** In the first of these pairs that has the undertaking. */
function among(clearance: number, pairs: readonly string[]): Where {
  const list = pairs.length > 0 ? pairs : [''];
  return (the) => {
    const inEarlier = the
      .selectFrom('standings as own')
      .innerJoin('standings as other', (join) =>
        join.onRef('other.commitment', '=', 'own.commitment').on('other.clearance', '=', clearance),
      )
      .whereRef('own.seq', '=', 'span.standing')
      .whereRef('other.pair', '<', 'span.pair')
      .where('other.pair', 'in', list)
      .select(sql`1`.as('one'));
    // What is in the first of all pairs is in the first of these.
    const isFirst = the.or([the('span.lead', '=', 1), the.not(the.exists(inEarlier))]);
    return the.and([the('span.pair', 'in', list), isFirst]);
  };
}

function toStanding(row: {
  status: Status | '';
  since: string;
  deadline: string;
  commitment: string;
  pair: string;
  marking: number;
  data: string;
}): Standing {
  const { status, since, deadline, commitment, pair, marking, data } = row;
  return {
    ...JSON.parse(data),
    id: commitment,
    pair,
    marking: markingOfRank(marking),
    ...(status === '' ? {} : { status, since }),
    ...(deadline === '' ? {} : { deadline }),
  };
}
