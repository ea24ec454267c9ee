import { z } from 'zod';
import { groupsOfStates, membersOf as membersOfGroup } from '../knowledge/index.ts';
import { type ActorId, ReadoutError } from '../model/index.ts';
import { listPairs, membersOf, setSetting, setting } from '../register/index.ts';
import type { Desk } from './desk.ts';

const KEY = 'follows';

/** More states than these are a world, not a group: nobody follows all of its pairs. */
const MOST_MEMBERS = 60;

/** The name of a choice of states, in UTF-16 code units: that of the longest choice by their names fits. */
const LONGEST_NAME = 2000;

/** So many things can be followed by one person. */
const MOST_FOLLOWS = 200;

const Follow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pair'), pair: z.string() }),
  z.object({ kind: z.literal('actor'), actor: z.string() }),
  z.object({ kind: z.literal('group'), group: z.string() }),
  z.object({ kind: z.literal('states'), name: z.string(), states: z.array(z.string()) }),
]);

/**
 * What somebody follows: a pair; every pair of a state or organization; every pair among the members of an organization or the states
 * of a region; every pair among states of their own choice.
 */
export type Follow = z.infer<typeof Follow>;

/** What is followed at the desk, in the order in which it was chosen. */
export async function follows({ register, owner }: Desk): Promise<readonly Follow[]> {
  return z.array(Follow).parse(JSON.parse((await setting(register, KEY, owner)) ?? '[]'));
}

/** Follows something; what is followed already stays where it is. Throws `bad-input` where it names no pair. */
export async function follow(desk: Desk, what: Follow): Promise<void> {
  requireSense(what);
  const all = await follows(desk);
  if (all.some((one) => keyOf(one) === keyOf(what))) return;
  if (all.length >= MOST_FOLLOWS)
    throw new ReadoutError(
      'bad-input',
      'too much is followed already:',
      String(all.length),
      'take something off first',
    );
  await setSetting(desk.register, KEY, JSON.stringify([...all, what]), desk.owner);
}

/** Follows something no longer. */
export async function unfollow(desk: Desk, key: string): Promise<void> {
  const others = (await follows(desk)).filter((one) => keyOf(one) !== key);
  await setSetting(desk.register, KEY, JSON.stringify(others), desk.owner);
}

/** By what a followed thing is known: two of the same are one. */
export function keyOf(what: Follow): string {
  switch (what.kind) {
    case 'pair':
      return `pair ${what.pair}`;
    case 'actor':
      return `actor ${what.actor}`;
    case 'group':
      return `group ${what.group}`;
    case 'states':
      return `states ${what.states.toSorted().join(' ')}`;
  }
}

/** The pairs with a record that belong to what is followed; undefined where nothing is. */
export async function followedPairs(desk: Desk): Promise<readonly string[] | undefined> {
  const all = await follows(desk);
  if (all.length === 0) return undefined;
  const tests = all.map(belongsTo);
  const pairs = await listPairs(desk.register, { limit: 100_000 });
  return pairs.filter(({ a, b }) => tests.some((test) => test(a, b))).map(({ pair }) => pair);
}

/** Whether a pair belongs to a followed thing. */
function belongsTo(what: Follow): (a: ActorId, b: ActorId) => boolean {
  if (what.kind === 'pair') return (a, b) => `${a}-${b}` === what.pair;
  if (what.kind === 'actor') return (a, b) => a === what.actor || b === what.actor;
  const members = new Set(what.kind === 'group' ? [what.group, ...membersOfGroup(what.group)] : what.states);
  return (a, b) => members.has(a) && members.has(b);
}

function makesSense(what: Follow): boolean {
  if (what.kind === 'pair') return membersOf(what.pair) !== undefined;
  if (what.kind === 'group') return isGroup(what.group);
  return what.kind === 'actor' || (isGroupSize(what.states.length) && what.name.length <= LONGEST_NAME);
}

function requireSense(what: Follow): void {
  if (!makesSense(what))
    throw new ReadoutError(
      'bad-input',
      'no pairs to follow:',
      keyOf(what),
      'name a pair, a group, or two states or more',
    );
}

/** The regions and organizations that can be followed: those of whose members the pairs can be overlooked. */
export function groups(): ActorId[] {
  return groupsOfStates().filter(isGroup);
}

/** Whether the members of an actor can be followed. */
export function isGroup(id: ActorId): boolean {
  return isGroupSize(membersOfGroup(id).length);
}

function isGroupSize(members: number): boolean {
  return members > 1 && members <= MOST_MEMBERS;
}
