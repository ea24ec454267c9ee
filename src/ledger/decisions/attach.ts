import { type Span, spansMatch } from '../../model/index.ts';
import { mentionId } from '../entry/entry.ts';
import type { LedgerEntry, Mention, MentionKind } from '../entry/types.ts';
import { mentionsOf } from '../links/blocks.ts';

/** Finds what an id of an earlier reading is now: itself, or the mention of its document and kind whose span overlaps by half. */
export type Attach = (id: string) => string | undefined;

const KINDS: Readonly<Record<string, MentionKind>> = { m: 'meeting', c: 'commitment', p: 'progress', i: 'instrument' };

/**
 * A decision outlives a re-reading: an id says document, kind and span, so that the mention can be found again where a newer reader cut it
 * a little differently.
 */
export function attachTo(entries: readonly LedgerEntry[]): Attach {
  const documents = new Set(entries.map(({ document }) => document.id));
  const mentions = entries.flatMap(mentionsOf);
  const known = new Set(mentions.map(({ id }) => id));
  const byDocument = Map.groupBy(mentions, ({ document }) => document);
  return (id) => {
    if (known.has(id) || documents.has(id)) return id;
    const parts = partsOf(id);
    return parts === undefined ? undefined : bestOverlap(byDocument.get(parts.document) ?? [], parts)?.id;
  };
}

interface Parts {
  readonly document: string;
  readonly kind: MentionKind;
  readonly span: Span;
}

function partsOf(id: string): Parts | undefined {
  const match = /^(.+)#([a-z])(\d+)-(\d+)(?:\.\d+)?$/.exec(id);
  const kind = KINDS[match?.[2] ?? ''];
  if (match === null || kind === undefined) return undefined;
  return { document: match[1]!, kind, span: [Number(match[3]), Number(match[4])] };
}

function bestOverlap(mentions: readonly Mention[], { document, kind, span }: Parts): Mention | undefined {
  const fitting = mentions.filter((mention) => mention.kind === kind && spansMatch(mention.spans, [span]));
  const same = mentionId(document, kind, [span]);
  const distance = ({ spans }: Mention) =>
    Math.abs((spans[0]?.[0] ?? 0) - span[0]) + Math.abs((spans.at(-1)?.[1] ?? 0) - span[1]);
  return (
    fitting.find(({ id }) => id === same) ??
    fitting.sort((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))[0]
  );
}
