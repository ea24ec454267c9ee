import type { DecidedRecord, Link, Mention } from '../ledger/index.ts';
import type { Span } from '../model/index.ts';
import { type DocumentSummary, findDocument } from '../register/index.ts';
import type { Desk } from './desk.ts';
import { pairRecord } from './pair-record.ts';
import { requirePair } from './pairs.ts';

/** Findings less sure than this wait for a person. */
const DOUBTFUL = 0.75;

/** How much depends on a finding of the kind, or on a link. */
const WEIGHTS = { link: 1.2, commitment: 1, meeting: 0.9, instrument: 0.6, progress: 0.7 } as const;

/** Kinds of links that a person can rule on. */
const RULED_ON: ReadonlySet<Link['kind']> = new Set(['same-meeting', 'same-commitment', 'progress-of', 'reprint']);

/** Something that waits for a person: whether a finding is right, or whether two things belong together. */
export type ReviewItem =
  | { readonly kind: 'finding'; readonly id: string; readonly doubt: number; readonly mention: Mention }
  | {
      readonly kind: 'link';
      readonly id: string;
      readonly doubt: number;
      readonly link: Link;
      /** Absent where the ends are documents. */
      readonly a: Mention | undefined;
      readonly b: Mention | undefined;
    };

/** What waits for review in the record of a pair, the most doubtful and weighty first. Throws `not-found`. */
export async function reviewQueue(desk: Desk, pair: string): Promise<readonly ReviewItem[]> {
  const { revision, ...summary } = await requirePair(desk, pair);
  return queueOf(await pairRecord(desk.register, summary.pair, revision));
}

/** What waits for review in a record, the most doubtful and weighty first. */
export function queueOf(record: DecidedRecord): readonly ReviewItem[] {
  const mentions = mentionsIn(record);
  const findings = [...mentions.values()].filter(isDoubtful).map(
    (mention): ReviewItem => ({
      kind: 'finding',
      id: mention.id,
      doubt: (1 - mention.confidence) * WEIGHTS[mention.kind],
      mention,
    }),
  );
  const links = record.unsure
    .filter(({ kind }) => RULED_ON.has(kind))
    .map(
      (link): ReviewItem => ({
        kind: 'link',
        id: `${link.a}+${link.b}`,
        doubt: (1 - Math.abs(2 * link.score - 1)) * WEIGHTS.link,
        link,
        a: mentions.get(link.a),
        b: mentions.get(link.b),
      }),
    );
  return [...links, ...findings].sort((x, y) => y.doubt - x.doubt || (x.id < y.id ? -1 : 1));
}

/** A piece of a document's text, of whole words; `marks` are offsets into it. */
export interface TextAround {
  readonly document: DocumentSummary;
  readonly text: string;
  readonly marks: readonly Span[];
}

/** The text of a document around the words of a finding, and where in it they stand. Undefined where there is no such document. */
export async function textAround(
  { register }: Desk,
  { document, spans }: Pick<Mention, 'document' | 'spans'>,
  room = 400,
): Promise<TextAround | undefined> {
  const stored = await findDocument(register, document);
  if (stored === undefined) return undefined;
  const { text } = stored.document;
  const from = before(text, spans[0]?.[0] ?? 0, room);
  const to = behind(text, spans.at(-1)?.[1] ?? 0, room);
  return {
    document: stored.summary,
    text: text.slice(from, to),
    marks: spans.map(([start, end]): Span => [start - from, end - from]),
  };
}

/** About `room` before words that begin at `start`, from the beginning of a word on. */
function before(text: string, start: number, room: number): number {
  const at = start - room;
  if (at <= 0) return 0;
  const gap = text.slice(at, start).search(/\s/);
  return gap < 0 ? at : at + gap + 1;
}

/** About `room` behind words that end at `end`, up to the end of a word. */
function behind(text: string, end: number, room: number): number {
  const at = end + room;
  if (at >= text.length) return text.length;
  const gap = text.slice(end, at).search(/\s\S*$/);
  return gap < 0 ? at : end + gap;
}

function isDoubtful(mention: Mention): boolean {
  return mention.confidence < DOUBTFUL && !(mention.kind === 'progress' && mention.echo === true);
}

function mentionsIn({ meetings, commitments, instruments, progress }: DecidedRecord): Map<string, Mention> {
  const all = [
    ...[...meetings, ...commitments, ...instruments].flatMap((record): readonly Mention[] => record.mentions),
    ...progress,
  ];
  return new Map(all.map((mention) => [mention.id, mention]));
}
