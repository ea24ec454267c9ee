import { describe, expect, test } from 'vitest';
import type { PloverRoot, Reading, Statement } from '../../model/index.ts';
import { classifyRoot } from './classify.ts';
import { featuresOf, passagesOf } from './features.ts';
import { ploverRecords } from './records.ts';

const RELATIONS: readonly [sentence: string, source: string, target: string, root: PloverRoot][] = [
  ['Norway condemned the raid by the rebel army.', 'Norway', 'the rebel army', 'ACCUSE'],
  ['Peru has arrested two officials of the embassy.', 'Peru', 'two officials', 'COERCE'],
  ['The Italian premier met the Maltese president in Rome.', 'The Italian premier', 'the Maltese president', 'CONSULT'],
  ['Ghana agreed to reopen the crossing with Togo.', 'Ghana', 'Togo', 'AGREE'],
  ['Chad urged Sudan to protect the refugees.', 'Chad', 'Sudan', 'REQUEST'],
  ['Rebels attacked a convoy of the army near the border.', 'Rebels', 'a convoy of the army', 'ASSAULT'],
  ['The court released the journalist on Monday.', 'The court', 'the journalist', 'YIELD'],
  ['Hungary rejected the proposal of the Commission.', 'Hungary', 'the Commission', 'REJECT'],
];

describe('classifier of roots', () => {
  test.each(RELATIONS)('%s', (sentence, source, target, root) => {
    const guess = classifyRoot({ sentence, source, target });
    expect(guess.root).toBe(root);
    expect(guess.probability).toBeGreaterThan(0.2);
  });

  test('stands any words, and actors that the sentence lacks', () => {
    for (const sentence of ['', '…', 'constructor __proto__ toString']) {
      const { probability } = classifyRoot({ sentence, source: 'a', target: '' });
      expect(probability).toBeGreaterThan(0);
    }
  });
});

test('a cue is told by its place', () => {
  const features = featuresOf({ sentence: 'Cuba thanked Spain', source: 'Cuba', target: 'Spain' });
  expect(features).toContain('between source-first SUPPORT');
  expect(features).toContain('first SUPPORT');
  expect(passagesOf({ sentence: 'Cuba thanked Spain', source: 'Cuba', target: 'Spain' })[0]).toEqual(['thanked']);
});

describe('records', () => {
  const text = 'The presidents spoke by phone. Oslo will send doctors.';
  const statement = (fields: Partial<Statement>): Statement => ({
    spans: [[0, 30]],
    act: 'consult',
    sources: ['NOR', 'PER/president'],
    targets: [],
    polarity: 'positive',
    modality: 'actual',
    areas: [],
    quoted: false,
    rule: 'test',
    confidence: 1,
    ...fields,
  });
  const reading = (statements: Statement[]): Reading => ({
    reader: 'test',
    document: { id: 'd', kind: 'readout', language: 'en', publishedAt: '2024-01-02' },
    actorMentions: [],
    meetings: [],
    statements,
    commitments: [],
    instruments: [],
    progress: [],
  });

  test('a reciprocal act gives one record a party, and what is told twice is merged', () => {
    const records = ploverRecords(reading([statement({}), statement({})]), text);
    expect(records.map(({ source, target, mentions }) => [source, target, mentions])).toEqual([
      [['NOR'], ['PER'], 2],
      [['PER'], ['NOR'], 2],
    ]);
    expect(records[0]).toMatchObject({ event: 'CONSULT', mode: 'phone', date: '2024-01-02', document: 'd' });
  });

  test('a position and a denial are no events', () => {
    expect(ploverRecords(reading([statement({ act: 'state' }), statement({ polarity: 'negative' })]), text)).toEqual(
      [],
    );
  });
});
