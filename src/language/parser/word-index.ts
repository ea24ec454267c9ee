/** From the hash of a word to its row, by open addressing; row 0 is that of all unknown words. */
export class WordIndex {
  readonly #hashes: Uint32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;

  /** `hashes[i]` is that of row `i + 1`. */
  constructor(hashes: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(hashes.length * 2 + 2));
    this.#mask = size - 1;
    this.#hashes = new Uint32Array(size);
    this.#rows = new Int32Array(size);
    for (const [at, hash] of hashes.entries()) {
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.#rows[slot] = at + 1;
    }
  }

  rowOf(hash: number): number {
    return this.#rows[this.#slotOf(hash)]!;
  }

  /** The slot that holds the hash, or the free one where it would be put. */
  #slotOf(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#rows[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
