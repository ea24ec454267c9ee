import { AREAS, type Area, type IsoDate } from '../../model/index.ts';
import { compareSides } from '../compare/compare-sides.ts';
import type { SidesComparison } from '../compare/types.ts';
import type { InstrumentRecord, MeetingRecord } from '../record/types.ts';
import { SCORES } from '../status/score.ts';
import { byWeight, commitmentLine, isLive } from './commitment-sections.ts';
import type { BriefLine, BriefSection, Citation } from './types.ts';
import { type BriefView, citationOf, dayText, groupOf, nameOf, namesOf } from './view.ts';

const LIMITS = { meetings: 4, documents: 5, differences: 6, agenda: 8, areas: 3 } as const;

/** Years without a word after which an area counts as not touched. */
const UNTOUCHED_YEARS = 2;

/** How things stand in numbers, and the last meetings. */
export function relationsSection(view: BriefView): BriefSection {
  const held = view.meetings.filter(({ status }) => status === 'held');
  return {
    id: 'relations',
    title: 'State of relations and last meetings',
    groups: [
      { lines: summaryLines(view), more: 0 },
      groupOf(
        held.toReversed().map((meeting) => meetingLine(view, meeting)),
        LIMITS.meetings,
        'Last meetings',
      ),
    ],
  };
}

function summaryLines(view: BriefView): BriefLine[] {
  const { standings } = view;
  if (standings.length === 0) return [];
  const count = (...statuses: readonly string[]) => standings.filter(({ at }) => statuses.includes(at.status)).length;
  const scored = standings.flatMap(({ at }) => SCORES[at.status] ?? []);
  const score = scored.reduce<number>((sum, one) => sum + one, 0);
  const text = `${standings.length} commitments on record: ${count('fulfilled')} kept, ${count('partly')} partly, ${count('in-progress')} in progress, ${count('open')} open, ${count('delayed')} delayed, ${count('failed', 'abandoned', 'lapsed')} not kept. Score ${score > 0 ? '+' : ''}${score} of ${scored.length} (+1 kept, 0 partly or in progress, −1 not kept).`;
  const latest = view.last?.mentions[0];
  return [{ text, citations: latest === undefined ? [] : [citationOf(view, latest)] }];
}

function meetingLine(view: BriefView, meeting: MeetingRecord): BriefLine {
  const place = meeting.place === undefined ? '' : `, ${meeting.place}`;
  const people = meeting.participants
    .flatMap(({ name, office }) => name ?? office ?? [])
    .slice(0, 4)
    .join(', ');
  const formats = meeting.formats.length === 0 ? '' : ` (${meeting.formats.join(', ')})`;
  const differ = meeting.contradictions.map(
    ({ field, values }) => `${field}: ${values.map(({ value }) => value).join(' or ')}`,
  );
  return {
    text: `${meeting.date === undefined ? 'Undated' : dayText(meeting.date)}${place}${people === '' ? '' : `: ${people}`}${formats}`,
    detail: differ.length === 0 ? undefined : `Accounts differ on ${differ.join('; ')}.`,
    citations: distinct(meeting.mentions.map((mention) => citationOf(view, mention))).slice(0, 3),
  };
}

function distinct(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [citation.document, citation])).values()];
}

/** Documents signed since the last meeting, in preparation, and signed but not yet in force. */
export function documentsSection(view: BriefView): BriefSection {
  const { since } = view;
  const signed = view.instruments.filter(
    ({ status, date }) => status !== 'in-preparation' && status !== 'terminated' && date !== undefined && date >= since,
  );
  const waiting = view.instruments.filter(
    ({ status, type }) => status === 'signed' && (type === 'treaty' || type === 'agreement'),
  );
  const preparing = view.instruments.filter(({ status }) => status === 'in-preparation');
  const lines = (instruments: readonly InstrumentRecord[]) =>
    instruments.toReversed().map((one) => instrumentLine(view, one));
  return {
    id: 'documents',
    title: 'Documents',
    groups: [
      groupOf(lines(signed), LIMITS.documents, since === '' ? 'Signed' : `Signed since ${dayText(since)}`),
      groupOf(lines(preparing), LIMITS.documents, 'In preparation'),
      groupOf(lines(waiting), LIMITS.documents, 'Signed, entry into force not reported'),
    ].filter((group) => group.lines.length > 0),
  };
}

