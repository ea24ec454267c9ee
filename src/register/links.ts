import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Block, DocumentEntry, Link, Mention } from '../ledger/index.ts';
import type { Connection } from './dialect.ts';
import { chunks, FINDINGS_A_DOCUMENT, type FiledDocument } from './findings.ts';
import { inPortions } from './portions.ts';
import type { Tables } from './tables.ts';

/** Of all that share a block with a new document, how many of the newest it is compared with. */
const MOST_NEIGHBOURS = 1500;

/** What a new document is compared with: all that share one of its blocks. */
export interface Neighbourhood {
  readonly documents: readonly { readonly entry: DocumentEntry; readonly text: string }[];
  /** By the id of each mention of the document, the mentions that share a block with it. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
}

/** A neighbourhood with the ranks of the markings of the documents in it, by their ids. */
interface MarkedNeighbourhood extends Neighbourhood {
  readonly markings: ReadonlyMap<string, number>;
}

/** The blocks of a document and of its findings, by the ids of their items. */
interface Blocks {
  readonly documentId: string;
  /** The ids of the findings in the order of their numbers. */
  readonly findingIds: readonly string[];
  readonly blocks: readonly Block[];
}

/** Stores in which blocks a document and its findings wait. */
export async function insertBlocks(db: Kysely<Tables>, filed: FiledDocument, blocks: Blocks): Promise<void> {
  const { document, marking } = filed;
  const { ofDocument, ofFindings } = numbered(blocks);
  const documentRows = ofDocument.map((block) => ({ document, marking, block }));
  for (const some of chunks(documentRows)) await db.insertInto('document_blocks').values(some).execute();
  const findingRows = [...ofFindings].flatMap(([id, numbers]) => {
    const finding = document * FINDINGS_A_DOCUMENT + blocks.findingIds.indexOf(id);
    return [...numbers].map((block) => ({ finding, marking, block }));
  });
  for (const some of chunks(findingRows)) await db.insertInto('finding_blocks').values(some).execute();
}

/** All that shares a block with a document whose blocks are stored, and all of its reprints, which wait in no block. */
export async function neighbourhoodOf(
  db: Kysely<Tables>,
  document: number,
  blocks: Blocks,
  reprints: readonly string[],
): Promise<MarkedNeighbourhood> {
  const { ofDocument, ofFindings } = numbered(blocks);
  const markings = new Map<string, number>();
  const documents = await documentsIn(db, ofDocument, document, reprints);
  for (const { entry, marking } of documents) markings.set(entry.id, marking);
  const mentions = await mentionsIn(db, ofFindings, markings);
  const reprinted = await mentionsOfDocuments(db, reprints);
  for (const id of reprinted.length > 0 ? blocks.findingIds : []) {
    const known = mentions.get(id) ?? [];
    const met = new Set(known.map((mention) => mention.id));
    mentions.set(id, [...known, ...reprinted.filter((mention) => !met.has(mention.id))]);
  }
  return { documents, mentions, markings };
}

/** The documents that a document is a reprint of, or that are reprints of it. */
export async function reprintsOf(db: Kysely<Tables>, documentId: string): Promise<string[]> {
  const ends = [
    ['a', 'b'],
    ['b', 'a'],
  ] as const;
  const rows = await Promise.all(
    ends.map(([own, other]) =>
      db
        .selectFrom('links')
        .where(own, '=', documentId)
        .where('kind', '=', 'reprint')
        .select(`${other} as id`)
        .execute(),
    ),
  );
  return rows.flat().map(({ id }) => id);
}

/** Stores links under the higher marking of both ends' documents; one that is there already stays as it is. */
export async function insertLinks(
  db: Kysely<Tables>,
  links: readonly Link[],
  markings: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = links.map(({ kind, a, b, outcome, score, reasons }) => ({
    kind,
    a,
    b,
    outcome,
    score,
    reasons: JSON.stringify(reasons),
    marking: Math.max(...[a, b].map((end) => markings.get(documentOfId(end)) ?? 0)),
  }));
  for (const some of chunks(rows))
    await db
      .insertInto('links')
      .values(some)
      .onConflict((conflict) => conflict.columns(['a', 'kind', 'b']).doNothing())
      .execute();
}

/** From this similarity on a reprint says nothing of its own. */
const SAME_TEXT = 0.9;

/**
 * A reprint waits for nobody: what comes later is compared with the text that it copies, so that a text told by a hundred
 * outlets costs no more than one told by two. What a reprint has of its own goes on waiting, and so does all of it where the text that it
 * copies has a higher marking: who may not see that one would miss the links.
 */
export async function releaseCopies(
  db: Kysely<Tables>,
  { document, marking }: FiledDocument,
  { documentId, findingIds }: Blocks,
  links: readonly Link[],
  markings: ReadonlyMap<string, number>,
): Promise<void> {
  const reprints = links.filter(
    ({ kind, outcome, a, b }) =>
      kind === 'reprint' && outcome === 'same' && (markings.get(a === documentId ? b : a) ?? 0) <= marking,
  );
  if (reprints.length === 0) return;
  await db.deleteFrom('document_blocks').where('document', '=', document).execute();
  const originals = new Set(reprints.map(({ a, b }) => (a === documentId ? b : a)));
  const isCopy = reprints.some(({ score }) => score >= SAME_TEXT) ? () => true : linkedTo(originals, links);
  const copies = findingIds.flatMap((id, index) => (isCopy(id) ? [document * FINDINGS_A_DOCUMENT + index] : []));
  for (const some of chunks(copies)) await db.deleteFrom('finding_blocks').where('finding', 'in', some).execute();
}

/** Whether a finding is the same as one of these documents'. */
function linkedTo(documents: ReadonlySet<string>, links: readonly Link[]): (finding: string) => boolean {
  const ends = links
    .filter(({ outcome }) => outcome === 'same')
    .flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]);
  const copies = new Set(ends.flatMap(([own, other]) => (documents.has(documentOfId(other)) ? [own] : [])));
  return (finding) => copies.has(finding);
}

