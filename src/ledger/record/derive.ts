import type { CommitmentMention, DocumentEntry, LedgerEntry, MeetingMention } from '../entry/types.ts';
import { linkAll } from '../links/link.ts';
import type { Link, LinkKind } from '../links/types.ts';
import { clusterBy, type Limits, NO_RULINGS, type Rulings } from './clusters.ts';
import { byDate, chosenProgress, commitmentRecord, evidenceOf } from './commitments.ts';
import { instrumentRecords } from './instruments.ts';
import { meetingRecord } from './meetings.ts';
import type { CommitmentRecord, Evidence, LedgerRecord, MeetingRecord, ReprintCluster } from './types.ts';
import { versionsOf } from './versions.ts';

/** What may tell of an undertaking. */
type Report = Evidence['mention'];

/** What a record is derived from. Links that are stored need not be found again. */
export interface Proposals {
  readonly entries: readonly LedgerEntry[];
  readonly links?: readonly Link[] | undefined;
  readonly rulings?: Rulings | undefined;
}

/** One record of many readings. It follows from the proposals as sets: their order changes nothing. */
export function deriveRecord({ entries, links = linkAll(entries), rulings = NO_RULINGS }: Proposals): LedgerRecord {
  const documents = new Map(sorted(entries.map(({ document }) => document)).map((document) => [document.id, document]));
  const ofKind = (kind: LinkKind) => links.filter((link) => link.kind === kind);
  const reprints = reprintClusters(documents, ofKind('reprint'), rulings);
  const headOf = headsOf(reprints);
  const meetings = clustersOf(
    entries.flatMap((entry) => entry.meetings),
    ofKind('same-meeting'),
    rulings,
  )
    .map(meetingRecord)
    .sort(byDate);
  const revisions = ofKind('revises');
  const bare = clustersOf(
    entries.flatMap((entry) => entry.commitments),
    ofKind('same-commitment'),
    rulings,
    revisions.map(({ a, b }) => [a, b] as const),
  ).map((mentions) => commitmentRecord(mentions, headOf));
  const reports = entries.flatMap((entry): Report[] => [...entry.progress, ...entry.instruments, ...entry.meetings]);
  const mentions = new Map(reports.map((mention) => [mention.id, mention]));
  const withEvidence = addEvidence(bare, ofKind('progress-of'), mentions, { headOf, documents, rulings });
  const commitments = addMeetings(addRevisions(withEvidence, revisions), meetings).sort(byFirst);
  return {
    documents,
    reprints,
    versions: versionsOf(documents, meetings, commitments),
    meetings,
    commitments,
    instruments: instrumentRecords(entries.flatMap((entry) => entry.instruments)),
    progress: sorted(entries.flatMap((entry) => entry.progress.filter(({ echo }) => echo !== true))),
    unsure: unsureLinks(links, rulings, commitments, meetings),
  };
}

function sorted<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

function byFirst(a: CommitmentRecord, b: CommitmentRecord): number {
  return byDate(a.mentions[0]!, b.mentions[0]!);
}

function clustersOf<T extends MeetingMention | CommitmentMention>(
  mentions: readonly T[],
  links: readonly Link[],
  rulings: Rulings,
  conflicts: Limits['conflicts'] = [],
): T[][] {
  const byId = new Map(sorted(mentions).map((mention) => [mention.id, mention]));
  const clusters = clusterBy([...byId.keys()], links, { oncePer: (id) => byId.get(id)!.document, rulings, conflicts });
  return clusters.map((ids) => ids.map((id) => byId.get(id)!));
}

function reprintClusters(
  documents: ReadonlyMap<string, DocumentEntry>,
  links: readonly Link[],
  rulings: Rulings,
): ReprintCluster[] {
  const clusters = clusterBy([...documents.keys()], links, { oncePer: (id) => id, rulings }).filter(
    (ids) => ids.length > 1,
  );
  const best = new Map<string, number>();
  for (const { a, b, score } of links) for (const id of [a, b]) best.set(id, Math.max(score, best.get(id) ?? 0));
  return clusters.map((ids) => {
    const [head, ...rest] = ids
      .map((id) => documents.get(id)!)
      .sort((a, b) => byDate({ id: a.id, date: a.publishedAt }, { id: b.id, date: b.publishedAt }));
    return { head: head!.id, reprints: rest.map(({ id }) => ({ document: id, similarity: best.get(id) ?? 0 })) };
  });
}

/** The head of each document's cluster: itself where it is no reprint. */
function headsOf(clusters: readonly ReprintCluster[]): (document: string) => string {
  const heads = new Map(
    clusters.flatMap(({ head, reprints }) => reprints.map(({ document }) => [document, head] as const)),
  );
  return (document) => heads.get(document) ?? document;
}

interface EvidenceSetting {
  readonly headOf: (document: string) => string;
  readonly documents: ReadonlyMap<string, DocumentEntry>;
  readonly rulings: Rulings;
}

