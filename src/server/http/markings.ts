import { MARKINGS, type Marking, maySee, parseMarking } from '../../model/index.ts';
import type { Who } from './env.ts';

/** The markings that somebody may see, and so may give. */
export function markingsFor(who: Who): readonly Marking[] {
  if (who.kind === 'user') return MARKINGS;
  return who.kind === 'nobody' ? [] : MARKINGS.filter((marking) => maySee(who.account.clearance, marking));
}

/** The marking that a form gives; `public` where it has none. Throws `bad-input`. */
export function markingIn({ marking = '' }: Readonly<Record<string, string>>): Marking {
  return marking === '' ? 'public' : parseMarking(marking);
}
