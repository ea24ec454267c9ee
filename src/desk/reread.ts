import type { Ruling } from '../ledger/index.ts';
import { HIGHEST_MARKING, ReadoutError } from '../model/index.ts';
import { READER_VERSION } from '../reader/index.ts';
import {
  decisionsOfPair,
  findDocument,
  findPair,
  pairsWithDecisions,
  type Register,
  readByOthers,
  refile,
} from '../register/index.ts';
import type { Desk } from './desk.ts';
import { filingOf } from './filing.ts';
import { findLinks } from './find-links.ts';
import { pairRecord } from './pair-record.ts';
import { readDocument } from './read-document.ts';

const PORTION = 100;

export interface RereadSummary {
  readonly reread: number;
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
  /** Decisions whose subject no reading has any more: a person must look at them. */
  readonly unattached: readonly Ruling[];
}

/** Reads again what an older reader read; a document that cannot be read keeps its old reading and is told. */
export async function reread(desk: Desk, tell: (id: string) => void = () => undefined): Promise<RereadSummary> {
  const failed: { id: string; reason: string }[] = [];
  let count = 0;
  for await (const id of readByOlder(desk)) {
    try {
      await rereadOne(desk.register.at(HIGHEST_MARKING), id);
      count += 1;
    } catch (cause) {
      failed.push({ id, reason: cause instanceof Error ? cause.message : String(cause) });
    }
    tell(id);
  }
  return { reread: count, failed, unattached: await unattachedDecisions(desk) };
}

async function* readByOlder({ register }: Desk): AsyncGenerator<string> {
  for (let last: string | undefined = ''; last !== undefined; ) {
    const ids: string[] = await readByOthers(register, READER_VERSION, last, PORTION);
    yield* ids;
    last = ids.at(-1);
  }
}

/** A decision about a finding of several pairs is unattached only where it is so in the record of each. */
async function unattachedDecisions({ register }: Desk): Promise<Ruling[]> {
  const unattached = new Map<string, Ruling>();
  const attached = new Set<string>();
  for (const pair of await pairsWithDecisions(register)) {
    const summary = await findPair(register, pair);
    if (summary === undefined) continue;
    const record = await pairRecord(register, pair, summary.revision);
    const open = new Set(record.unattached.map(({ id }) => id));
    for (const decision of await decisionsOfPair(register, pair)) {
      if (open.has(decision.id)) unattached.set(decision.id, decision);
      else attached.add(decision.id);
    }
  }
  return [...unattached.values()].filter(({ id }) => !attached.has(id));
}

/** Reads a document again and files it anew. The register must be one that sees everything, so that no link gets lost. */
export async function rereadOne(register: Register, id: string): Promise<void> {
  const stored = await findDocument(register, id);
  if (stored === undefined) throw new ReadoutError('not-found', 'the document is gone:', id, 'add it again');
  await refile(register, filingOf(readDocument(stored.document)), findLinks);
}
