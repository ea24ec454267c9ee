import type { ActorId, IsoDate } from '../../model/index.ts';
import type { DocumentEntry, Mention } from '../entry/types.ts';
import type { CommitmentRecord, InstrumentRecord, LedgerRecord, MeetingRecord } from '../record/types.ts';
import { statusOf } from '../status/status.ts';
import type { StatusAt } from '../status/types.ts';
import type { BriefGroup, BriefLine, BriefOptions, Citation } from './types.ts';
import type { BriefWords } from './words.ts';

/** An undertaking with its status on the day of the brief. */
export interface Standing {
  readonly record: CommitmentRecord;
  readonly at: StatusAt;
}

/** What the sections are written from: the part of the record that concerns the states, as of the day. */
export interface BriefView extends BriefOptions {
  readonly record: LedgerRecord;
  readonly meetings: readonly MeetingRecord[];
  /** The last meeting held. */
  readonly last?: MeetingRecord | undefined;
  /** The day of the last meeting before the day of the brief: what came since is news. */
  readonly since: IsoDate | undefined;
  readonly standings: readonly Standing[];
  readonly instruments: readonly InstrumentRecord[];
}

/** The part of a record that concerns some states, as of a day. */
export function viewOf(record: LedgerRecord, options: BriefOptions): BriefView {
  const { states, asOf } = options;
  const concerns = (parties: readonly ActorId[]) => states.every((state) => parties.includes(state));
  const byId = new Map(record.commitments.map((one) => [one.id, one]));
  const meetings = record.meetings.filter(
    ({ parties, date }) => concerns(parties) && (date === undefined || date <= asOf),
  );
  const standings = record.commitments
    .filter(({ circle }) => concerns(circle))
    .flatMap((one): Standing[] => {
      const at = statusOf(one, asOf, (id) => byId.get(id));
      return at === undefined ? [] : [{ record: one, at }];
    });
  const held = meetings.filter(({ status, date }) => status === 'held' && date !== undefined);
  const instruments = record.instruments.filter(
    ({ parties, date }) => concerns(parties) && (date === undefined || date <= asOf),
  );
  const since = held.findLast(({ date }) => date !== undefined && date < asOf)?.date;
  return { ...options, record, meetings, last: held.at(-1), since, standings, instruments };
}

/** The names of several actors: `Kazakhstan and Kyrgyzstan`. */
export function namesOf({ words }: BriefView, actors: readonly ActorId[]): string {
  return words.list(actors.map(words.actor));
}

/** The source of a mention. */
export function citationOf({ record, words }: BriefView, { document: id, spans, date }: Mention): Citation {
  const document = record.documents.get(id);
  return {
    publisher: document?.publisher ?? sourceName(document, words),
    date: document?.publishedAt ?? date,
    title: document?.title,
    document: id,
    span: [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0],
    url: document?.url,
  };
}

/** What a document without a publisher is cited as. */
function sourceName(document: DocumentEntry | undefined, { t, of, actor }: BriefWords): string {
  if (document?.kind === 'joint-statement') return capitalized(of('documentKind', document.kind));
  return document?.side === undefined ? t('brief.unnamed') : actor(document.side);
}

/** Words that begin a heading or a name. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** At most `limit` lines, and how many are left out; only those that are shown are written. */
export function groupOf<Item>(
  items: readonly Item[],
  limit: number,
  lineOf: (item: Item) => BriefLine,
  title?: string,
): BriefGroup {
  return { title, lines: items.slice(0, limit).map(lineOf), more: Math.max(0, items.length - limit) };
}
