import { expect, test } from 'vitest';

test('the tests run on Node 24 or later', () => {
  expect(Number.parseInt(process.versions.node, 10)).toBeGreaterThanOrEqual(24);
});
