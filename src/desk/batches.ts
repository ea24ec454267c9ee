import { setTimeout as sleep } from 'node:timers/promises';

/** How many items a batch has at most, and for how long it waits for them, in milliseconds. */
const BATCH = 32;
const BATCH_TIME = 200;

/** The items in batches: what is there at once goes together, and nothing waits long for what comes slowly. */
export async function* batches<Item>(source: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item[]> {
  const iterator = iteratorOf(source);
  let next = iterator.next();
  try {
    for (let first = await next; first.done !== true; first = await next) {
      const batch = [first.value];
      next = iterator.next();
      const late = new AbortController();
      const timer = sleep(BATCH_TIME, undefined, { signal: late.signal }).catch(() => undefined);
      while (batch.length < BATCH) {
        const got = await Promise.race([next, timer]);
        if (got === undefined || got.done === true) break;
        batch.push(got.value);
        next = iterator.next();
      }
      late.abort();
      yield batch;
    }
  } finally {
    await iterator.return(undefined);
  }
}

async function* iteratorOf<Item>(source: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item, undefined> {
  yield* source;
  return undefined;
}
