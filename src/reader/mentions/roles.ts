import { officeFor } from '../../knowledge/index.ts';
import type { ActorId } from '../../model/index.ts';

/** The actor behind an office or role of a state or organization. */
export function officeActor(principal: ActorId, slug: string): ActorId {
  return officeFor(principal, slug === 'minister' ? 'foreign-minister' : slug);
}
