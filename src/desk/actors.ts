import { allOrganizations, allStates, isKnownActor, matchNames, suggestActors } from '../knowledge/index.ts';
import { type ActorId, isActorId, ReadoutError } from '../model/index.ts';

/**
 * The state or organization that a user means: `KAZ`, `kaz`, `Kazakhstan`, «Казахстан», `EAEU`. Throws `unknown-actor` with the
 * nearest known ones.
 */
export function resolveActor(words: string): ActorId {
  const id = [words, words.toUpperCase(), words.toLowerCase()].find(isKnownActor) ?? actorNamed(words);
  if (id !== undefined) return id;
  throw unknownActor(words);
}

/** Throws `unknown-actor`, with the nearest known ones, where an id is not that of a known state, organization or somebody of one. */
export function requireActor(id: string): void {
  if (!isActorId(id) || !isKnownActor(id)) throw unknownActor(id);
}

function unknownActor(words: string): ReadoutError {
  const near = suggestActors(words);
  return new ReadoutError(
    'unknown-actor',
    'no state or organization is known as',
    words,
    near.length > 0 ? `did you mean ${near.join(', ')}?` : 'write the ISO code of a state, for example KAZ',
  );
}

/** Every state and organization with its English name. */
export function knownActors(): readonly { readonly id: ActorId; readonly name: string }[] {
  return [
    ...allStates().map(({ id, en }) => ({ id, name: en.name })),
    ...allOrganizations().map(({ id, en }) => ({ id, name: en[0] ?? id })),
  ];
}

function actorNamed(name: string): ActorId | undefined {
  const words = name.replace(/^the\s+/i, '').split(/\s+/u);
  const [match] = matchNames(words, /\p{Script=Cyrillic}/u.test(name) ? 'ru' : 'en');
  if (match === undefined || match.first !== 0 || match.last !== words.length - 1) return undefined;
  return match.entries.find(({ kind }) => kind === 'state' || kind === 'organization')?.ids[0];
}
