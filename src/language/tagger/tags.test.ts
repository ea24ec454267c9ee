import { describe, expect, it } from 'vitest';
import { UPOS } from '../doc.ts';
import { TagReader } from './tags.ts';

const columns = [
  { name: 'Case', values: ['', 'Gen', 'Nom'] },
  { name: 'Number', values: ['', 'Plur', 'Sing'] },
];
const NOUN = UPOS.indexOf('NOUN');
const PUNCT = UPOS.indexOf('PUNCT');
const allowed = UPOS.map((_, code) =>
  code === NOUN
    ? [
        [0, 2],
        [1, 2],
      ]
    : [[0], [0]],
);

/** Scores in which the named part of speech and the values (counted through all features) stand out. */
function scores(upos: number, ...values: number[]): Float32Array {
  const row = new Float32Array(UPOS.length + 6);
  row[upos] = 1;
  for (const [rank, value] of values.entries()) row[UPOS.length + value] = 9 - rank;
  return row;
}

describe('reading tags', () => {
  const reader = new TagReader(columns, allowed);
  const table = [
    { name: 'takes the best values', row: scores(NOUN, 2, 4), feats: 'Case=Nom|Number=Plur' },
    {
      name: 'passes over a value that the part of speech never has',
      row: scores(NOUN, 1, 2, 5),
      feats: 'Case=Nom|Number=Sing',
    },
    { name: 'leaves out a feature without a value', row: scores(NOUN, 0, 5), feats: 'Number=Sing' },
  ];
  for (const { name, row, feats } of table) it(name, () => expect(reader.read(row, 0)).toEqual({ upos: NOUN, feats }));

  it('gives a part of speech without features none, whatever the scores', () =>
    expect(reader.read(scores(PUNCT, 1, 4), 0)).toEqual({ upos: PUNCT, feats: '' }));

  it('gives the same answer when asked again', () => {
    const row = scores(NOUN, 2, 4);
    expect(reader.read(row, 0)).toEqual(reader.read(row, 0));
  });

  it('reads from any place', () => {
    const row = new Float32Array([...scores(PUNCT), ...scores(NOUN, 2, 5)]);
    expect(reader.read(row, UPOS.length + 6).feats).toBe('Case=Nom|Number=Sing');
  });
});
