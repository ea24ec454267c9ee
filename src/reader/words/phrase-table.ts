import { keyOf } from './atoms.ts';

/** Words of a phrase that was found at a place, and what the table holds for it. */
export interface PhraseMatch<T> {
  readonly length: number;
  readonly value: T;
}

/** How many words a table remembers. */
const KEPT_WORDS = 20_000;

interface Node<T> {
  readonly words: Map<string, Node<T>>;
  readonly stems: Map<string, Node<T>>;
  value?: T;
}

/**
 * A trie of phrases over words. A word that ends in `*` stands for every word that begins so («транспорт*»);
 * a word without it for itself alone. Of several phrases at one place the longest wins.
 */
export class PhraseTable<T> {
  readonly #root: Node<T> = emptyNode();
  /** Where phrases that begin with a word go on: nearly every word begins none, and is soon known to. */
  readonly #starts = new Map<string, readonly Node<T>[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) this.#add(keyOf(phrase), value);
  }

  /** The longest phrase that begins at `at`; `wordAt` gives the words and `undefined` behind the last. */
  match(wordAt: (index: number) => string | undefined, at: number): PhraseMatch<T> | undefined {
    const word = wordAt(at);
    if (word === undefined) return undefined;
    let best: PhraseMatch<T> | undefined;
    for (const node of this.#startsOf(word)) {
      const found = longest(node, wordAt, at, 1);
      if (found !== undefined && found.length > (best?.length ?? 0)) best = found;
    }
    return best;
  }

  /** What the table holds for a single word. */
  get(word: string): T | undefined {
    return this.match((index) => (index === 0 ? word : undefined), 0)?.value;
  }

  #startsOf(word: string): readonly Node<T>[] {
    let starts = this.#starts.get(word);
    if (starts === undefined) {
      starts = childrenFor(this.#root, word);
      if (this.#starts.size >= KEPT_WORDS) this.#starts.clear();
      this.#starts.set(word, starts);
    }
    return starts;
  }

  #add(phrase: string, value: T): void {
    let node = this.#root;
    for (const word of phrase.split(' ')) node = childOf(node, word);
    node.value = value;
  }
}

function emptyNode<T>(): Node<T> {
  return { words: new Map(), stems: new Map() };
}

function childOf<T>(node: Node<T>, word: string): Node<T> {
  const isStem = word.endsWith('*');
  const children = isStem ? node.stems : node.words;
  const key = isStem ? word.slice(0, -1) : word;
  let child = children.get(key);
  if (child === undefined) {
    child = emptyNode();
    children.set(key, child);
  }
  return child;
}

function longest<T>(
  node: Node<T>,
  wordAt: (index: number) => string | undefined,
  at: number,
  depth: number,
): PhraseMatch<T> | undefined {
  const word = wordAt(at + depth);
  let best: PhraseMatch<T> | undefined;
  if (word !== undefined) {
    for (const child of childrenFor(node, word)) {
      const found = longest(child, wordAt, at, depth + 1);
      if (found !== undefined && found.length > (best?.length ?? 0)) best = found;
    }
  }
  return best ?? (node.value === undefined ? undefined : { length: depth, value: node.value });
}

/** The branches open to a word: itself, then its stems from the longest. */
function childrenFor<T>(node: Node<T>, word: string): Node<T>[] {
  const exact = node.words.get(word);
  const children = exact === undefined ? [] : [exact];
  if (node.stems.size === 0) return children;
  for (let length = word.length; length > 1; length--) {
    const child = node.stems.get(word.slice(0, length));
    if (child !== undefined) children.push(child);
  }
  return children;
}
