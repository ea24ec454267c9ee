import { placeName } from '../../knowledge/index.ts';
import { compareSides } from '../compare/compare-sides.ts';
import { toldOf } from '../compare/difference-words.ts';
import type { SharedCommitment, SidesComparison } from '../compare/types.ts';
import type { CommitmentMention, DocumentEntry } from '../entry/types.ts';
import { participantName } from '../record/participant-name.ts';
import type { Contradiction, InstrumentRecord, MeetingRecord } from '../record/types.ts';
import { SCORES } from '../status/score.ts';
import type { Status } from '../status/types.ts';
import type { BriefLine, BriefSection, Citation } from './types.ts';
import { type BriefView, citationOf, groupOf, namesOf } from './view.ts';

const LIMITS = { meetings: 3, documents: 4, differences: 5, people: 4, citations: 3 } as const;

/** How things stand in numbers, and the last meetings. */
export function relationsSection(view: BriefView): BriefSection {
  const held = view.meetings.filter(({ status }) => status === 'held');
  const { t } = view.words;
  return {
    id: 'relations',
    title: t('brief.relations'),
    groups: [
      { lines: summaryLines(view), more: 0 },
      groupOf(held.toReversed(), LIMITS.meetings, (meeting) => meetingLine(view, meeting), t('brief.lastMeetings')),
    ],
  };
}

function summaryLines(view: BriefView): BriefLine[] {
  const { standings, words, last } = view;
  if (standings.length === 0) return [];
  const count = (...statuses: readonly Status[]) => standings.filter(({ at }) => statuses.includes(at.status)).length;
  const scored = standings.flatMap(({ at }) => SCORES[at.status] ?? []);
  const score = scored.reduce<number>((sum, one) => sum + one, 0);
  const counts = words.t('brief.summary', {
    count: standings.length,
    fulfilled: count('fulfilled'),
    partly: count('partly'),
    progress: count('in-progress'),
    open: count('open'),
    delayed: count('delayed'),
    failed: count('failed', 'abandoned', 'lapsed'),
  });
  const sum = words.t('brief.score', { score: `${score > 0 ? '+' : ''}${words.number(score)}`, count: scored.length });
  const latest = last?.mentions[0];
  return [{ text: `${counts} ${sum}`, citations: latest === undefined ? [] : [citationOf(view, latest)] }];
}

function meetingLine(view: BriefView, meeting: MeetingRecord): BriefLine {
  const { t, of, when, actor, language } = view.words;
  const day = meeting.date === undefined ? t('meeting.undated') : when(meeting.date);
  const people = meeting.participants
    .flatMap(
      (one) => participantName(one, meeting.date, language) ?? (one.office === undefined ? [] : actor(one.office)),
    )
    .slice(0, LIMITS.people);
  const place = meeting.place === undefined ? undefined : placeName(meeting.place, language, meeting.date);
  const formats = meeting.formats.map((format) => of('format', format)).join(', ');
  const differ = meeting.contradictions.map((one) => contradictionText(view, one));
  return {
    text: [
      [day, place].filter((part) => part !== undefined).join(', '),
      people.length === 0 ? '' : `: ${people.join(', ')}`,
      formats === '' ? '' : ` (${formats})`,
    ].join(''),
    detail: differ.length === 0 ? undefined : t('brief.accountsDiffer', { what: differ.join('; ') }),
    citations: distinct(meeting.mentions.map((mention) => citationOf(view, mention))).slice(0, LIMITS.citations),
  };
}

function contradictionText({ words: { of, when } }: BriefView, { field, values }: Contradiction): string {
  const told = values.map(({ value }) => (field === 'date' ? when(value) : value));
  return `${of('contradiction', field)}: ${told.join(' ≠ ')}`;
}

function distinct(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [citation.document, citation])).values()];
}

/** Documents signed since the last meeting, in preparation, and signed but not yet in force. */
export function documentsSection(view: BriefView): BriefSection {
  const { since, words } = view;
  const { t, when } = words;
  const signed = view.instruments.filter(
    ({ status, date }) =>
      status !== 'in-preparation' &&
      status !== 'terminated' &&
      date !== undefined &&
      (since === undefined || date >= since),
  );
  const waiting = view.instruments.filter(
    (one) => one.status === 'signed' && (one.type === 'treaty' || one.type === 'agreement') && !signed.includes(one),
  );
  const preparing = view.instruments.filter(({ status }) => status === 'in-preparation');
  const group = (instruments: readonly InstrumentRecord[], title: string) =>
    groupOf(instruments.toReversed(), LIMITS.documents, (one) => instrumentLine(view, one), title);
  return {
    id: 'documents',
    title: t('brief.documents'),
    groups: [
      group(signed, since === undefined ? t('brief.signed') : t('brief.signedSince', { date: when(since) })),
      group(preparing, t('brief.preparing')),
      group(waiting, t('brief.notInForce')),
    ].filter(({ lines }) => lines.length > 0),
  };
}

function instrumentLine(view: BriefView, { title, mentions, type, date, parties }: InstrumentRecord): BriefLine {
  const { of, when } = view.words;
  const first = mentions[0]!;
  const facts = [of('instrument', type), namesOf(view, parties), date === undefined ? undefined : when(date)];
  return {
    text: `${title ?? first.words} (${facts.filter((fact) => fact !== undefined).join('; ')})`,
    citations: [citationOf(view, first)],
  };
}

/** Where the two sides' readouts of the last meeting that both told of differed. */
export function differencesSection(view: BriefView): BriefSection {
  const { t, when } = view.words;
  const comparison = lastComparison(view);
  const lines = comparison === undefined ? [] : comparisonLines(view, comparison);
  const day = comparison?.a.publishedAt;
  const title = day === undefined ? t('brief.differences') : t('brief.differencesOf', { date: when(day) });
  return { id: 'differences', title, groups: [groupOf(lines, LIMITS.differences, (line) => line)] };
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
  const differing = both.filter(({ differences }) => differences.length > 0);
  return [
    ...differing.map((shared) => differingLine(view, shared)),
    ...onlyA.map((mention) => onlyLine(view, a, mention)),
    ...onlyB.map((mention) => onlyLine(view, b, mention)),
  ];
}

function differingLine(view: BriefView, { a, b, differences }: SharedCommitment): BriefLine {
  const { words } = view;
  const told = (mention: CommitmentMention, field: SharedCommitment['differences'][number]['field']) =>
    toldOf(field, mention, words) ?? words.t('meeting.unsaid');
  const quoted = [a, b].map((mention) => words.t('quote', { words: mention.words }));
  const differing = differences.map(
    ({ field }) => `${words.of('field', field)}: ${told(a, field)} ≠ ${told(b, field)}`,
  );
  return {
    text: quoted.join(' / '),
    detail: differing.join('; '),
    citations: [citationOf(view, a), citationOf(view, b)],
  };
}

function onlyLine(view: BriefView, document: DocumentEntry, mention: CommitmentMention): BriefLine {
  const { t, actor } = view.words;
  const who = document.publisher ?? (document.side === undefined ? t('brief.unnamed') : actor(document.side));
  return {
    text: t('brief.only', { who, words: t('quote', { words: mention.words }) }),
    citations: [citationOf(view, mention)],
  };
}
