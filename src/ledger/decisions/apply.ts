import { tokenize } from '../../language/index.ts';
import { firstDayOf } from '../../model/index.ts';
import type { CommitmentMention, LedgerEntry, Mention } from '../entry/types.ts';
import { mentionsOf } from '../links/blocks.ts';
import { linksTouching } from '../links/link.ts';
import type { Link } from '../links/types.ts';
import type { Rulings, StatusRuling } from '../record/clusters.ts';
import { placedTerms, termsIn } from '../terms/terms.ts';
import { type Attach, attachTo } from './attach.ts';
import { type Correction, payloadOf, type Ruling, type RulingKind } from './types.ts';

/** What the machine proposes: entries and the links among them. */
export interface Proposed {
  readonly entries: readonly LedgerEntry[];
  readonly links: readonly Link[];
}

/** A note that a person left on a thing. */
export interface Note {
  readonly subject: string;
  readonly text: string;
  readonly who: string;
  readonly at: string;
}

/** The proposals as people have ruled on them: what the record is derived from. */
export interface Decided extends Proposed {
  readonly rulings: Rulings;
  readonly notes: readonly Note[];
  /** Decisions whose subject no reading has any more: a person must look at them. */
  readonly unattached: readonly Ruling[];
}

/** The state that decisions are folded into, one by one. */
interface Draft {
  readonly mentions: Map<string, Mention>;
  readonly changed: Set<string>;
  readonly together: [string, string][];
  readonly apart: [string, string][];
  readonly statuses: StatusRuling[];
  readonly notes: Note[];
}

type Apply = (
  draft: Draft,
  decision: Ruling,
  subject: string,
  attach: Attach,
  entries: readonly LedgerEntry[],
) => boolean;

/** What each kind does to the draft; false where its other end cannot be found. */
const APPLY = {
  accept: (draft, _decision, subject) => replace(draft, subject, (mention) => ({ ...mention, confidence: 1 })),
  reject: (draft, _decision, subject) => draft.mentions.delete(subject),
  correct: (draft, decision, subject) =>
    change(draft, subject, (mention) => corrected(mention, payloadOf('correct', decision).fields)),
  merge: (draft, decision, subject, attach) =>
    relate(draft.together, draft.apart, subject, attach(payloadOf('merge', decision).with)),
  split: (draft, decision, subject, attach) =>
    relate(draft.apart, draft.together, subject, attach(payloadOf('split', decision).from)),
  link: (draft, decision, subject, attach) =>
    relate(draft.together, draft.apart, subject, attach(payloadOf('link', decision).to)),
  unlink: (draft, decision, subject, attach) =>
    relate(draft.apart, draft.together, subject, attach(payloadOf('unlink', decision).from)),
  'set-status': (draft, decision, subject) => {
    const { status, date = decision.at.slice(0, 10) } = payloadOf('set-status', decision);
    draft.statuses.push({ mention: subject, status, date, decision: decision.id });
    return true;
  },
  note: (draft, { who, at, ...decision }, subject) => {
    draft.notes.push({ subject, text: payloadOf('note', { ...decision, who, at }).text, who, at });
    return true;
  },
  'add-commitment': (draft, decision, subject, _attach, entries) => add(draft, decision, subject, entries),
  undo: () => true,
} as const satisfies Record<RulingKind, Apply>;

/**
 * The proposals with all decisions applied, in the order in which they were made. What was undone does nothing. The result depends on the
 * sets of proposals and decisions only, not on the order in which they are given.
 */
export function applyDecisions({ entries, links }: Proposed, decisions: readonly Ruling[]): Decided {
  const attach = attachTo(entries);
  const draft: Draft = {
    mentions: new Map(entries.flatMap(mentionsOf).map((mention) => [mention.id, mention])),
    changed: new Set(),
    together: [],
    apart: [],
    statuses: [],
    notes: [],
  };
  const unattached = standing(decisions).filter((decision) => {
    const subject = decision.kind === 'add-commitment' ? decision.subject : attach(decision.subject);
    return subject === undefined || !APPLY[decision.kind](draft, decision, subject, attach, entries);
  });
  const { together, apart, statuses, notes } = draft;
  const byDocument = Map.groupBy(draft.mentions.values(), ({ document }) => document);
  return {
    entries: entries.map((entry) => rebuilt(entry, byDocument.get(entry.document.id) ?? [])),
    links: relinked(links, draft),
    rulings: { together, apart, statuses },
    notes,
    unattached,
  };
}

