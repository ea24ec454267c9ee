import { markingRank } from '../model/index.ts';
import type { Connection } from './dialect.ts';
import { currentRevision } from './standings.ts';

/** Which record is kept: that of a pair at a revision, as a version of Readout derives it. */
export interface RecordKey {
  readonly pair: string;
  readonly revision: number;
  readonly version: string;
}

/** The record of a pair as it was packed to be kept; undefined where none is kept of this revision and version. */
export async function keptRecord(
  { db, clearance }: Connection,
  { pair, revision, version }: RecordKey,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('kept_records')
    .where('clearance', '=', markingRank(clearance))
    .where('pair', '=', pair)
    .where('revision', '=', revision)
    .where('version', '=', version)
    .select('data')
    .executeTakeFirst();
  return row?.data;
}

/**
 * Keeps the record of a pair in place of the one that was kept before. It is not kept where it has changed since it was derived: what
 * somebody may no longer see must not be written back.
 */
export async function keepRecord(
  { db, dialect, clearance }: Connection,
  { pair, revision, version }: RecordKey,
  data: Uint8Array,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if ((await currentRevision(transaction, dialect, pair)) !== revision) return;
    await transaction
      .insertInto('kept_records')
      .values({ clearance: markingRank(clearance), pair, revision, version, data })
      .onConflict((conflict) => conflict.columns(['clearance', 'pair']).doUpdateSet({ revision, version, data }))
      .execute();
  });
}
