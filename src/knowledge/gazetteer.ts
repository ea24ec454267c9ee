import type { Language } from '../model/index.ts';
import { partsOf } from './fold.ts';
import { stemsOf } from './inflection/turkic.ts';
import type { NameEntry, NameMatch } from './names.ts';
import type { LetterCase, Pattern } from './patterns.ts';
import { addToTrie, type TrieNode } from './trie.ts';

interface Leaf {
  readonly entry: NameEntry;
  readonly letters: LetterCase;
  /** How many letters the first word has. */
  readonly length: number;
}

/** One comparable part of a word of the text. */
interface Part {
  /** Its forms to look up: the folded part, and its stems in a language that adds endings. */
  readonly keys: readonly string[];
  readonly letters: LetterCase;
}

/** How many words are remembered with their parts before the memory starts anew. */
const REMEMBERED = 60_000;
const POSSESSIVE = /['’]s$/iu;

/** Names of one language in a trie over words; finds the longest name at each place of a text, from left to right. */
export class Gazetteer {
  readonly #root: TrieNode<Leaf> = {};
  readonly #language: Language;
  readonly #parts = new Map<string, readonly Part[]>();

  constructor(language: Language) {
    this.#language = language;
  }

  /** Adds an entry under a pattern. Where several entries share one, all are given, in the order in which they were added. */
  add({ words, letters }: Pattern, entry: NameEntry): void {
    if (words.length > 0) addToTrie(this.#root, words, { entry, letters, length: words[0]!.length });
  }

  /** The names among the words, longest first at each place, without overlap, in the order of the text. */
  match(words: readonly string[]): NameMatch[] {
    const { parts, wordOf } = this.#flatten(words);
    const matches: NameMatch[] = [];
    for (let at = 0; at < parts.length; ) {
      const found = this.#longestAt(parts, at);
      if (found === undefined) at++;
      else {
        matches.push({ first: wordOf[at]!, last: wordOf[found.end - 1]!, entries: found.entries });
        at = found.end;
      }
    }
    return matches;
  }

  #flatten(words: readonly string[]): { parts: Part[]; wordOf: number[] } {
    const parts: Part[] = [];
    const wordOf: number[] = [];
    words.forEach((word, index) => {
      for (const part of this.#partsOf(word)) {
        parts.push(part);
        wordOf.push(index);
      }
    });
    return { parts, wordOf };
  }

  #partsOf(word: string): readonly Part[] {
    let parts = this.#parts.get(word);
    if (parts === undefined) {
      const letters = lettersOf(word);
      parts = partsOf(this.#language === 'en' ? word.replace(POSSESSIVE, '') : word).map((part) => ({
        keys: this.#keysOf(part),
        letters,
      }));
      if (this.#parts.size >= REMEMBERED) this.#parts.clear();
      this.#parts.set(word, parts);
    }
    return parts;
  }

  #keysOf(part: string): readonly string[] {
    return this.#language === 'kk' || this.#language === 'ky' ? stemsOf(part, this.#language) : [part];
  }

  #longestAt(parts: readonly Part[], at: number): { end: number; entries: NameEntry[] } | undefined {
    let nodes = [this.#root];
    let found: { end: number; entries: NameEntry[] } | undefined;
    for (let end = at; end < parts.length && nodes.length > 0; end++) {
      nodes = step(nodes, parts[end]!);
      const entries = entriesOf(nodes, parts[at]!);
      if (entries.length > 0) found = { end: end + 1, entries };
    }
    return found;
  }
}

/** All nodes that the part leads to; for the longest key that leads anywhere first. */
function step(nodes: readonly TrieNode<Leaf>[], part: Part): TrieNode<Leaf>[] {
  const next: TrieNode<Leaf>[] = [];
  for (const node of nodes)
    for (const key of node.next === undefined ? [] : part.keys) {
      const child = node.next!.get(key);
      if (child !== undefined) next.push(child);
    }
  return next;
}

function entriesOf(nodes: readonly TrieNode<Leaf>[], first: Part): NameEntry[] {
  for (const node of nodes) {
    const entries = node.values?.filter((leaf) => isWrittenAs(leaf, first)).map((leaf) => leaf.entry) ?? [];
    if (entries.length > 0) return entries;
  }
  return [];
}

const RANK = { any: 0, capital: 1, upper: 2 } as const satisfies Record<LetterCase, number>;
/** Acronyms of as many letters are also written as names: "Nato", "Asean". */
const NAMELIKE = 4;

function isWrittenAs(leaf: Leaf, first: Part): boolean {
  const needed = leaf.letters === 'upper' && leaf.length >= NAMELIKE ? 'capital' : leaf.letters;
  return RANK[first.letters] >= RANK[needed];
}

function lettersOf(word: string): LetterCase {
  const first = word.charAt(0);
  if (first === first.toLowerCase() && !/\d/u.test(first)) return 'any';
  return word === word.toUpperCase() ? 'upper' : 'capital';
}
