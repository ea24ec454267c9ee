import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAYLOADS, STATUS_RULES, STATUSES } from '../src/ledger/index.ts';

const TEXT = readFileSync(new URL('./ledger.md', import.meta.url), 'utf8');

test.each([...STATUS_RULES.map(({ id }) => id), ...Object.keys(PAYLOADS)])('explains `%s`', (name) => {
  expect(TEXT).toContain(`\`${name}\``);
});

test.each(STATUSES)('says when a commitment is %s', (status) => {
  expect(TEXT).toMatch(new RegExp(`\\| ${status}\\s+\\|`));
});
