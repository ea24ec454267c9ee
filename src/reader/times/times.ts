import type { Doc } from '../../language/index.ts';
import type { IsoDate, IsoDateOrInterval } from '../../model/index.ts';
import type { Time, WithQuotes, WithTimes } from '../setting.ts';
import { type Atom, atomsOf } from '../words/index.ts';
import { addDays, type Interval } from './calendar.ts';
import { type Duration, parseDuration, parsePeriod, standsAlone } from './grammar.ts';
import { afterDuration, type Period, type Reference } from './periods.ts';
import { Scan } from './scan.ts';
import type { Relation } from './vocabulary.ts';
import type { Parsed } from './years.ts';

/** Adds the layer of times: dates, periods and durations with the words that bind them. */
export function findTimes(setting: WithQuotes): WithTimes {
  return { ...setting, times: timesOf(setting.doc, setting.facts.publishedAt) };
}

/** What is bound how: a relation and the period or duration that it takes. */
interface Expression {
  readonly relation: Relation;
  readonly value: { readonly period: Period } | { readonly duration: Duration; readonly ago?: true };
  readonly end: number;
}

/**
 * The times that the text names, resolved by the codebook's rulings (section 10, “Times and numbers”) against the day of
 * publication; what needs that day and lacks it is left out.
 */
export function timesOf(doc: Doc, published: IsoDate | undefined): Time[] {
  const scan = new Scan(atomsOf(doc), doc.language);
  const times: Time[] = [];
  let anchor: IsoDate | undefined;
  for (let at = 0; at < scan.atoms.length; ) {
    const expression = expressionAt(scan, at);
    const time = expression && timeOf(doc, scan, at, expression, { published, anchor });
    if (expression === undefined || time === undefined) {
      at++;
      continue;
    }
    times.push(time);
    if (time.precision === 'day') anchor = lastNamed(time.value) ?? anchor;
    at = expression.end;
  }
  return times;
}

function lastNamed(value: IsoDateOrInterval): IsoDate | undefined {
  return value.split('/').find((end) => end !== '..');
}

function expressionAt(scan: Scan, at: number): Expression | undefined {
  const atom = scan.atoms[at]!;
  if (atom.kind === 'mark') return undefined;
  return bound(scan, at) ?? agoOf(scan, at) ?? alone(scan, at);
}

/** A preposition with its period or duration. */
function bound(scan: Scan, at: number): Expression | undefined {
  const found = scan.relations(at);
  if (found === undefined) return undefined;
  const start = at + found.length;
  const asDuration = durationRelation(scan, found.relations, start);
  const duration = asDuration && parseDuration(scan, start);
  if (duration !== undefined && !isPeriodOfMonths(scan, start)) return durationExpression(scan, asDuration!, duration);
  const period = parsePeriod(scan, start);
  const relation = period && relationFor(found.relations, period.value);
  if (period === undefined || relation === undefined) return undefined;
  return closed(scan, relation === 'before' && prolongs(scan, at) ? 'until' : relation, period);
}

/** «На 2025–2027 годы» is how long something holds; «на 2025 год» may be when it is. */
function relationFor(relations: readonly Relation[], { precision }: Period): Relation | undefined {
  if (precision === 'years' && relations.includes('for')) return 'for';
  return relations.find((each) => each !== 'within');
}

/** “Extended until 2034” tells how long something holds. */
function prolongs(scan: Scan, at: number): boolean {
  for (let place = at - 1; place >= 0 && place >= at - 5; place--) {
    if (isFullStop(scan.atoms, place)) return false;
    if (scan.senses(place).prolongs) return true;
  }
  return false;
}

/** «В двухмесячный срок»: an adjective of duration makes “in” mean “within”. */
function durationRelation(scan: Scan, relations: readonly Relation[], at: number): Relation | undefined {
  if (scan.senses(scan.skipGlue(at)).duration !== undefined && relations.includes('at')) return 'within';
  return relations.find((relation) => relation === 'within' || relation === 'for');
}

function isPeriodOfMonths(scan: Scan, at: number): boolean {
  const count = scan.count(scan.skipGlue(at));
  return count !== undefined && parsePeriod(scan, at) !== undefined;
}

function durationExpression(scan: Scan, relation: Relation, { value, end }: Parsed<Duration>): Expression {
  if (scan.senses(end).ago) return { relation: 'at', value: { duration: value, ago: true }, end: end + 1 };
  return { relation, value: { duration: value }, end };
}

/** “From 13 to 16 October” and «с 1 по 5 мая» are read as one period; here “from May until July” is closed. */
function closed(scan: Scan, relation: Relation, { value, end }: Parsed<Period>): Expression {
  const post = scan.postpositions(end);
  if (relation === 'from' && value.isRange) return { relation: 'at', value: { period: value }, end };
  if (post !== undefined)
    return { relation: post.relations[0] ?? relation, value: { period: value }, end: end + post.length };
  if (relation !== 'from' || !(scan.senses(end).range || scan.relations(end)?.relations.includes('until')))
    return { relation, value: { period: value }, end };
  const until = parsePeriod(scan, end + 1);
  if (until === undefined) return { relation, value: { period: value }, end };
  return { relation: 'at', value: { period: joined(value, until.value) }, end: until.end };
}

