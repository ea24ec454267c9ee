import type { DocumentEntry } from '../entry/types.ts';
import { THRESHOLDS } from '../links/thresholds.ts';
import type { CommitmentRecord, MeetingRecord } from './types.ts';

/**
 * Documents that are one readout in several languages: of one side, in different languages, about one meeting held, and with most of their
 * undertakings matched.
 */
export function versionsOf(
  documents: ReadonlyMap<string, DocumentEntry>,
  meetings: readonly MeetingRecord[],
  commitments: readonly CommitmentRecord[],
): string[][] {
  const pairs = meetings.flatMap(({ status, mentions }) =>
    status === 'held'
      ? sidePairs(
          mentions.map(({ document }) => document),
          documents,
        )
      : [],
  );
  const undertakings = undertakingsOf(commitments);
  const versions = pairs.filter(([a, b]) =>
    isVersion(undertakings.get(a) ?? new Set(), undertakings.get(b) ?? new Set()),
  );
  return [...new Set(versions.map((pair) => [...pair].sort().join(' ')))].sort().map((pair) => pair.split(' '));
}

function sidePairs(ids: readonly string[], documents: ReadonlyMap<string, DocumentEntry>): [string, string][] {
  const told = ids.flatMap((id) => documents.get(id) ?? []);
  return told.flatMap((a, i) =>
    told
      .slice(i + 1)
      .filter((b) => a.side !== undefined && a.side === b.side && a.language !== b.language)
      .map((b): [string, string] => [a.id, b.id]),
  );
}

function undertakingsOf(commitments: readonly CommitmentRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byDocument = new Map<string, Set<string>>();
  for (const { id, mentions } of commitments)
    for (const { document } of mentions) byDocument.set(document, (byDocument.get(document) ?? new Set()).add(id));
  return byDocument;
}

function isVersion(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((id) => b.has(id)).length;
  const fewer = Math.min(a.size, b.size);
  return fewer === 0 ? a.size === b.size : shared >= fewer * THRESHOLDS.version.share;
}