/** The id of a finding begins with its document's. */
function documentOfId(id: string): string {
  return id.split('#', 1)[0] ?? id;
}

/** Removes the links of a document and of its findings. */
export async function deleteLinks(db: Kysely<Tables>, documentId: string): Promise<void> {
  for (const end of ['a', 'b'] as const) {
    await db.deleteFrom('links').where(end, '=', documentId).execute();
    // The ids of findings are the document's with `#` and more behind; `$` is the sign after `#`.
    await db.deleteFrom('links').where(end, '>', `${documentId}#`).where(end, '<', `${documentId}$`).execute();
  }
}

/** The links whose first ends are these findings and documents. */
export async function linksFrom({ db }: Connection, ids: readonly string[]): Promise<Link[]> {
  return inPortions(ids, async (some) => {
    const rows = await db
      .selectFrom('links')
      .where('a', 'in', some)
      .select(['kind', 'a', 'b', 'outcome', 'score', 'reasons'])
      .execute();
    return rows.map(({ reasons, ...link }) => ({ ...link, reasons: JSON.parse(reasons) }));
  });
}

async function documentsIn(
  db: Kysely<Tables>,
  blocks: readonly number[],
  self: number,
  reprints: readonly string[],
): Promise<readonly (Neighbourhood['documents'][number] & { readonly marking: number })[]> {
  if (blocks.length + reprints.length === 0) return [];
  const waiting = db
    .selectFrom('document_blocks')
    .where('block', 'in', blocks.length > 0 ? blocks : [-1])
    .where('document', '!=', self)
    .select('document');
  const rows = await db
    .selectFrom('documents')
    .innerJoin('entries', 'entries.document', 'documents.seq')
    .where((the) =>
      the.or([
        the('documents.seq', 'in', waiting),
        ...(reprints.length > 0 ? [the('documents.id', 'in', reprints)] : []),
      ]),
    )
    .select(['documents.text', 'documents.marking', 'entries.data'])
    .execute();
  return rows.map(({ text, marking, data }) => ({ text, marking, entry: JSON.parse(data).document }));
}

async function mentionsIn(
  db: Kysely<Tables>,
  blocksOf: ReadonlyMap<string, ReadonlySet<number>>,
  markings: Map<string, number>,
): Promise<Map<string, Mention[]>> {
  const blocks = [...new Set([...blocksOf.values()].flatMap((numbers) => [...numbers]))];
  const waiting: { finding: number; block: number }[] = [];
  for (const some of chunks(blocks))
    waiting.push(
      ...(await db
        .selectFrom('finding_blocks')
        .where('block', 'in', some)
        .select(['finding', 'block'])
        .orderBy('finding', 'desc')
        .limit(MOST_NEIGHBOURS)
        .execute()),
    );
  const mentions = await mentionsBySeq(db, [...new Set(waiting.map(({ finding }) => finding))], markings);
  const byBlock = Map.groupBy(waiting, ({ block }) => block);
  return new Map(
    [...blocksOf].map(([id, numbers]) => {
      const findings = new Set(
        [...numbers].flatMap((block) => (byBlock.get(block) ?? []).map(({ finding }) => finding)),
      );
      return [
        id,
        [...findings].flatMap((finding) => mentions.get(finding) ?? []).filter((mention) => mention.id !== id),
      ];
    }),
  );
}

async function mentionsOfDocuments(db: Kysely<Tables>, ids: readonly string[]): Promise<Mention[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('documents')
    .innerJoin('findings', 'findings.document', 'documents.seq')
    .where('documents.id', 'in', ids)
    .select('findings.mention')
    .execute();
  return rows.map(({ mention }) => JSON.parse(mention));
}

/** The mentions of these numbers; the markings of their documents are added to `markings`. */
async function mentionsBySeq(
  db: Kysely<Tables>,
  numbers: readonly number[],
  markings: Map<string, number>,
): Promise<Map<number, Mention>> {
  const mentions = new Map<number, Mention>();
  for (const some of chunks(numbers)) {
    const rows = await db
      .selectFrom('findings')
      .where('seq', 'in', some)
      .select(['seq', 'mention', 'marking'])
      .execute();
    for (const { seq, mention, marking } of rows) {
      const parsed: Mention = JSON.parse(mention);
      mentions.set(seq, parsed);
      markings.set(parsed.document, marking);
    }
  }
  return mentions;
}

function numbered({ documentId, blocks }: Blocks) {
  const ofFindings = new Map<string, Set<number>>();
  const ofDocument = new Set<number>();
  for (const { item, key } of blocks) {
    if (item === documentId) ofDocument.add(blockNumber(key));
    else ofFindings.set(item, (ofFindings.get(item) ?? new Set()).add(blockNumber(key)));
  }
  return { ofDocument: [...ofDocument], ofFindings };
}

/** A block's key as a number of 52 bits: a tenth of the room, and as good as never two keys for one number. */
function blockNumber(key: string): number {
  return Number.parseInt(createHash('sha1').update(key).digest('hex').slice(0, 13), 16);
}