function joined(from: Period, until: Period): Period {
  return {
    precision: until.precision,
    resolve: (reference) => {
      const [first, last] = [from.resolve(reference), until.resolve(reference)];
      return first && last && first.from <= last.to ? { from: first.from, to: last.to } : undefined;
    },
  };
}

/** “Two weeks ago”, «три года назад», “two days later”. */
function agoOf(scan: Scan, at: number): Expression | undefined {
  if (scan.count(at) === undefined) return undefined;
  const duration = parseDuration(scan, at);
  if (duration === undefined) return undefined;
  if (scan.senses(duration.end).ago)
    return { relation: 'at', value: { duration: duration.value, ago: true }, end: duration.end + 1 };
  const post = scan.postpositions(duration.end);
  return post && { relation: post.relations[0]!, value: { duration: duration.value }, end: duration.end + post.length };
}

function alone(scan: Scan, at: number): Expression | undefined {
  if (!standsAlone(scan, at)) return undefined;
  const period = parsePeriod(scan, at);
  return period && closed(scan, 'at', period);
}

function timeOf(
  doc: Doc,
  scan: Scan,
  at: number,
  { relation, value, end }: Expression,
  known: Pick<Reference, 'published' | 'anchor'>,
): Time | undefined {
  const first = scan.atoms[at]!;
  const last = scan.atoms[end - 1]!;
  const look = defaultLook(scan, at, end, relation);
  const here = resolved(relation, value, { ...known, look });
  if (here === undefined) return undefined;
  const there = resolved(relation, value, { ...known, look: look === 'ahead' ? 'behind' : 'ahead' });
  const alternative = there === undefined || there === here ? {} : { [look === 'ahead' ? 'behind' : 'ahead']: there };
  return {
    span: [first.start, last.end],
    first: first.token,
    last: last.token,
    value: here,
    precision: 'period' in value ? value.period.precision : precisionOf(value.duration),
    bound: BOUNDS[relation],
    rule: `${doc.language}.time.${relation}`,
    ...alternative,
  };
}

const BOUNDS = {
  by: 'by',
  before: 'by',
  within: 'by',
  from: 'from',
  since: 'from',
  at: 'at',
  until: 'for',
  for: 'for',
} as const satisfies Record<Relation, Time['bound']>;

function precisionOf({ unit }: Duration): Time['precision'] {
  return unit === 'year' ? 'year' : unit === 'month' ? 'month' : unit === 'week' ? 'week' : 'day';
}

/** How far around an expression a word such as “will” makes it look ahead, in atoms. */
const REACH = 20;

function defaultLook(scan: Scan, at: number, end: number, relation: Relation): 'ahead' | 'behind' {
  if (relation !== 'at' && relation !== 'since') return 'ahead';
  for (let place = at; place >= 0 && place > at - REACH; place--) {
    if (isFullStop(scan.atoms, place)) break;
    if (scan.senses(place).future) return 'ahead';
  }
  for (let place = end; place < scan.atoms.length && place < end + REACH; place++) {
    if (isFullStop(scan.atoms, place)) break;
    if (scan.senses(place).future) return 'ahead';
  }
  return 'behind';
}

function isFullStop(atoms: readonly Atom[], at: number): boolean {
  const key = atoms[at]!.key;
  return key === '.' || key === '!' || key === '?';
}

/** The codebook's value of a bound time. */
function resolved(relation: Relation, value: Expression['value'], reference: Reference): IsoDateOrInterval | undefined {
  if ('duration' in value) return durationValue(relation, value, reference);
  const interval = value.period.resolve(reference);
  return interval && PERIOD_VALUES[relation](interval, value.period);
}

function durationValue(
  relation: Relation,
  { duration, ago }: { readonly duration: Duration; readonly ago?: true },
  reference: Reference,
): IsoDateOrInterval | undefined {
  const day = afterDuration(ago ? -duration.count : duration.count, duration.unit)(reference)?.from;
  if (day === undefined) return undefined;
  return relation === 'for' && reference.published !== undefined ? `${reference.published}/${day}` : day;
}

const PERIOD_VALUES = {
  by: lastDay,
  before: (interval, period) =>
    isWhole(period) || period.mark === 'begin' ? addDays(interval.from, -1) : lastDay(interval, period),
  until: lastDay,
  from: ({ from }) => `${from}/..`,
  since: ({ from }) => `${from}/..`,
  at: ({ from, to }) => (from === to ? from : `${from}/${to}`),
  within: lastDay,
  for: ({ from, to }) => (from === to ? from : `${from}/${to}`),
} as const satisfies Record<Relation, (interval: Interval, period: Period) => IsoDateOrInterval>;

/** “Before 2028” and “before the beginning of 2028” mean before it begins; “before 1 June” and “before the end of June” mean that day. */
function isWhole(period: Period): boolean {
  return period.precision !== 'day' && period.isPart !== true;
}

function lastDay({ from, to }: Interval, { mark }: Period): IsoDate {
  return mark === 'begin' ? from : to;
}