function addEvidence(
  records: readonly CommitmentRecord[],
  links: readonly Link[],
  mentions: ReadonlyMap<string, Report>,
  { headOf, documents, rulings }: EvidenceSetting,
): CommitmentRecord[] {
  // A reprint tells nothing later than its source did.
  const reportedOn = ({ document, date }: Report) =>
    headOf(document) === document ? date : (documents.get(headOf(document))?.publishedAt ?? date);
  const clusterOf = new Map(
    records.flatMap(({ id, mentions: ofRecord }) => ofRecord.map((mention) => [mention.id, id] as const)),
  );
  const statuses = Map.groupBy(rulings.statuses, ({ mention }) => clusterOf.get(mention) ?? mention);
  const ruled = ruledLinks(links, rulings, clusterOf, mentions);
  const chosen = chosenProgress(ruled, (mention) => clusterOf.get(mention) ?? mention);
  return records.map((record) => {
    const found = (chosen.get(record.id) ?? []).flatMap(({ a, score }) => {
      const mention = mentions.get(a);
      return mention === undefined ? [] : evidenceOf(mention, record.mentions, score, reportedOn(mention));
    });
    const ruled = (statuses.get(record.id) ?? []).sort((a, b) => (a.date < b.date ? -1 : 1));
    return { ...record, evidence: distinctEvidence(found, headOf), ruled };
  });
}

/** Links of progress with what people ruled: a link that they made is certain, one that they broke is gone. */
function ruledLinks(
  links: readonly Link[],
  { together, apart }: Rulings,
  commitments: ReadonlyMap<string, string>,
  mentions: ReadonlyMap<string, unknown>,
): Link[] {
  const key = (a: string, b: string) => `${a}|${b}`;
  const broken = new Set(apart.flatMap(([a, b]) => [key(a, b), key(b, a)]));
  const made = [...together, ...together.map(([a, b]) => [b, a] as const)]
    .filter(([a, b]) => mentions.has(a) && commitments.has(b))
    .map(([a, b]): Link => ({ kind: 'progress-of', a, b, outcome: 'same', score: 1, reasons: ['ruled'] }));
  return [...made, ...links.filter(({ a, b }) => !broken.has(key(a, b)))];
}

/** Evidence by date; a reprint of a report is no second report. */
function distinctEvidence(
  evidence: readonly CommitmentRecord['evidence'][number][],
  headOf: (document: string) => string,
) {
  const ordered = [...evidence].sort((a, b) =>
    byDate({ id: a.mention.id, date: a.date }, { id: b.mention.id, date: b.date }),
  );
  const seen = new Set<string>();
  return ordered.filter(({ mention, kind }) => {
    const head = headOf(mention.document);
    const key = `${head} ${kind} ${mention.words}`;
    const isReprint = head !== mention.document && seen.has(key);
    seen.add(key);
    return !isReprint;
  });
}

function addRevisions(records: readonly CommitmentRecord[], links: readonly Link[]): CommitmentRecord[] {
  const clusterOf = new Map(
    records.flatMap(({ id, mentions }) => mentions.map((mention) => [mention.id, id] as const)),
  );
  const pairs = links.flatMap(({ a, b }) => {
    const [later, earlier] = [clusterOf.get(a), clusterOf.get(b)];
    return later === undefined || earlier === undefined || later === earlier ? [] : [{ later, earlier }];
  });
  const revises = Map.groupBy(pairs, ({ later }) => later);
  const revisedBy = Map.groupBy(pairs, ({ earlier }) => earlier);
  const distinct = (ids: readonly string[]) => [...new Set(ids)].sort();
  return records.map((record) => ({
    ...record,
    revises: distinct((revises.get(record.id) ?? []).map(({ earlier }) => earlier)),
    revisedBy: distinct((revisedBy.get(record.id) ?? []).map(({ later }) => later)),
  }));
}

function addMeetings(records: readonly CommitmentRecord[], meetings: readonly MeetingRecord[]): CommitmentRecord[] {
  const byDocument = Map.groupBy(
    meetings.flatMap((meeting) => meeting.mentions.map((mention) => ({ meeting, mention }))),
    ({ mention }) => mention.document,
  );
  return records.map((record) => {
    const first = record.mentions[0]!;
    const told = byDocument.get(first.document) ?? [];
    const fitting = told.filter(
      ({ mention }) => mention.date === first.date && first.parties.every((party) => mention.parties.includes(party)),
    );
    return { ...record, meeting: (fitting[0] ?? told.find(({ mention }) => mention.status === 'held'))?.meeting.id };
  });
}

/** Proposals for review: those that neither a person nor stronger proposals have settled. */
function unsureLinks(
  links: readonly Link[],
  { apart }: Rulings,
  commitments: readonly CommitmentRecord[],
  meetings: readonly MeetingRecord[],
): Link[] {
  const clusterOf = new Map(
    [...commitments, ...meetings].flatMap(({ id, mentions }) => mentions.map((mention) => [mention.id, id] as const)),
  );
  const ruled = new Set(apart.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]));
  const open = links.filter(({ outcome, a, b }) => outcome === 'unsure' && !ruled.has(`${a}|${b}`));
  return open.filter(({ a, b }) => clusterOf.get(a) !== clusterOf.get(b) || clusterOf.get(a) === undefined);
}
