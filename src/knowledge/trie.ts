/** A node of a trie over words: what ends here and what may follow. */
export interface TrieNode<T> {
  values?: readonly T[];
  next?: Map<string, TrieNode<T>>;
}

/** The node that a sequence of words leads to, made where it is missing. */
export function nodeOf<T>(root: TrieNode<T>, words: readonly string[]): TrieNode<T> {
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
  return node;
}
