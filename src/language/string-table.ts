/** Gives each string a number, the same at every sight. */
export class StringTable {
  readonly list: string[] = [];
  readonly #codes = new Map<string, number>();

  constructor(known: readonly string[] = []) {
    for (const text of known) this.code(text);
  }

  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.list.length);
    return this.list.push(text) - 1;
  }

  /** The code, or -1 for the empty string. */
  codeOrNone(text: string): number {
    return text === '' ? -1 : this.code(text);
  }
}
