import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFolder } from './folder.ts';
import { judgeFolder } from './judge.ts';
import { crossValidate, type Example, fitModel } from './logistic.ts';
import { type Measures, measureLines, sumMeasures } from './measures.ts';

/** A folder as the gold has them: two sides of one meeting, and what a later text says. */
function writeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'readout-gold-'));
  const write = (name: string, publishedAt: string, text: string, gold: object) => {
    writeFileSync(join(folder, `${name}.txt`), text);
    writeFileSync(
      join(folder, `${name}.json`),
      JSON.stringify({ meta: { publishedAt }, document: { kind: 'readout', language: 'en' }, ...gold }),
    );
  };
  const meeting = { formats: [], parties: ['GEO', 'MDA'], participants: [], date: '2022-05-10', status: 'held' };
  const promise = { parties: ['GEO', 'MDA'], areas: ['transport'], strength: 3 };
  const commitment = (quote: string, more = {}) => ({
    quote,
    beneficiaries: [],
    conditional: false,
    reaffirms: false,
    ...promise,
    ...more,
  });
  write('a', '2022-05-10', 'Talks\n\nThey met. They agreed to open the Lapna bridge by 2023.', {
    meetings: [{ quote: 'They met', ...meeting }],
    commitments: [commitment('open the Lapna bridge by 2023', { deadline: '2023-12-31' })],
  });
  write(
    'b',
    '2022-05-10',
    'Talks\n\nThe ministers held talks. The Lapna bridge will be opened. A school will be built.',
    {
      meetings: [{ quote: 'The ministers held talks', ...meeting }],
      commitments: [
        commitment('The Lapna bridge will be opened'),
        commitment('A school will be built', { areas: ['education'] }),
      ],
    },
  );
  write('c', '2023-06-01', 'News\n\nThe Lapna bridge between Georgia and Moldova was opened.', {
    actorMentions: [
      { quote: 'Georgia', actor: 'GEO' },
      { quote: 'Moldova', actor: 'MDA' },
    ],
    progress: [
      { quote: 'The Lapna bridge between Georgia and Moldova was opened', kind: 'fulfilled', areas: ['transport'] },
    ],
  });
  writeFileSync(
    join(folder, 'pairs.json'),
    JSON.stringify([
      { a: 'a', b: 'b', both: [[0, 0]], onlyA: [], onlyB: [1], differ: [{ a: 0, b: 0, in: ['deadline'] }] },
    ]),
  );
  writeFileSync(
    join(folder, 'chains.json'),
    JSON.stringify([
      {
        commitment: ['a', 0],
        later: [{ document: 'c', progress: 0, status: 'fulfilled' }],
        asOf: '2024-01-01',
        status: 'fulfilled',
      },
    ]),
  );
  return folder;
}

describe('the measures of a folder', () => {
  let folder: string;
  let measures: Measures;
  beforeAll(() => {
    folder = writeFolder();
    measures = judgeFolder(loadFolder(folder), loadFolder(folder));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are right where the ledger is', () => {
    expect(measures.meetings).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(measures.matching).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(measures.places).toEqual({ right: 3, wrong: 0, missed: 0 });
    expect(measures.differences).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(measures.progress).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(measures.status).toEqual({ right: 1, wrong: 0, missed: 0 });
  });

  test('count what a reader did not find as missed or wrong', () => {
    const nothing = loadFolder(folder, ({ reading }) => ({ ...reading, meetings: [], commitments: [], progress: [] }));
    const empty = judgeFolder(loadFolder(folder), nothing);
    expect(empty.meetings).toMatchObject({ right: 0, missed: 1 });
    expect(empty.matching).toMatchObject({ right: 0, missed: 1 });
    expect(empty.places).toMatchObject({ right: 0, wrong: 3 });
    expect(empty.status).toMatchObject({ right: 0, wrong: 1 });
  });

  test('add up and print', () => {
    expect(sumMeasures([measures, measures]).status.right).toBe(2);
    expect(measureLines(measures)).toContain('status as of the day');
  });
});

test('a fitted model tells apart what its examples tell apart, also those left out', () => {
  const examples = Array.from(
    { length: 60 },
    (_, i): Example => ({ features: { likeness: (i % 10) / 10 }, label: i % 10 >= 5, group: String(i % 3), words: '' }),
  );
  const prior = { l2: 0.1, weights: { likeness: 1 } };
  expect(fitModel(examples, prior).weights.likeness).toBeGreaterThan(5);
  const predictions = crossValidate(examples, prior);
  expect(examples.every(({ label }, i) => predictions[i]! >= 0.5 === label)).toBe(true);
});
