import { expect, test } from 'vitest';
import type { Reading } from '../../model/index.ts';
import { viewReading } from './reading.ts';

const TEXT = 'Talks held\n\nThe two Presidents agreed to build a road by 2022 and to raise trade to $2 billion.';
const START = TEXT.indexOf('build');

const READING: Reading = {
  reader: 'sample',
  document: {
    id: '1',
    kind: 'readout',
    language: 'en',
    title: 'Talks held',
    publisher: 'Agency',
    publishedAt: '2021-03-02',
  },
  actorMentions: [{ spans: [[12, 30]], actor: 'KAZ/president', by: 'group', confidence: 0.9 }],
  meetings: [],
  statements: [],
  commitments: [
    {
      spans: [[START, START + 20]],
      parties: ['KAZ', 'KGZ'],
      beneficiaries: [],
      areas: ['transport'],
      strength: 3,
      deadline: '2022-12-31',
      target: { value: 2e9, unit: 'USD', measure: 'trade turnover' },
      conditional: false,
      reaffirms: true,
      rule: 'en.agree',
      confidence: 0.9,
    },
  ],
  instruments: [],
  progress: [],
};

test('a reading for people has parties, areas, strength, deadline, target, and the words', () => {
  const view = viewReading(READING, TEXT);
  for (const part of [
    'Talks held',
    'Agency',
    '2021-03-02',
    'KAZ, KGZ',
    'transport',
    '3 agreed',
    '2022-12-31',
    '2,000,000,000 USD',
  ])
    expect(view).toContain(part);
  expect(view).toContain('“build a road by 2022”');
  expect(view).not.toContain('Meetings');
  expect(view).not.toContain('en.agree');
});
