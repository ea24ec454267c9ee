import { z } from 'zod';
import { payloadOf, type Ruling, standing } from '../ledger/index.ts';
import { HIGHEST_MARKING, ReadoutError } from '../model/index.ts';
import {
  decisionById,
  knownIds,
  listDecisions,
  type NewDecision,
  pairsOfDocument,
  recordDecision,
} from '../register/index.ts';
import { requireActor } from './actors.ts';
import type { Desk } from './desk.ts';
import { requireCleared } from './set-marking.ts';

/**
 * What a person rules; the document of the subject follows from its id. `who` counts only where there are no accounts. `marking` is the
 * decision's own, for notes that not all may see who may see the document.
 */
export interface Decision extends Pick<NewDecision, 'kind' | 'subject' | 'payload' | 'why' | 'marking'> {
  readonly who?: string | undefined;
}

/**
 * Records what a person ruled about a finding or document; the records of its pairs are derived anew. Throws `bad-input` where the
 * payload does not fit the kind, `unknown-actor` or `not-found` where a party or a document is unknown, `forbidden` where the marking is above the desk's clearance.
 */
export async function decide(desk: Desk, decision: Decision): Promise<Ruling> {
  const { kind, subject, payload, why, marking = 'public' } = decision;
  if (kind === 'undo')
    throw new ReadoutError('bad-input', 'no decision is named that is to be taken back:', subject, 'undo it by its id');
  const document = documentOfId(subject);
  const pairs = await pairsOfDocument(desk.register, document);
  if (pairs === undefined)
    throw new ReadoutError(
      'not-found',
      'the register has no document of',
      subject,
      'give the id of a finding or of a document',
    );
  requireCleared(desk, marking);
  const who = nameOf(desk, decision);
  payloadOf(kind, { kind, subject, payload, why, who, id: 'new', at: '' });
  requireKnownActors(payload);
  await requireSeen(desk, payload);
  const ruling: NewDecision = { kind, subject, document, payload, who, why, marking, undoes: undefined };
  return recordDecision(desk.register.at(HIGHEST_MARKING), ruling, pairs, authorOf(desk));
}

const Named = z.object({ parties: z.array(z.string()).default([]), beneficiaries: z.array(z.string()).default([]) });
const NamesActors = z.object({ fields: Named.optional(), commitment: Named.optional() });

/** Throws `unknown-actor` where a payload names parties that nobody knows: they could not be shown, and lead nowhere. */
function requireKnownActors(payload: NewDecision['payload']): void {
  const { fields, commitment } = NamesActors.parse(payload);
  const parts = [fields, commitment].filter((part) => part !== undefined);
  for (const actor of parts.flatMap(({ parties, beneficiaries }) => [...parties, ...beneficiaries]))
    requireActor(actor);
}

/** Throws `not-found` where a finding that the payload names is of a document that the desk does not see. */
async function requireSeen({ register }: Desk, payload: NewDecision['payload']): Promise<void> {
  const named = ['with', 'from', 'to'].flatMap((key) => {
    const id = payload[key];
    return typeof id === 'string' ? [id] : [];
  });
  const seen = await knownIds(register, named.map(documentOfId));
  const missing = named.find((id) => !seen.has(documentOfId(id)));
  if (missing !== undefined)
    throw new ReadoutError('not-found', 'the register has nothing with the id', missing, 'give the id of a finding');
}

function nameOf({ who, owner }: Desk, given: Pick<Decision, 'who'>): string {
  return owner === '' ? (given.who ?? who) : who;
}

/** Takes a decision back; both stay in the list, under one marking. Throws `not-found`, or `conflict` where that was done before. */
export async function undo(desk: Desk, id: string, given: Pick<Decision, 'who' | 'why'>): Promise<Ruling> {
  const { register } = desk;
  const decision = await decisionById(register, id);
  if (decision === undefined)
    throw new ReadoutError('not-found', 'no such decision:', id, 'list the decisions of the finding to see their ids');
  const { subject, document, marking } = decision;
  const pairs = document === undefined ? [] : ((await pairsOfDocument(register, document)) ?? []);
  const who = nameOf(desk, given);
  return recordDecision(
    register.at(HIGHEST_MARKING),
    { kind: 'undo', subject, document, payload: {}, who, why: given.why, undoes: id, marking },
    pairs,
    authorOf(desk),
  );
}

/** From where the desk's person decides, and up to which marking: looked at again while it is written. */
function authorOf({ address, register }: Desk) {
  return { address, clearance: register.clearance };
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
function documentOfId(id: string): string {
  return id.split('#', 1)[0] ?? id;
}
