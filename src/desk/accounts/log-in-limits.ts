import { type Counted, logInLimit, type Register } from '../../register/index.ts';
import { placeOf } from './places.ts';

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/** The tries that fail, by what they are counted. */
export interface TryCounter {
  /** Counts a try by name and password before it is looked at, so that many tries at once are many tries. */
  count(name: string, address: string | undefined): Promise<Counted>;
  /** Gives back a try that was right. */
  giveBack(name: string, address: string | undefined): Promise<void>;
  /** Counts a log-in at the provider that was refused. */
  countRefusal(address: string): Promise<Counted>;
}

/**
 * Tries are counted by the place that they come from, whatever the name; by name and place; and by the name from anywhere. The last is far
 * the larger: nobody can keep somebody else out with a few tries, and many places together still do not guess on and on.
 */
export function tryCounter(register: Register): TryCounter {
  const ofPlace = logInLimit(register, 'address', 50, QUARTER);
  const ofNameThere = logInLimit(register, 'name-there', 10, QUARTER);
  const ofName = logInLimit(register, 'name', 100, HOUR);
  const refusals = logInLimit(register, 'refusal', 10, QUARTER);

  // A password that is changed is asked for in a session, which comes from no place in particular.
  const keysOf = (name: string, address: string | undefined) => {
    const place = address === undefined ? '' : placeOf(address);
    return [
      ...(address === undefined ? [] : [[ofPlace, place] as const]),
      [ofNameThere, `${place} ${name}`] as const,
      [ofName, name] as const,
    ];
  };
  return {
    async count(name, address) {
      // In this order: what one place is refused does not count against the name from elsewhere.
      for (const [limit, key] of keysOf(name, address)) {
        const counted = await limit.consume(key);
        if (!counted.allowed) return counted;
      }
      return { allowed: true };
    },
    giveBack: async (name, address) =>
      void (await Promise.all(keysOf(name, address).map(([limit, key]) => limit.reward(key)))),
    countRefusal: (address) => refusals.consume(placeOf(address)),
  };
}
