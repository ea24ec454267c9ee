import type { ActorId, Area } from '../model/index.ts';
import { ReadoutError } from '../model/index.ts';
import {
  type DocumentSummary,
  documentsOfPair,
  type Finding,
  findingsOfPair,
  findPair,
  listPairs,
  membersOf,
  type PairSummary,
  pairOf,
} from '../register/index.ts';
import type { Desk } from './desk.ts';

/** What narrows a dossier; days are ISO, both ends included. */
export interface DossierFilters {
  readonly areas?: readonly Area[];
  readonly from?: string;
  readonly to?: string;
}

/** All that the register has of a pair, the newest first. */
export interface Dossier {
  readonly summary: PairSummary;
  readonly documents: readonly DocumentSummary[];
  readonly meetings: readonly Finding<'meeting'>[];
  readonly commitments: readonly Finding<'commitment'>[];
  readonly instruments: readonly Finding<'instrument'>[];
  readonly progress: readonly Finding<'progress'>[];
}

/** The pairs of states (and of states and organizations) that the register has a record of, those with most commitments first. */
export function pairs({ register }: Desk): Promise<PairSummary[]> {
  return listPairs(register);
}

/** The dossier of a pair: `dossier(desk, 'KAZ-KGZ')`, in either order. Throws `not-found`. */
export async function dossier(desk: Desk, pair: string, filters: DossierFilters = {}): Promise<Dossier> {
  const { register } = desk;
  const summary = await requirePair(desk, pair);
  const [documents, meetings, commitments, instruments, progress] = await Promise.all([
    documentsOfPair(register, summary.pair),
    findingsOfPair(register, 'meeting', summary.pair, { from: filters.from, to: filters.to }),
    findingsOfPair(register, 'commitment', summary.pair, filters),
    findingsOfPair(register, 'instrument', summary.pair, filters),
    findingsOfPair(register, 'progress', summary.pair, filters),
  ]);
  return { summary, documents, meetings, commitments, instruments, progress };
}

/** The pair of two actors; throws `bad-input` where they cannot be one. */
export function pairIdOf(a: ActorId, b: ActorId): string {
  const pair = pairOf(a, b);
  if (pair !== undefined) return pair;
  throw new ReadoutError(
    'bad-input',
    'not a pair:',
    `${a} ${b}`,
    'name two different states, or a state and an organization',
  );
}

async function requirePair({ register }: Desk, pair: string): Promise<PairSummary> {
  const members = membersOf(pair) ?? membersOf(pair.split('-').reverse().join('-'));
  if (members === undefined)
    throw new ReadoutError('not-found', 'not a pair:', pair, 'write it as KAZ-KGZ, with the ISO codes of two states');
  const summary = await findPair(register, pairIdOf(...members));
  if (summary !== undefined) return summary;
  throw new ReadoutError(
    'not-found',
    'the register has nothing of the pair',
    pair,
    'see the list of pairs, or add documents',
  );
}