/** The decisions that stand, by the time they were made: an undone one does not, nor does an undo that was itself undone. */
export function standing(decisions: readonly Ruling[]): Ruling[] {
  const ordered = [...decisions].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const undone = new Set<string>();
  for (const { id, kind, undoes } of ordered.toReversed())
    if (kind === 'undo' && undoes !== undefined && !undone.has(id)) undone.add(undoes);
  return ordered.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
}

function replace(draft: Draft, id: string, by: (mention: Mention) => Mention): boolean {
  const mention = draft.mentions.get(id);
  if (mention === undefined) return false;
  draft.mentions.set(id, by(mention));
  return true;
}

/** Replaces a mention by one that says something else, so that it must be linked anew. */
function change(draft: Draft, id: string, by: (mention: Mention) => Mention): boolean {
  const isThere = replace(draft, id, by);
  if (isThere) draft.changed.add(id);
  return isThere;
}

/** The last word on a pair holds: what is put together is no longer apart, and the other way round. */
function relate(into: [string, string][], outOf: [string, string][], a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  const isPair = ([x, y]: [string, string]) => (x === a && y === b) || (x === b && y === a);
  const at = outOf.findIndex(isPair);
  if (at >= 0) outOf.splice(at, 1);
  if (!into.some(isPair)) into.push([a, b]);
  return true;
}

/** The mention with its fields corrected; parties that come in join the circle. */
function corrected(mention: Mention, fields: Correction): Mention {
  const kept = Object.fromEntries(
    Object.entries({ ...mention, ...fields }).filter(([, value]) => value !== null && value !== undefined),
  );
  const circle = [...new Set([...mention.circle, ...(fields.parties ?? [])])].sort();
  return {
    ...(kept as unknown as Mention),
    ...dayOf(mention, fields),
    kind: mention.kind,
    circle,
    confidence: 1,
  } as Mention;
}

/** A meeting is looked for by the first day of its time, which a corrected time brings with it. */
function dayOf({ kind }: Mention, { when, date }: Correction): Pick<Mention, 'date'> {
  const first = kind === 'meeting' && date === undefined && typeof when === 'string' ? firstDayOf(when) : undefined;
  return first === undefined ? {} : { date: first };
}

function add(draft: Draft, decision: Ruling, subject: string, entries: readonly LedgerEntry[]): boolean {
  const entry = entries.find(({ document }) => document.id === decision.document);
  if (entry === undefined) return false;
  const { commitment } = payloadOf('add-commitment', decision);
  const { language, side, publishedAt } = entry.document;
  const placed = language === 'other' ? [] : placedTerms(tokenize(commitment.words, language));
  const mention: CommitmentMention = {
    kind: 'commitment',
    id: subject,
    document: entry.document.id,
    ...commitment,
    date: commitment.date ?? publishedAt,
    circle: [...new Set([...commitment.parties, ...(entry.meetings[0]?.parties ?? [])])].sort(),
    beneficiaries: [],
    conditional: false,
    reaffirms: false,
    side,
    rule: 'decision',
    confidence: 1,
    terms: termsIn(placed, [[0, commitment.words.length]]),
    context: [],
  };
  draft.mentions.set(subject, mention);
  draft.changed.add(subject);
  return true;
}

/** The entry with its mentions as people ruled on them. */
function rebuilt(entry: LedgerEntry, own: readonly Mention[]): LedgerEntry {
  return {
    ...entry,
    meetings: own.filter((mention) => mention.kind === 'meeting'),
    commitments: own.filter((mention) => mention.kind === 'commitment'),
    progress: own.filter((mention) => mention.kind === 'progress'),
    instruments: own.filter((mention) => mention.kind === 'instrument'),
  };
}

/** Links anew where a mention was corrected or added: its old ones speak of what it no longer says. */
function relinked(links: readonly Link[], { mentions, changed }: Draft): Link[] {
  const isGone = (id: string) => id.includes('#') && !mentions.has(id);
  const kept = links.filter(({ a, b }) => !isGone(a) && !isGone(b) && !changed.has(a) && !changed.has(b));
  if (changed.size === 0) return kept;
  return [...kept, ...linksTouching(changed, [...mentions.values()])];
}
