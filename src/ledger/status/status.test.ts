import { describe, expect, test } from 'vitest';
import type { Progress } from '../../model/index.ts';
import { deriveRecord } from '../record/derive.ts';
import type { LedgerRecord } from '../record/types.ts';
import { entryTold, MADE, REPORTED, RETOLD, type Told } from '../testing/readings.ts';
import { STATUS_RULES } from './rules.ts';
import { scoreTables } from './score.ts';
import { seriesOf } from './series.ts';
import { statusOf } from './status.ts';

const AREAS = { areas: ['transport'] } as const;

function canal(on: string, fields: Partial<NonNullable<Told['commitments']>[number]> = {}): Told {
  return {
    text: `Talks on ${on}. They will dig the Lapna canal.`,
    on,
    commitments: [{ ...AREAS, ...fields, words: 'dig the Lapna canal' }],
  };
}

function report(on: string, words: string, kind: Progress['kind'], figure?: Progress['figure']): Told {
  return {
    text: `News of ${on}. ${words}.`,
    on,
    meetings: [{ words: 'News' }],
    progress: [{ ...AREAS, words, kind, ...(figure && { figure }) }],
  };
}

function statusAmong(told: readonly Told[], asOf: string): [string | undefined, string | undefined] {
  const record: LedgerRecord = deriveRecord({ entries: told.map(entryTold) });
  const byId = new Map(record.commitments.map((one) => [one.id, one]));
  const at = statusOf(record.commitments[0]!, asOf, (id) => byId.get(id));
  return [at?.status, at?.rule];
}

const km = (value: number) => ({ value, unit: 'km', measure: 'canal' });

describe('each rule of status', () => {
  test.each<[string, readonly Told[], string, string]>([
    ['open.made', [canal('2020-01-01')], '2021-01-01', 'open'],
    [
      'progress.report',
      [canal('2020-01-01'), report('2020-06-01', 'Work on the Lapna canal is under way', 'progress')],
      '2021-01-01',
      'in-progress',
    ],
    [
      'fulfilled.report',
      [canal('2020-01-01'), report('2020-06-01', 'The Lapna canal is finished', 'fulfilled')],
      '2021-01-01',
      'fulfilled',
    ],
    [
      'fulfilled.figure',
      [
        canal('2020-01-01', { target: km(50) }),
        report('2020-06-01', 'The Lapna canal is 52 km long', 'progress', km(52)),
      ],
      '2021-01-01',
      'fulfilled',
    ],
    [
      'progress.below-target',
      [
        canal('2020-01-01', { target: km(50) }),
        report('2020-06-01', 'Of the Lapna canal 20 km are done', 'fulfilled', km(20)),
      ],
      '2021-01-01',
      'in-progress',
    ],
    [
      'delayed.report',
      [canal('2020-01-01'), report('2020-06-01', 'The Lapna canal is late', 'delayed')],
      '2021-01-01',
      'delayed',
    ],
    [
      'failed.report',
      [canal('2020-01-01'), report('2020-06-01', 'The Lapna canal was not dug', 'failed')],
      '2021-01-01',
      'failed',
    ],
    [
      'abandoned.report',
      [canal('2020-01-01'), report('2020-06-01', 'The Lapna canal was given up', 'abandoned')],
      '2021-01-01',
      'abandoned',
    ],
    [
      'superseded.replaced',
      [canal('2020-01-01'), report('2020-06-01', 'The Lapna canal was replaced by a pipeline', 'abandoned')],
      '2021-01-01',
      'superseded',
    ],
    [
      'lapsed.expired',
      [canal('2020-01-01'), report('2020-06-01', 'The plan for the Lapna canal expired', 'failed')],
      '2021-01-01',
      'lapsed',
    ],
    [
      'progress.revised',
      [canal('2020-01-01'), report('2020-06-01', 'The Lapna canal is now due in May', 'revised')],
      '2021-01-01',
      'in-progress',
    ],
    ['progress.reaffirmed', [canal('2020-01-01'), canal('2020-09-01')], '2021-01-01', 'in-progress'],
    ['delayed.deadline', [canal('2020-01-01', { deadline: '2020-12-31' })], '2021-01-01', 'delayed'],
    ['lapsed.silence', [canal('2010-01-01')], '2021-01-01', 'lapsed'],
    [
      'superseded.lower',
      [canal('2020-01-01', { target: km(50) }), canal('2020-09-01', { target: km(20) })],
      '2021-01-01',
      'superseded',
    ],
    [
      'progress.raised',
      [canal('2020-01-01', { target: km(50) }), canal('2020-09-01', { target: km(90) })],
      '2021-01-01',
      'in-progress',
    ],
  ])('%s', (rule, told, asOf, status) => {
    expect(statusAmong(told, asOf)).toEqual([status, rule]);
  });

  test('a deadline is kept until its last day', () => {
    expect(statusAmong([canal('2020-01-01', { deadline: '2020-12-31' })], '2020-12-31')[0]).toBe('open');
  });

  test('work after the deadline stays late', () => {
    const told = [
      canal('2020-01-01', { deadline: '2020-03-01' }),
      report('2020-06-01', 'Work on the Lapna canal is under way', 'progress'),
    ];
    expect(statusAmong(told, '2021-01-01')[0]).toBe('delayed');
  });

  test('help in general after particular help is partly', () => {
    const promised: Told = {
      text: 'Talks. Georgia will send tents.',
      on: '2022-01-01',
      meetings: [{ words: 'Talks' }],
      commitments: [{ words: 'send tents', parties: ['GEO'], areas: ['humanitarian'] }],
    };
    const general: Told = {
      text: 'Talks. Relief is sent regularly.',
      on: '2023-01-01',
      meetings: [{ words: 'Talks' }],
      progress: [{ words: 'Relief is sent regularly', areas: ['humanitarian'] }],
    };
    expect(statusAmong([promised, general], '2023-12-31')).toEqual(['partly', 'partly.help']);
  });

  test('before it was made there is no status, and any past day can be asked about', () => {
    const told = [canal('2020-01-01'), report('2020-06-01', 'The Lapna canal is finished', 'fulfilled')];
    expect(statusAmong(told, '2019-12-31')[0]).toBeUndefined();
    expect(statusAmong(told, '2020-05-31')[0]).toBe('open');
  });

  test('rules have ids, reasons and examples of their own', () => {
    expect(new Set(STATUS_RULES.map(({ id }) => id)).size).toBe(STATUS_RULES.length);
    expect(STATUS_RULES.every(({ reason, example }) => reason !== '' && example !== '')).toBe(true);
  });
});

