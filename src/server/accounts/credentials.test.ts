import { expect, test } from 'vitest';
import { tokenIn } from './credentials.ts';

const basic = (words: string): string => `Basic ${Buffer.from(words).toString('base64')}`;

test.each([
  ['Bearer readout_abc', 'readout_abc'],
  ['bearer  readout_abc ', 'readout_abc'],
  [basic('any:readout_abc'), 'readout_abc'],
  [basic(':a:b'), 'a:b'],
  ['Bearer', undefined],
  ['Basic', undefined],
  [basic('readout_abc'), undefined],
  [basic('any:'), undefined],
  ['Basic !!', undefined],
  ['Digest readout_abc', undefined],
  ['', undefined],
])('the token of %j is %j', (header, token) => {
  expect(tokenIn(header)).toBe(token);
});