function instrumentLine(view: BriefView, { title, mentions, type, date, parties }: InstrumentRecord): BriefLine {
  const first = mentions[0]!;
  return {
    text: `${title ?? first.words} (${type}; ${namesOf(parties)}${date === undefined ? '' : `; ${dayText(date)}`})`,
    citations: [citationOf(view, first)],
  };
}

/** Where the two sides' readouts of the last meeting that both told of differed. */
export function differencesSection(view: BriefView): BriefSection {
  const comparison = lastComparison(view);
  const lines = comparison === undefined ? [] : comparisonLines(view, comparison);
  const title =
    comparison?.a.publishedAt === undefined
      ? 'Where the readouts differed'
      : `Where the readouts of ${dayText(comparison.a.publishedAt)} differed`;
  return { id: 'differences', title, groups: [groupOf(lines, LIMITS.differences)] };
}

function lastComparison({ meetings, record }: BriefView): SidesComparison | undefined {
  for (const { mentions, status } of meetings.toReversed()) {
    if (status !== 'held') continue;
    const told = mentions.flatMap(({ document }) => record.documents.get(document) ?? []);
    const a = told.find(({ side }) => side !== undefined);
    const b = told.find(({ side }) => side !== undefined && side !== a?.side);
    if (a === undefined || b === undefined) continue;
    const sideOf = (document: typeof a) => ({
      document,
      commitments: record.commitments
        .flatMap((one) => one.mentions)
        .filter((mention) => mention.document === document.id),
      areas: [],
    });
    return compareSides(record, sideOf(a), sideOf(b));
  }
  return undefined;
}

function comparisonLines(view: BriefView, { a, b, both, onlyA, onlyB }: SidesComparison): BriefLine[] {
  const name = (document: typeof a) =>
    document.publisher ?? (document.side === undefined ? document.id : nameOf(document.side));
  const differing = both.filter(({ differences }) => differences.length > 0);
  return [
    ...differing.map(
      (shared): BriefLine => ({
        text: `“${shared.a.words}” / “${shared.b.words}”: ${shared.differences.map(({ field, a: x = 'not said', b: y = 'not said' }) => `${field} ${x} / ${y}`).join('; ')}`,
        citations: [citationOf(view, shared.a), citationOf(view, shared.b)],
      }),
    ),
    ...onlyA.map(
      (mention): BriefLine => ({ text: `Only ${name(a)}: “${mention.words}”`, citations: [citationOf(view, mention)] }),
    ),
    ...onlyB.map(
      (mention): BriefLine => ({ text: `Only ${name(b)}: “${mention.words}”`, citations: [citationOf(view, mention)] }),
    ),
  ];
}

/** What to put on the table: open and overdue undertakings by weight, then areas not touched for long. */
export function agendaSection(view: BriefView): BriefSection {
  const items = view.standings
    .filter(isLive)
    .sort(byWeight)
    .map((one) => commitmentLine(view, one));
  return {
    id: 'agenda',
    title: 'Proposed agenda',
    groups: [
      groupOf(
        items.map(({ text, status, citations }) => ({ text, status, citations })),
        LIMITS.agenda,
      ),
      groupOf(untouchedLines(view), LIMITS.areas, `Areas not touched for ${UNTOUCHED_YEARS} years`),
    ].filter(({ lines }) => lines.length > 0),
  };
}

function untouchedLines(view: BriefView): BriefLine[] {
  const limit = `${Number(view.asOf.slice(0, 4)) - UNTOUCHED_YEARS}${view.asOf.slice(4)}`;
  const last = new Map<Area, { date: IsoDate; line: BriefLine }>();
  for (const { record } of view.standings)
    for (const mention of record.mentions)
      for (const area of mention.areas) {
        if (mention.date === undefined || mention.date > view.asOf || mention.date <= (last.get(area)?.date ?? ''))
          continue;
        last.set(area, {
          date: mention.date,
          line: {
            text: `${area}: last on ${dayText(mention.date)}, “${mention.words}”`,
            citations: [citationOf(view, mention)],
          },
        });
      }
  return AREAS.flatMap((area) => last.get(area) ?? [])
    .filter(({ date }) => date < limit)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ line }) => line);
}