test('scores come with the number behind them', () => {
  const { commitments } = deriveRecord({ entries: [MADE, RETOLD, REPORTED].map(entryTold) });
  const views = commitments.map((record) => ({ record, status: statusOf(record, '2024-06-01') }));
  const { all, bySide, byYear } = scoreTables(views);
  expect(all).toMatchObject({ score: 1, count: 3 });
  expect(bySide.map(({ key, count }) => [key, count])).toEqual([
    ['GEO', 1],
    ['GEO+MDA', 2],
  ]);
  expect(byYear.map(({ key }) => key)).toEqual(['2022']);
});

test('a series has the words behind each figure', () => {
  const { commitments } = deriveRecord({ entries: [MADE, REPORTED].map(entryTold) });
  const series = commitments.map(seriesOf).find((one) => one !== undefined);
  expect(series?.targets.map(({ value }) => value.value)).toEqual([500]);
  expect(series?.points.map(({ figure, words }) => [figure.value, words])).toEqual([
    [200, 'So far 200 tons of flour have been supplied'],
  ]);
});

test('what is to be reached is no point of a series', () => {
  const told = {
    ...REPORTED,
    text: `${REPORTED.text} The task of supplying 500 tons of flour was set. Supplies come to 300 tons of flour in 2031.`,
    commitments: [{ words: 'supplying 500 tons of flour', target: { value: 500, unit: 't', measure: 'flour' } }],
    progress: [
      ...(REPORTED.progress ?? []),
      { words: 'supplying 500 tons of flour was set', figure: { value: 500, unit: 't', measure: 'flour' } },
      { words: 'Supplies come to 300 tons of flour in 2031', figure: { value: 300, unit: 't' }, date: '2031-12-31' },
    ],
  };
  const { commitments } = deriveRecord({ entries: [MADE, told].map(entryTold) });
  const points = commitments.flatMap((record) => seriesOf(record)?.points ?? []);
  expect(new Set(points.map(({ figure }) => figure.value))).toEqual(new Set([200]));
});
