import { expect, test } from 'vitest';
import { entryTold, MADE, RETOLD } from '../testing/readings.ts';
import { clearestMention } from './clearest.ts';
import { deriveRecord } from './derive.ts';
import type { CommitmentRecord } from './types.ts';

const { commitments } = deriveRecord({ entries: [MADE, RETOLD].map(entryTold) });
const [first, second] = commitments.find(({ mentions }) => mentions.length > 1)!.mentions;

/** A commitment that two texts tell of, alike in all that is not said otherwise. */
function told(
  a: Partial<typeof first>,
  b: Partial<typeof first>,
  rest: Partial<CommitmentRecord> = {},
): CommitmentRecord {
  const mentions = [
    { ...first!, context: [], ...a },
    { ...second!, context: [], ...b },
  ];
  return { ...commitments[0]!, deadlines: [], targets: [], mentions, ...rest };
}

test.each<readonly [string, CommitmentRecord, string | undefined]>([
  ['of equals the first', told({}, {}), first?.id],
  ['words that do not lean on those around', told({ context: ['c:trade'] }, {}), second?.id],
  [
    'the deadline that holds',
    told({ deadline: '2023-12-31' }, { deadline: '2024-12-31' }, { deadlines: [{ value: '2024-12-31', mention: '' }] }),
    second?.id,
  ],
  [
    'the target that holds',
    told({}, { target: { value: 3e9 } }, { targets: [{ value: { value: 3e9 }, mention: '' }] }),
    second?.id,
  ],
])('the clearest has %s', (_what, record, id) => {
  expect(clearestMention(record)?.id).toBe(id);
});

test('a preference decides between equals only', () => {
  const preference = ({ id }: { id: string }) => (id === second?.id ? 0.5 : 0);
  expect(clearestMention(told({}, {}), { preference })?.id).toBe(second?.id);
  expect(clearestMention(told({}, { context: ['c:trade'] }), { preference })?.id).toBe(first?.id);
});

test('what was said later is not known on an earlier day', () => {
  const record = told({ context: ['c:trade'], date: '2022-05-10' }, { date: '2023-05-10' });
  expect(clearestMention(record, { asOf: '2022-12-31' })?.id).toBe(first?.id);
});
