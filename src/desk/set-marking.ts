import { HIGHEST_MARKING, type Marking, maySee, ReadoutError } from '../model/index.ts';
import { changeMarking, knownIds, reprintsOf } from '../register/index.ts';
import type { Desk } from './desk.ts';
import { notFound } from './documents.ts';
import { rereadOne } from './reread.ts';

/** Gives a document another marking, and all that comes from it. Throws `not-found`, and `forbidden` where it is above the desk's clearance. */
export async function setMarking(desk: Desk, documentId: string, marking: Marking): Promise<void> {
  const { register, who, address } = desk;
  if (!(await knownIds(register, [documentId])).has(documentId)) throw notFound(documentId);
  requireCleared(desk, marking);
  const whole = register.at(HIGHEST_MARKING);
  const { clearance } = register;
  if (!(await changeMarking(whole, documentId, marking, { who, address, clearance }))) throw notFound(documentId);
  // A reprint leaves its links to the text that it copies; who may no longer see that one, or now sees this one alone, needs them.
  const copies = await reprintsOf(whole.db, documentId);
  for (const id of copies.length > 0 ? [documentId, ...copies] : []) await rereadOne(whole, id);
}

/** Throws `forbidden` where a marking is above the desk's clearance. */
export function requireCleared({ register }: Desk, marking: Marking): void {
  if (maySee(register.clearance, marking)) return;
  throw new ReadoutError(
    'forbidden',
    'nobody gives a marking above their own clearance:',
    marking,
    `take ${register.clearance} or one below it`,
  );
}
