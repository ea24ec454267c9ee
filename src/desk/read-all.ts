import { ReadoutError } from '../model/index.ts';
import type { SourceItem } from '../sources/index.ts';
import { BatchReader } from './batch-reader.ts';
import { batches } from './batches.ts';
import type { ReadDocument } from './read-document.ts';

/** What became of one item of a source. */
export type ReadItem =
  | ({ readonly kind: 'read'; readonly place: string } & ReadDocument)
  | Extract<SourceItem, { kind: 'refused' }>;

/** Reads what a source gives, in its order and in constant memory; a document that cannot be read is told of and does not stop the rest. */
export async function* readAll(source: AsyncIterable<SourceItem> | Iterable<SourceItem>): AsyncGenerator<ReadItem> {
  const reader = new BatchReader();
  try {
    for await (const batch of batches(source)) yield* await readBatch(reader, batch);
  } finally {
    await reader.close();
  }
}

async function readBatch(reader: BatchReader, batch: readonly SourceItem[]): Promise<ReadItem[]> {
  const documents = batch.filter((item) => item.kind === 'document');
  const readings = await reader.readAll(documents.map(({ document }) => document));
  const byItem = new Map(documents.map((item, index) => [item, readings[index]]));
  return batch.flatMap((item): ReadItem[] => {
    if (item.kind === 'refused') return [item];
    const { place } = item;
    const found = byItem.get(item);
    if (found === undefined) return [];
    return [
      found instanceof ReadoutError ? { kind: 'refused', place, error: found } : { kind: 'read', place, ...found },
    ];
  });
}
