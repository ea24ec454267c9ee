/**
 * Values kept under the beginnings of words, each to be taken once: when a word is first met, what may belong to it is made ready, and
 * what no text speaks of never is.
 */
export class Buckets<T> {
  readonly #buckets = new Map<string, T[]>();
  readonly #longest: number;

  /** `longest`: how many characters of a word tell it apart. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Keeps a value for every word that begins so; of the beginning no more than the longest counts. */
  add(beginning: string, value: T): void {
    const key = beginning.slice(0, this.#longest);
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, [value]);
    else if (bucket.at(-1) !== value) bucket.push(value);
  }

  /** All values kept for the word that nobody took before. */
  take(word: string): T[] {
    const taken: T[] = [];
    for (let length = 1; length <= Math.min(word.length, this.#longest); length++) {
      const key = word.slice(0, length);
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) continue;
      taken.push(...bucket);
      this.#buckets.delete(key);
    }
    return taken;
  }
}
