import { ReadoutError } from '../model/index.ts';
import { READER_VERSION } from '../reader/index.ts';
import { findDocument, readByOthers, refile } from '../register/index.ts';
import type { Desk } from './desk.ts';
import { filingOf } from './filing.ts';
import { findLinks } from './find-links.ts';
import { readDocument } from './read-document.ts';

const PORTION = 100;

export interface RereadSummary {
  readonly reread: number;
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
}

/** Reads again what an older reader read; a document that cannot be read keeps its old reading and is told. */
export async function reread(desk: Desk, tell: (id: string) => void = () => undefined): Promise<RereadSummary> {
  const summary = { reread: 0, failed: [] as { id: string; reason: string }[] };
  for (let last = ''; ; ) {
    const ids = await readByOthers(desk.register, READER_VERSION, last, PORTION);
    for (const id of ids) {
      try {
        await rereadOne(desk, id);
        summary.reread += 1;
      } catch (cause) {
        summary.failed.push({ id, reason: cause instanceof Error ? cause.message : String(cause) });
      }
      tell(id);
    }
    const end = ids.at(-1);
    if (end === undefined) return summary;
    last = end;
  }
}

async function rereadOne({ register }: Desk, id: string): Promise<void> {
  const stored = await findDocument(register, id);
  if (stored === undefined) throw new ReadoutError('not-found', 'the document is gone:', id, 'add it again');
  await refile(register, filingOf(readDocument(stored.document)), findLinks);
}
