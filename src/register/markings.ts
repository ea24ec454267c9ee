import { HIGHEST_MARKING, type Marking, markingOfRank, markingRank } from '../model/index.ts';
import { type Author, insertAudit, USER } from './audit.ts';
import type { Connection } from './dialect.ts';
import { storedShares } from './filing.ts';
import { addShares, subtractShares } from './pairs.ts';

/**
 * Gives a document another marking; all that comes from it follows, and so do the counts of its pairs. False where it is not in the register,
 * or has by now a marking above the clearance of who wants it. The connection must see everything: what is not seen would not follow.
 */
export async function changeMarking(
  { db, dialect }: Connection,
  documentId: string,
  marking: Marking,
  by: Author & { readonly clearance?: Marking } = USER,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('documents')
      .select(['seq as document', 'marking'])
      .where('id', '=', documentId)
      // A file has one writer at a time.
      .$if(dialect.kind === 'postgres', (query) => query.forUpdate())
      .executeTakeFirst();
    if (before === undefined || before.marking > markingRank(by.clearance ?? HIGHEST_MARKING)) return false;
    const rank = markingRank(marking);
    if (before.marking === rank) return true;
    const shares = await storedShares(transaction, before);
    await transaction.updateTable('documents').set({ marking: rank }).where('seq', '=', before.document).execute();
    await subtractShares(transaction, shares);
    await addShares(
      transaction,
      shares.map((share) => ({ ...share, marking: rank })),
    );
    const detail = { from: markingOfRank(before.marking), to: marking };
    const { who, address } = by;
    await insertAudit(transaction, [{ who, address, action: 'marking-changed', subject: documentId, detail, marking }]);
    return true;
  });
}
