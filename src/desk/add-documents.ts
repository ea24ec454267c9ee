import { HIGHEST_MARKING, type Marking, ReadoutError } from '../model/index.ts';
import { type Filing, fileAll, insertAudit, knownIds } from '../register/index.ts';
import type { SourceItem } from '../sources/index.ts';
import { BatchReader, failure } from './batch-reader.ts';
import { batches } from './batches.ts';
import type { Desk } from './desk.ts';
import { filingOf } from './filing.ts';
import { findLinks } from './find-links.ts';
import type { ReadDocument } from './read-document.ts';
import { requireCleared } from './set-marking.ts';

/** What became of one document. `added` is told once it is on disk. */
export type AddEvent =
  | { readonly kind: 'added' | 'known'; readonly place: string; readonly id: string; readonly title: string }
  | { readonly kind: 'refused'; readonly place: string; readonly error: ReadoutError };

/** What became of all: nothing that was given is missing from the sum. */
export interface AddSummary {
  readonly added: number;
  readonly known: number;
  readonly refused: readonly { readonly place: string; readonly error: ReadoutError }[];
}

type Item = Extract<SourceItem, { kind: 'document' }>;

/**
 * Reads the documents and files them, in order, telling what became of each. A bad one does not stop the rest. Those that the register has
 * already are left as they are. One that it has under a marking that the desk may not see stays so too, and is told of as added: the answer
 * must not tell that it is there. The log tells it to who sees everything. Throws `forbidden` where the marking is above the desk's clearance.
 */
export async function addDocuments(
  desk: Desk,
  source: AsyncIterable<SourceItem> | Iterable<SourceItem>,
  tell: (event: AddEvent) => void = () => undefined,
  { marking = 'public' }: { readonly marking?: Marking | undefined } = {},
): Promise<AddSummary> {
  requireCleared(desk, marking);
  const summary = { added: 0, known: 0, refused: [] as { place: string; error: ReadoutError }[] };
  const count = (event: AddEvent): void => {
    if (event.kind === 'refused') summary.refused.push(event);
    else summary[event.kind] += 1;
    tell(event);
  };
  const reader = new BatchReader();
  try {
    for await (const batch of batches(source))
      for (const event of await addBatch(desk, reader, batch, marking)) count(event);
  } finally {
    await reader.close();
  }
  return summary;
}

async function addBatch(
  desk: Desk,
  reader: BatchReader,
  batch: readonly SourceItem[],
  marking: Marking,
): Promise<AddEvent[]> {
  const documents = batch.filter((item) => item.kind === 'document');
  const known = await knownIds(
    desk.register,
    documents.map(({ document }) => document.id),
  );
  const fresh = documents.filter(({ document }) => !known.has(document.id));
  const readings = await reader.readAll(fresh.map(({ document }) => document));
  const events = new Map<SourceItem, AddEvent>();
  const filings = new Map<Item, Filing>();
  for (const [index, item] of fresh.entries()) {
    const filing = tryFiling(item, readings[index]);
    if (filing instanceof ReadoutError) events.set(item, { kind: 'refused', place: item.place, error: filing });
    else filings.set(item, filing);
  }
  for (const [item, event] of await fileBatch(desk, filings, marking)) events.set(item, event);
  return batch.map((item) => events.get(item) ?? (item.kind === 'refused' ? item : eventOf(item, 'known')));
}

/** Files the batch as one; where that fails, each document alone, so that one cannot keep the others out. */
async function fileBatch(
  desk: Desk,
  filings: ReadonlyMap<Item, Filing>,
  marking: Marking,
): Promise<[Item, AddEvent][]> {
  const entries = [...filings];
  if (entries.length === 0) return [];
  try {
    const outcomes = await fileAll(
      desk.register.at(HIGHEST_MARKING),
      entries.map(([, filing]) => filing),
      findLinks,
      new Date().toISOString(),
      { marking, by: desk },
    );
    const known = entries.filter((_, index) => outcomes[index] === 'known').map(([{ document }]) => document.id);
    const seen = await knownIds(desk.register, known);
    await noteHidden(
      desk,
      known.filter((id) => !seen.has(id)),
    );
    return entries.map(([item, { title }], index) => [
      item,
      eventOf(item, outcomes[index] === 'known' && seen.has(item.document.id) ? 'known' : 'added', title),
    ]);
  } catch (cause) {
    const [only] = entries;
    if (entries.length === 1 && only !== undefined)
      return [[only[0], { kind: 'refused', place: only[0].place, error: failure('filed', only[0].place, cause) }]];
    const events: [Item, AddEvent][] = [];
    for (const entry of entries) events.push(...(await fileBatch(desk, new Map([entry]), marking)));
    return events;
  }
}

/** Whoever has the text of a document above their clearance can have guessed it, or got it from somebody. */
async function noteHidden({ register, who, address }: Desk, ids: readonly string[]): Promise<void> {
  await insertAudit(
    register.at(HIGHEST_MARKING).db,
    ids.map((subject) => ({
      who,
      address,
      action: 'document-added' as const,
      subject,
      detail: { reason: 'above-clearance' },
      marking: HIGHEST_MARKING,
    })),
  );
}

function tryFiling({ place }: Item, read: ReadDocument | ReadoutError | undefined): Filing | ReadoutError {
  if (read instanceof ReadoutError) return read;
  try {
    if (read === undefined) throw new RangeError('it was not read');
    return filingOf(read);
  } catch (cause) {
    return failure('read', place, cause);
  }
}

function eventOf({ place, document }: Item, kind: 'added' | 'known', title = firstLine(document.text)): AddEvent {
  return { kind, place, id: document.id, title };
}

function firstLine(text: string): string {
  return text.slice(0, text.search(/\n|$/)).trim();
}
