import type { ActorId } from '../../model/index.ts';
import { principalsOf } from '../../model/index.ts';
import type { Undertaking, WithStatements } from '../statements/index.ts';

/** The states or organizations bound: those that the text names, else all parties of the document. */
export function partiesOf({ parties }: Pick<WithStatements, 'parties'>, { bound }: Undertaking): ActorId[] {
  return principalsOf(bound.length > 0 ? bound : parties);
}
