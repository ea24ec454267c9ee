import type { CommitmentMention, DocumentEntry, LedgerEntry, Mention } from '../entry/types.ts';
import { documentBlocks, mentionBlocks, mentionsOf } from './blocks.ts';
import { linkCommitments, linkInstrument, linkMeetingHeld, linkProgress } from './commitments.ts';
import { linkMeetings } from './meetings.ts';
import { linkDocuments } from './reprints.ts';
import type { Block, Link } from './types.ts';

/** Gives the text of a document for the exact comparison of reprints; undefined where it is not at hand. */
export type TextOf = (id: string) => string | undefined;

/** What a new entry is compared with: documents and mentions that share one of its blocks. */
export interface Neighbours {
  readonly documents: readonly DocumentEntry[];
  readonly mentions: readonly Mention[];
}

/**
 * The links of one entry to its neighbours. Each link follows from its two ends alone, so that adding documents one by one, in any
 * order, gives the same links as `linkAll`.
 */
export function linksOf(entry: LedgerEntry, { documents, mentions }: Neighbours, textOf?: TextOf): Link[] {
  const own = mentionsOf(entry);
  return [
    ...documents.flatMap((other) => linkDocuments(entry.document, other, textOf) ?? []),
    ...own.flatMap((mention) => linksOfMention(mention, mentions)),
  ];
}

/** The links of one mention to those that share a block with it. */
export function linksOfMention(mention: Mention, others: readonly Mention[]): Link[] {
  return others.flatMap((other) => linkMentions(mention, other) ?? []);
}

/** All links among the entries. */
export function linkAll(entries: readonly LedgerEntry[], textOf?: TextOf): Link[] {
  const documents = entries.map(({ document }) => document);
  return [
    ...linkBlocks(documents, documentBlocks, (a, b) => linkDocuments(a, b, textOf)),
    ...linkBlocks(entries.flatMap(mentionsOf), mentionBlocks, linkMentions),
  ].sort(byStrength);
}

/** The links of some mentions, named by their ids, among themselves and to all others. */
export function linksTouching(ids: ReadonlySet<string>, mentions: readonly Mention[]): Link[] {
  const [own, others] = [mentions.filter(({ id }) => ids.has(id)), mentions.filter(({ id }) => !ids.has(id))];
  const waiting = Map.groupBy(
    own.flatMap((mention) => mentionBlocks(mention).map(({ key }) => ({ key, mention }))),
    ({ key }) => key,
  );
  const sharing = (other: Mention) =>
    new Set(
      mentionBlocks(other)
        .flatMap(({ key }) => waiting.get(key) ?? [])
        .map(({ mention }) => mention),
    );
  return [
    ...linkBlocks(own, mentionBlocks, linkMentions),
    ...others.flatMap((other) => linksOfMention(other, [...sharing(other)])),
  ];
}

/** The strongest first, and one order among equals whatever the order of the documents. */
export function byStrength(a: Link, b: Link): number {
  return b.score - a.score || compare(a.a, b.a) || compare(a.b, b.b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function linkBlocks<T>(
  items: readonly T[],
  blocks: (item: T) => readonly Block[],
  link: (a: T, b: T) => Link | undefined,
): Link[] {
  const links: Link[] = [];
  const waiting = new Map<string, T[]>();
  for (const item of items) {
    const met = new Set<T>();
    for (const { key } of blocks(item)) {
      const others = waiting.get(key);
      if (others === undefined) waiting.set(key, [item]);
      else {
        for (const other of others) met.add(other);
        others.push(item);
      }
    }
    for (const other of met) {
      const found = link(item, other);
      if (found !== undefined) links.push(found);
    }
  }
  return links;
}

/** The link between two mentions, whatever their kinds. */
function linkMentions(a: Mention, b: Mention): Link | undefined {
  if (a.kind === 'meeting' && b.kind === 'meeting') return linkMeetings(a, b);
  if (a.kind === 'commitment') return b.kind === 'commitment' ? linkCommitments(a, b) : linkReport(b, a);
  return b.kind === 'commitment' ? linkMentions(b, a) : undefined;
}

function linkReport(report: Exclude<Mention, CommitmentMention>, commitment: CommitmentMention): Link | undefined {
  if (report.kind === 'meeting') return linkMeetingHeld(report, commitment);
  return report.kind === 'progress' ? linkProgress(report, commitment) : linkInstrument(report, commitment);
}
