import { expect, test } from 'vitest';
import { actorHref, commitmentHref, documentHref, idInAddress, pairHref } from './hrefs.ts';

test('the id of a finding is found again in its address', () => {
  const [, , part = ''] = commitmentHref('abc#c1-20').split('/');
  expect(idInAddress(decodeURIComponent(part))).toBe('abc#c1-20');
});

test.each([actorHref, commitmentHref, documentHref, pairHref])('half a letter does not break an address', (href) => {
  expect(decodeURIComponent(href('a\ud800'))).toContain('a\ufffd');
});
