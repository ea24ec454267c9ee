/** A node of a trie over words: what ends here and what may follow. */
export interface TrieNode<T> {
  values?: T[];
  next?: Map<string, TrieNode<T>>;
}

/** Adds a value under a sequence of words; the same value is kept once. */
export function addToTrie<T>(root: TrieNode<T>, words: readonly string[], value: T): void {
  let node = root;
  for (const word of words) {
    node.next ??= new Map();
    let next = node.next.get(word);
    if (next === undefined) {
      next = {};
      node.next.set(word, next);
    }
    node = next;
  }
  node.values ??= [];
  if (!node.values.includes(value)) node.values.push(value);
}
