import { payloadOf, type Ruling, standing } from '../ledger/index.ts';
import { ReadoutError } from '../model/index.ts';
import { decisionById, listDecisions, type NewDecision, pairsOfDocument, recordDecision } from '../register/index.ts';
import type { Desk } from './desk.ts';

/** What a person rules; the document of the subject follows from its id. */
export type Decision = Pick<NewDecision, 'kind' | 'subject' | 'payload' | 'who' | 'why'>;

/**
 * Records what a person ruled about a finding or document; the records of its pairs are derived anew. Throws `bad-input` where the
 * payload does not fit the kind, `not-found` where the document is unknown.
 */
export async function decide(desk: Desk, decision: Decision): Promise<Ruling> {
  const document = documentOfSubject(decision.subject);
  const pairs = await pairsOfDocument(desk.register, document);
  if (pairs === undefined)
    throw new ReadoutError(
      'not-found',
      'the register has no document of',
      decision.subject,
      'give the id of a finding or of a document',
    );
  payloadOf(decision.kind, { ...decision, id: 'new', at: '' });
  return recordDecision(desk.register, { ...decision, document, undoes: undefined }, pairs);
}

/** Takes a decision back; both stay in the list. Throws `not-found`, or `conflict` where that was done before. */
export async function undo(
  { register }: Desk,
  id: string,
  { who, why }: Pick<Decision, 'who' | 'why'>,
): Promise<Ruling> {
  const decision = await decisionById(register, id);
  if (decision === undefined)
    throw new ReadoutError('not-found', 'no such decision:', id, 'list the decisions of the finding to see their ids');
  const { subject, document } = decision;
  const pairs = document === undefined ? [] : ((await pairsOfDocument(register, document)) ?? []);
  return recordDecision(register, { kind: 'undo', subject, document, payload: {}, who, why, undoes: id }, pairs);
}

/** The decisions about a finding or document, in their order, and which of them stand. */
export async function decisionsAbout(
  { register }: Desk,
  subject: string,
): Promise<{ readonly all: readonly Ruling[]; readonly standing: readonly Ruling[] }> {
  const all = await listDecisions(register, { subject });
  return { all, standing: standing(all) };
}

/** The id of a finding begins with its document's. */
function documentOfSubject(subject: string): string {
  return subject.split('#', 1)[0] ?? subject;
}
