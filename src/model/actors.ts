/**
 * An actor's id: a state `KAZ`, an organization `eaeu`, or somebody of one: `KAZ/president`, `KAZ/delegation`, `un/secretary-general`.
 */
export type ActorId = string;

const ACTOR_ID = /^(?:[A-Z]{3}|[a-z0-9][a-z0-9-]*)(?:\/[a-z0-9][a-z0-9-]*)?$/;

/** Whether the string has the form of an actor's id; whether it is known is for `knowledge/` to say. */
export function isActorId(value: string): boolean {
  return ACTOR_ID.test(value);
}

/** The state or organization behind an actor: `KAZ/president` → `KAZ`. */
export function principalOf(actor: ActorId): ActorId {
  const slash = actor.indexOf('/');
  return slash < 0 ? actor : actor.slice(0, slash);
}

/** Whether the id names a state or somebody of one. */
export function isOfState(actor: ActorId): boolean {
  return /^[A-Z]{3}(?:\/|$)/.test(actor);
}

/** The distinct states and organizations behind the actors, sorted. */
export function principalsOf(actors: readonly ActorId[]): ActorId[] {
  return [...new Set(actors.map(principalOf))].sort();
}
