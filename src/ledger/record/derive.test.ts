import { expect, test } from 'vitest';
import { linkAll } from '../links/link.ts';
import { entryTold, MADE, REPORTED, RETOLD } from '../testing/readings.ts';
import { recordAsOf } from './as-of.ts';
import { clusterBy } from './clusters.ts';
import { deriveRecord } from './derive.ts';

const ENTRIES = [MADE, RETOLD, REPORTED].map(entryTold);

test('one undertaking told in two languages and carried out is one, with its history', () => {
  const { commitments } = deriveRecord({ entries: ENTRIES });
  const ferry = commitments.find(({ areas }) => areas.includes('transport'));
  expect(ferry?.mentions.map(({ document }) => document)).toHaveLength(2);
  expect(ferry?.deadlines.map(({ value }) => value).sort()).toEqual(['2023-12-31', '2024-12-31']);
  expect(ferry?.reaffirmations).toEqual([]);
  expect(ferry?.evidence.map(({ kind }) => kind)).toEqual(['fulfilled']);
});

test('one meeting told by both sides is one, and names both its accounts', () => {
  const { meetings } = deriveRecord({ entries: ENTRIES });
  expect(meetings.map(({ date, mentions }) => [date, mentions.length])).toEqual([
    ['2022-05-10', 2],
    ['2023-06-01', 1],
  ]);
  expect(meetings[0]?.contradictions).toEqual([]);
});

test.each([
  ['date', { date: '2022-05-11', place: 'Тбилиси' }, ['2022-05-10', '2022-05-11']],
  ['place', { date: '2022-05-10', place: 'Батуми' }, ['Tbilisi', 'Батуми']],
])('accounts that contradict each other in the %s are both kept', (field, told, values) => {
  const participants = [{ office: 'GEO/foreign-minister' }, { office: 'MDA/foreign-minister' }];
  const here = { ...MADE, meetings: MADE.meetings?.map((meeting) => ({ ...meeting, participants })) ?? [] };
  const there = { ...RETOLD, meetings: [{ words: 'Министры встретились в понедельник', participants, ...told }] };
  const { meetings } = deriveRecord({ entries: [entryTold(here), entryTold(there)] });
  expect(meetings).toHaveLength(1);
  expect(meetings[0]?.contradictions.map((one) => [one.field, one.values.map(({ value }) => value).sort()])).toEqual([
    [field, values],
  ]);
});

test('a scheduled meeting is held once a text says so', () => {
  const plan = entryTold({
    text: 'The commission will meet in Batumi.',
    on: '2022-01-10',
    meetings: [{ words: 'The commission will meet in Batumi', date: '2022-05-10', status: 'scheduled' }],
  });
  const held = entryTold({
    text: 'The commission met in Batumi.',
    on: '2022-05-10',
    meetings: [{ words: 'The commission met in Batumi', date: '2022-05-10' }],
  });
  expect(deriveRecord({ entries: [plan, held] }).meetings.map(({ status }) => status)).toEqual(['held']);
});

test('a reprint adds no reaffirmation and no second report', () => {
  const reprint = entryTold({ ...REPORTED, text: `${REPORTED.text} Read also.`, on: '2023-06-02' });
  const { reprints, commitments } = deriveRecord({ entries: [...ENTRIES, reprint] });
  expect(reprints).toHaveLength(1);
  expect(commitments.find(({ areas }) => areas.includes('transport'))?.evidence).toHaveLength(1);
});

test('the record does not depend on the order of entries and links', () => {
  const links = linkAll(ENTRIES);
  const record = deriveRecord({ entries: ENTRIES, links });
  const other = deriveRecord({ entries: ENTRIES.toReversed(), links: links.toReversed() });
  expect(JSON.stringify({ ...other, documents: [...other.documents] })).toBe(
    JSON.stringify({ ...record, documents: [...record.documents] }),
  );
});

test('a cluster takes one item of a document, the best', () => {
  const link = (a: string, b: string, score: number) => ({
    kind: 'same-commitment' as const,
    a,
    b,
    score,
    outcome: 'same' as const,
    reasons: [],
  });
  const clusters = clusterBy(['x1', 'y1', 'y2'], [link('x1', 'y1', 0.6), link('x1', 'y2', 0.9)], {
    oncePer: (item) => item.charAt(0),
  });
  expect(clusters).toEqual([['x1', 'y2'], ['y1']]);
});

test('a later target and the one that it replaced are two commitments, though a third account fits both', () => {
  const trade = (words: string, on: string, value: number) =>
    entryTold({
      text: `Talks on ${on}. They will ${words}.`,
      on,
      commitments: [{ words, areas: ['trade'], target: { value, unit: 'USD', measure: 'trade turnover' } }],
    });
  const entries = [
    trade('raise trade to 1 billion', '2020-01-01', 1e9),
    trade('raise trade to 3 billion', '2022-01-01', 3e9),
    trade('bring trade to 1 billion', '2022-01-01', 1e9),
  ];
  const { commitments } = deriveRecord({ entries });
  expect(
    commitments.filter(
      ({ targets }) => targets[0]?.value.value === 1e9 && targets.some(({ value }) => value.value === 3e9),
    ),
  ).toHaveLength(0);
});

test('the record as of a day has nothing that was published later', () => {
  const early = recordAsOf(deriveRecord({ entries: ENTRIES }), '2022-12-31');
  expect(early.meetings).toHaveLength(1);
  expect(early.commitments.flatMap(({ evidence }) => evidence)).toEqual([]);
  const recalled = entryTold({ ...RETOLD, on: '2023-01-10' });
  const late = recordAsOf(deriveRecord({ entries: [entryTold(MADE), recalled] }), '2022-12-31');
  expect(late.commitments.flatMap(({ mentions }) => mentions.map(({ document }) => document))).not.toContain(
    recalled.document.id,
  );
  expect(late.meetings.flatMap(({ mentions }) => mentions)).toHaveLength(1);
});
