import {
  type CommitmentPage,
  type CommitmentView,
  clearestMention,
  type Dossier,
  type Finding,
  type FindingKind,
  type InstrumentRecord,
  type MeetingPage,
  type MeetingRecord,
  type Mention,
  type PairSummary,
  type ReviewItem,
  type SidesComparison,
} from '../../desk/index.ts';

/** What the API shows of the desk's objects: without what only the ledger needs, such as terms and signatures. */

function mentionView({ id, document, spans, words, date, rule, confidence }: Mention) {
  return { id, document, spans, words, date, rule, confidence };
}

export function pairView({ revision: _, ...pair }: PairSummary) {
  return pair;
}

export function commitmentView({ record, status }: CommitmentView) {
  const first = record.mentions[0];
  return {
    id: record.id,
    words: clearestMention(record)?.words ?? '',
    parties: record.parties,
    areas: record.areas,
    strength: record.strengths.at(-1)?.value ?? first?.strength ?? 1,
    made: first?.date,
    deadline: record.deadlines.at(-1)?.value,
    target: record.targets.at(-1)?.value,
    meeting: record.meeting,
    status: status?.status,
    since: status?.since,
    statusRule: status?.rule,
    changes: status?.changes ?? [],
    mentions: record.mentions.map(mentionView),
    evidence: record.evidence.map(({ kind, date, mention }) => ({ kind, date, mention: mentionView(mention) })),
  };
}

function meetingView(record: MeetingRecord) {
  const { id, parties, formats, participants, when, date, place, status, mentions, contradictions } = record;
  return {
    id,
    parties,
    formats,
    participants,
    date: when ?? date,
    place,
    status,
    mentions: mentions.map(mentionView),
    contradictions: contradictions.map(({ field, values }) => ({ field, values: values.map(({ value }) => value) })),
  };
}

function instrumentView({ id, type, title, parties, date, status, mentions }: InstrumentRecord) {
  return { id, type, title, parties, date, status, mentions: mentions.map(mentionView) };
}

export function dossierView({ summary, asOf, meetings, commitments, instruments, documents, scores }: Dossier) {
  return {
    pair: pairView(summary),
    asOf,
    meetings: meetings.map(meetingView),
    commitments: commitments.map(commitmentView),
    instruments: instruments.map(instrumentView),
    documents,
    scores,
  };
}

export function comparisonView({ a, b, sides, both, unsure, onlyA, onlyB }: SidesComparison) {
  const shared = (one: SidesComparison['both'][number]) => ({
    a: mentionView(one.a),
    b: mentionView(one.b),
    differences: one.differences,
  });
  return {
    a: a.id,
    b: b.id,
    sides,
    both: both.map(shared),
    perhaps: unsure.map(shared),
    onlyA: onlyA.map(mentionView),
    onlyB: onlyB.map(mentionView),
  };
}

export function meetingDetail({ pair, record, commitments, documents, comparisons }: MeetingPage) {
  return {
    pair,
    meeting: meetingView(record),
    commitments: commitments.map(commitmentView),
    documents,
    comparisons: comparisons.map(comparisonView),
  };
}

export function commitmentDetail(page: CommitmentPage) {
  const { pair, asOf, documents } = page;
  return { pair, asOf, commitment: commitmentView(page), documents };
}

export function findingView<Kind extends FindingKind>({ kind, item, mention, document: source }: Finding<Kind>) {
  const { id, document, spans, words, date } = mention;
  return { id, document, spans, words, date, kind, item, source };
}

export function reviewView(item: ReviewItem) {
  const { id, kind, doubt } = item;
  if (item.kind === 'finding') return { id, kind, doubt, mentions: [mentionView(item.mention)] };
  const { kind: linkKind, score, reasons } = item.link;
  const mentions = [item.a, item.b].filter((one) => one !== undefined).map(mentionView);
  return { id, kind, doubt, link: { kind: linkKind, score, reasons }, mentions };
}
