import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IsoDate, lastDayOf } from '../../model/index.ts';
import { recordAsOf } from '../record/as-of.ts';
import { deriveRecord } from '../record/derive.ts';
import type { LedgerRecord } from '../record/types.ts';
import { entryTold, MADE, REPORTED, RETOLD, type Told } from '../testing/readings.ts';
import { coursesOf, type StatusSpan } from './course.ts';
import { statusOf } from './status.ts';

interface PierFields {
  readonly deadline?: IsoDate | undefined;
  /** The day that it tells of, where it is not that on which it was published. */
  readonly day?: IsoDate | undefined;
  readonly target?: number;
}

/** A text about one pier. */
function pier(on: IsoDate, { deadline, day, target }: PierFields): Told {
  return {
    text: `Talks told on ${on}. They will build the Olvia pier.`,
    on,
    meetings: [{ words: 'Talks', ...(day && { date: day }) }],
    commitments: [
      {
        words: 'build the Olvia pier',
        areas: ['transport'],
        ...(deadline && { deadline }),
        ...(target && { target: { value: target, unit: 'm', measure: 'pier' } }),
      },
    ],
  };
}

function report(on: IsoDate, kind: 'progress' | 'fulfilled' | 'delayed'): Told {
  const words = { progress: 'Work on', fulfilled: 'Completed is', delayed: 'Behind schedule is' }[kind];
  return {
    text: `News of ${on}. ${words} the Olvia pier.`,
    on,
    meetings: [{ words: 'News' }],
    progress: [{ words: `${words} the Olvia pier`, areas: ['transport'], kind }],
  };
}

const recordOf = (told: readonly Told[]) => deriveRecord({ entries: told.map(entryTold) });

/** Status and deadline of each undertaking on a day, by the id of its first mention now: what a dossier of the day shows. */
function asShown(record: LedgerRecord, day: IsoDate): Map<string, string> {
  const current = new Map(record.commitments.flatMap((one) => one.mentions.map(({ id }) => [id, one.id])));
  const { commitments } = recordAsOf(record, day);
  const byId = new Map(commitments.map((one) => [one.id, one]));
  return new Map(
    commitments.flatMap((one) => {
      const status = statusOf(one, day, (id) => byId.get(id))?.status;
      const deadline = one.deadlines.findLast(({ date }) => date === undefined || date <= day)?.value;
      const last = deadline === undefined ? undefined : lastDayOf(deadline);
      return status === undefined ? [] : [[current.get(one.id) ?? '', `${status} ${last}`] as const];
    }),
  );
}

function asStored(courses: ReadonlyMap<string, readonly StatusSpan[]>, day: IsoDate): Map<string, string> {
  return new Map(
    [...courses].flatMap(([id, spans]) =>
      spans
        .filter(({ since, until = '9999' }) => since <= day && day < until)
        .map(({ status, deadline }) => [id, `${status} ${deadline}`] as const),
    ),
  );
}

function expectSame(record: LedgerRecord): void {
  const courses = coursesOf(record);
  const turns = [...courses.values()].flat().flatMap(({ since, until = since }) => [since, until]);
  const days = new Set(['2000-01-01', '2060-01-01', ...turns, ...turns.map(dayBefore)]);
  for (const day of days) expect([day, asStored(courses, day)]).toEqual([day, asShown(record, day)]);
}

function dayBefore(day: IsoDate): IsoDate {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

test('a course has the statuses of the past and those that time will bring', () => {
  const record = recordOf([pier('2020-03-01', { deadline: '2021-06-30' }), report('2021-01-10', 'progress')]);
  const [course] = coursesOf(record).values();
  expect(course).toEqual([
    { status: 'open', since: '2020-03-01', until: '2021-01-10', deadline: '2021-06-30' },
    { status: 'in-progress', since: '2021-01-10', until: '2021-07-01', deadline: '2021-06-30' },
    { status: 'delayed', since: '2021-07-01', deadline: '2021-06-30' },
  ]);
});

describe('a course is what the record of each day shows', () => {
  test.each<[string, readonly Told[]]>([
    ['two languages and a report', [MADE, RETOLD, REPORTED]],
    [
      'a deadline that was put off after it had passed',
      [pier('2020-03-01', { deadline: '2021-06-30' }), pier('2021-09-01', { deadline: '2022-06-30' })],
    ],
    [
      'a text published long after the talks that it tells of',
      [pier('2022-05-01', { day: '2020-03-01', deadline: '2021-06-30' }), pier('2021-01-01', {})],
    ],
    ['silence', [pier('2005-02-28', {})]],
    ['a target that was lowered', [pier('2020-03-01', { target: 900 }), pier('2021-03-01', { target: 400 })]],
  ])('%s', (_, told) => expectSame(recordOf(told)));

  const day = fc
    .date({ min: new Date('2004-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const told = fc.oneof(
    fc
      .record({ on: day, deadline: fc.option(day, { nil: undefined }), day: fc.option(day, { nil: undefined }) })
      .map(({ on, ...rest }) => pier(on, rest)),
    fc
      .record({ on: day, kind: fc.constantFrom('progress', 'fulfilled', 'delayed') })
      .map(({ on, kind }) => report(on, kind)),
  );

  test('whatever is told, on whatever days', () => {
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 6 }), (texts) => expectSame(recordOf(texts))),
      { numRuns: 60 },
    );
  });
});
