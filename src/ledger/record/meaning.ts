import type { CommitmentMention, InstrumentMention, ProgressMention } from '../entry/types.ts';
import { MAKING } from '../links/commitments.ts';
import { DOCUMENT_CONCEPTS } from '../terms/terms.ts';
import type { Evidence } from './types.ts';

// What a report means for an undertaking, beyond what the text itself calls it.

/** Actions after which a thing is there: of a work that was to be opened, built or set up, a text that tells of them tells its end. */
const ENDS = ['c:open', 'c:launch', 'c:complete', 'c:resume'] as const;
/** Other actions that are done once and for all. */
const ONE_OFF = ['c:ratify', 'c:visit', 'c:working-visit', 'c:lift-barrier'] as const;
/** Concepts, and words, that say that something is not over or only wanted. */
const ONGOING = ['c:begin', 'c:continue', 'c:prepare', 'c:intend', 'c:delay'] as const;
const WANTED =
  /(?<![\p{L}])(?:must|should|shall|will|would|to be|being|due to|expected|plan|need|until|not yet|должн|должен|предстоит|будет|будут|нужно|следует|ожида|планир|пока|тиіс|керек|болады|тийиш)/iu;
/** Goals are told with figures that have not been reached. */
const GOALS = ['c:goal', 'c:instruction'] as const;

/** What a report says became of an undertaking. */
export function meaningOf(mention: Evidence['mention'], commitments: readonly CommitmentMention[]): Evidence['kind'] {
  if (mention.kind === 'progress')
    return mention.echo === true ? echoMeaning(mention, commitments) : claimMeaning(mention, commitments);
  return mention.kind === 'meeting' ? 'fulfilled' : instrumentMeaning(mention);
}

function instrumentMeaning({ status }: InstrumentMention): Evidence['kind'] {
  return status === 'in-preparation' ? 'progress' : 'fulfilled';
}

/** A claim means what it says, but a document signed about a thing is a step toward it, and a goal's figure is no achievement. */
function claimMeaning(
  { progress, action, figure, terms }: ProgressMention,
  commitments: readonly CommitmentMention[],
): Evidence['kind'] {
  const isOfDocuments = commitments.some(
    ({ terms: own }) =>
      MAKING.some((making) => own.includes(making)) && DOCUMENT_CONCEPTS.some((kind) => own.includes(kind)),
  );
  if (progress === 'fulfilled' && action === 'law' && !isOfDocuments) return 'progress';
  const isGoal = figure !== undefined && GOALS.some((goal) => terms.includes(goal));
  return progress === 'progress' && isGoal ? 'revised' : progress;
}

/** A statement tells of work going on, or of its end where it tells what was undertaken as done. */
function echoMeaning(echo: ProgressMention, commitments: readonly CommitmentMention[]): Evidence['kind'] {
  const { terms, words } = echo;
  if (ONGOING.some((term) => terms.includes(term)) || WANTED.test(words)) return 'progress';
  return commitments.some((commitment) => isEndOf(echo, commitment)) ? 'fulfilled' : 'progress';
}

function isEndOf({ terms, action }: ProgressMention, commitment: CommitmentMention): boolean {
  const isShared = (term: string) => terms.includes(term) && commitment.terms.includes(term);
  if (commitment.action === 'lifecycle' && ENDS.some((term) => terms.includes(term))) return true;
  return (
    ONE_OFF.some(isShared) ||
    (action === 'law' && DOCUMENT_CONCEPTS.some(isShared) && MAKING.some((making) => commitment.terms.includes(making)))
  );
}
