import { expect, test } from 'vitest';
import { localAddress } from './view.ts';

test.each([
  ['/', '/'],
  ['/pairs/KAZ-KGZ?area=water#c1', '/pairs/KAZ-KGZ?area=water#c1'],
  ['/actors/KAZ/../KGZ', '/actors/KGZ'],
  ['', '/'],
  ['areas', '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['\\\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/\n/elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['/x/..//elsewhere.example', '/'],
  ['/areas\r\nset-cookie: a=b', '/areasset-cookie:%20a=b'],
])('%j leads back to %j', (given, expected) => {
  expect(localAddress(given)).toBe(expected);
});
