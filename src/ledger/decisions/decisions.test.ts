import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../entry/types.ts';
import { linkAll } from '../links/link.ts';
import { statusOf } from '../status/status.ts';
import { entryTold, MADE, REPORTED, RETOLD } from '../testing/readings.ts';
import { applyDecisions, standing } from './apply.ts';
import { type DecidedRecord, deriveDecided } from './derive-decided.ts';
import type { Ruling } from './types.ts';

const [made, retold, reported] = [MADE, RETOLD, REPORTED].map(entryTold) as [LedgerEntry, LedgerEntry, LedgerEntry];
const ENTRIES = [made, retold, reported];
const [ferry, flour] = made.commitments as [LedgerEntry['commitments'][number], LedgerEntry['commitments'][number]];
const [parom, school] = retold.commitments as [LedgerEntry['commitments'][number], LedgerEntry['commitments'][number]];
const voyage = reported.progress[0]!;

let count = 0;
function decision(
  kind: Ruling['kind'],
  subject: string,
  payload: Ruling['payload'] = {},
  more: Partial<Ruling> = {},
): Ruling {
  count += 1;
  return {
    id: `d${count}`,
    kind,
    subject,
    payload,
    who: 'Ana',
    at: `2024-01-01T00:00:${String(count % 60).padStart(2, '0')}Z`,
    why: 'checked',
    ...more,
  };
}

function derived(...decisions: Ruling[]): DecidedRecord {
  return deriveDecided({ entries: ENTRIES }, decisions);
}

function clusterOf(record: DecidedRecord, mention: string) {
  return record.commitments.find(({ mentions }) => mentions.some(({ id }) => id === mention));
}

describe('each kind of decision', () => {
  test('accept makes the finding certain', () => {
    expect(clusterOf(derived(decision('accept', ferry.id)), ferry.id)?.mentions[0]?.confidence).toBe(1);
  });

  test('reject takes it out of the record', () => {
    expect(clusterOf(derived(decision('reject', flour.id)), flour.id)).toBeUndefined();
  });

  test('correct changes its fields', () => {
    const record = derived(decision('correct', flour.id, { fields: { deadline: '2022-12-31', target: null } }));
    expect(clusterOf(record, flour.id)?.mentions[0]).toMatchObject({ deadline: '2022-12-31', confidence: 1 });
    expect(clusterOf(record, flour.id)?.targets).toEqual([]);
  });

  test('correct gives a meeting its day along with its time', () => {
    const { id } = made.meetings[0]!;
    const record = derived(decision('correct', id, { fields: { when: '2021-05-01/2021-05-03' } }));
    const mentions = record.meetings.flatMap((meeting) => meeting.mentions);
    expect(mentions.find((mention) => mention.id === id)).toMatchObject({ date: '2021-05-01' });
  });

  test('merge brings together, split keeps apart, and the last word holds', () => {
    const together = decision('merge', flour.id, { with: school.id });
    expect(clusterOf(derived(together), flour.id)?.mentions).toHaveLength(2);
    expect(clusterOf(derived(decision('split', ferry.id, { from: parom.id })), ferry.id)?.mentions).toHaveLength(1);
    expect(
      clusterOf(derived(together, decision('split', flour.id, { from: school.id })), flour.id)?.mentions,
    ).toHaveLength(1);
  });

  test('link and unlink say what a claim speaks of', () => {
    expect(
      clusterOf(derived(decision('link', voyage.id, { to: school.id })), school.id)?.evidence.map(
        ({ mention }) => mention.id,
      ),
    ).toEqual([voyage.id]);
    const unlinked = derived(
      decision('unlink', voyage.id, { from: ferry.id }),
      decision('unlink', voyage.id, { from: parom.id }),
    );
    expect(clusterOf(unlinked, ferry.id)?.evidence).toEqual([]);
  });

  test('set-status holds from its day on', () => {
    const record = derived(decision('set-status', school.id, { status: 'abandoned', date: '2023-03-01' }));
    const school2 = clusterOf(record, school.id)!;
    expect(statusOf(school2, '2023-02-28')?.status).toBe('open');
    expect(statusOf(school2, '2023-03-01')).toMatchObject({ status: 'abandoned', rule: 'ruled' });
  });

  test('note is kept beside the record', () => {
    expect(derived(decision('note', school.id, { text: 'ask the embassy' })).notes).toMatchObject([
      { subject: school.id, text: 'ask the embassy', who: 'Ana' },
    ]);
  });

  test('add-commitment puts one in by hand, which is matched like any other', () => {
    const commitment = {
      words: 'build a school in Comrat',
      spans: [[0, 10]],
      parties: ['GEO', 'MDA'],
      areas: ['education'],
      strength: 3,
    };
    const record = derived(
      decision('add-commitment', `${made.document.id}#c0-10`, { commitment }, { document: made.document.id }),
    );
    expect(
      clusterOf(record, school.id)
        ?.mentions.map(({ words }) => words)
        .sort(),
    ).toEqual(['build a school in Comrat', school.words]);
  });

  test('a payload that does not fit is a coded error', () => {
    expect(() => derived(decision('merge', ferry.id, {}))).toThrow(/merge with a payload that does not fit/);
  });
});

test('what was undone does nothing, unless the undo was undone', () => {
  const reject = decision('reject', flour.id);
  const undo = decision('undo', reject.id, {}, { undoes: reject.id });
  const redo = decision('undo', undo.id, {}, { undoes: undo.id });
  expect(standing([reject, undo])).toEqual([]);
  expect(standing([undo, redo, reject])).toEqual([reject]);
});

describe('after a re-reading', () => {
  const recut = entryTold({
    ...MADE,
    commitments: [{ words: 'launch a ferry between Batumi and Giurgiulesti', areas: ['transport'] }],
  });
  const entries = [recut, retold, reported];

  test('a decision finds its finding by document and overlap of spans', () => {
    const { commitments, unattached } = deriveDecided({ entries }, [
      decision('set-status', ferry.id, { status: 'failed' }),
    ]);
    expect(unattached).toEqual([]);
    expect(commitments.flatMap(({ ruled }) => ruled.map(({ mention }) => mention))).toEqual([recut.commitments[0]?.id]);
  });

  test('what has no finding any more is listed', () => {
    const lost = decision('reject', flour.id);
    expect(applyDecisions({ entries, links: [] }, [lost]).unattached).toEqual([lost]);
  });
});

test('the record is the same in whatever order proposals and decisions come', () => {
  const decisions = [
    decision('merge', flour.id, { with: school.id }),
    decision('correct', ferry.id, { fields: { strength: 5 } }),
    decision('set-status', ferry.id, { status: 'partly' }),
    decision('reject', voyage.id),
  ];
  const links = linkAll(ENTRIES);
  const one = deriveDecided({ entries: ENTRIES, links }, decisions);
  const other = deriveDecided({ entries: ENTRIES.toReversed(), links: links.toReversed() }, decisions.toReversed());
  const plain = (record: DecidedRecord) => JSON.stringify({ ...record, documents: [...record.documents] });
  expect(plain(other)).toBe(plain(one));
});
