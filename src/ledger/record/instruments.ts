import type { InstrumentMention } from '../entry/types.ts';
import { ownTerms } from '../links/features.ts';
import { coverOf, overlapOf } from '../links/overlap.ts';
import { byDate } from './commitments.ts';
import type { InstrumentRecord } from './types.ts';

/** The stages of a document's life, in their order. */
const STAGES = ['in-preparation', 'signed', 'ratified', 'in-force', 'terminated'] as const;

/** Weight of shared words from which two mentions of one type and parties are one document. */
const SAME = 0.6;

/** Documents signed or prepared, their mentions brought together by type, parties and title. */
export function instrumentRecords(mentions: readonly InstrumentMention[]): InstrumentRecord[] {
  const groups: InstrumentMention[][] = [];
  const byKey = new Map<string, InstrumentMention[][]>();
  for (const mention of [...mentions].sort(byDate)) {
    const key = `${mention.type} ${mention.parties.join('+')}`;
    const known = byKey.get(key) ?? [];
    const group = known.find((one) => isOne(one[0]!, mention));
    if (group !== undefined) group.push(mention);
    else {
      const started = [mention];
      groups.push(started);
      byKey.set(key, [...known, started]);
    }
  }
  return groups.map(instrumentRecord);
}

function isOne(a: InstrumentMention, b: InstrumentMention): boolean {
  if (
    a.when !== undefined &&
    b.when !== undefined &&
    a.status === 'signed' &&
    b.status === 'signed' &&
    a.when !== b.when
  )
    return false;
  const overlap = overlapOf(ownTerms(a), ownTerms(b));
  return a.when !== undefined && a.when === b.when && a.words === b.words
    ? true
    : overlap.shared >= 2 && coverOf(overlap) >= SAME;
}

/** One document of its mentions, which must be at least one, by date. */
export function instrumentRecord(mentions: readonly InstrumentMention[]): InstrumentRecord {
  const first = mentions[0]!;
  const stage = Math.max(...mentions.map(({ status }) => STAGES.indexOf(status)));
  return {
    id: first.id,
    mentions,
    type: first.type,
    title: mentions.find(({ title }) => title !== undefined)?.title,
    parties: first.parties,
    date: mentions.find(({ status, when }) => status === 'signed' && when !== undefined)?.date ?? first.date,
    status: STAGES[stage]!,
  };
}
