import type { Language } from '../model/index.ts';
import { Buckets } from './buckets.ts';
import type { Named } from './entries/named.ts';
import type { NamedPerson } from './entries/people.ts';
import { foldWord, splitWord } from './fold.ts';
import { stemsOf } from './inflection/turkic.ts';
import type { NameEntry, NameMatch } from './names.ts';
import { beginningOf, type LetterCase, patternsOf } from './patterns.ts';
import { isParticle, keysOfWord, personPatterns, telltaleKeys } from './person-patterns.ts';
import { nodeOf, type TrieNode } from './trie.ts';

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
  /** Its keys as a word of a person's name, and whether one may begin with it: only with a capital or a particle. */
  readonly personKeys: readonly string[];
  readonly beginsPerson: boolean;
}

interface Found {
  /** Index of the part behind the name's last. */
  readonly end: number;
  readonly entries: readonly NameEntry[];
}

/** How many words are remembered with their parts before the memory starts anew. */
const REMEMBERED = 60_000;
const POSSESSIVE = /['’]s$/iu;
/** The possessive ending as a token of its own. */
const CLITIC = /^['’]s$/iu;

/**
 * Names of one language in a trie over words; finds the longest name at each place of a text, from left to right. The forms of a name are
 * made and put into the trie when a word that begins like it is first met.
 */
export class Gazetteer {
  readonly #names: TrieNode<Leaf> = {};
  readonly #people: TrieNode<NameEntry> = {};
  readonly #unreadNames = new Buckets<Named>(4);
  readonly #unreadPeople = new Buckets<NamedPerson>(7);
  readonly #language: Language;
  readonly #parts = new Map<string, readonly Part[]>();

  /** Where several names share a form, all are given, in the order in which they come here. */
  constructor(language: Language, names: Iterable<Named>, people: Iterable<NamedPerson>) {
    this.#language = language;
    for (const named of names) this.#unreadNames.add(beginningOf(named.name), named);
    for (const named of people)
      for (const key of telltaleKeys(named.person, language)) this.#unreadPeople.add(key, named);
  }

  /** The names among the words, longest first at each place, without overlap, in the order of the text. */
  match(words: readonly string[]): NameMatch[] {
    const { parts, wordOf } = this.#flatten(words);
    const matches: NameMatch[] = [];
    for (let at = 0; at < parts.length; ) {
      const found = longer(this.#nameAt(parts, at), this.#personAt(parts, at));
      if (found === undefined || isPartOfWord(found, wordOf, at)) at++;
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
      // The point of an initial, where a tokenizer sets it apart.
      if (word === '.' && isInitial(words[index - 1])) return;
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
      parts = CLITIC.test(word) ? [] : splitWord(word).map((part) => this.#part(part));
      if (this.#parts.size >= REMEMBERED) this.#parts.clear();
      this.#parts.set(word, parts);
    }
    return parts;
  }

  #part(part: string): Part {
    const letters = lettersOf(part);
    const folded = foldWord(part);
    // "Kazakhstan’s" is Kazakhstan; "People’s" is a word of its own.
    const bare = this.#language === 'en' ? part.replace(POSSESSIVE, '') : part;
    const personKeys = keysOfWord(bare, this.#language);
    const beginsPerson = letters !== 'any' || isParticle(bare);
    for (const named of this.#unreadNames.take(folded)) this.#addName(named);
    if (beginsPerson)
      for (const key of personKeys) for (const named of this.#unreadPeople.take(key)) this.#addPerson(named);
    const keys =
      this.#language === 'kk' || this.#language === 'ky'
        ? stemsOf(folded, this.#language)
        : bare === part
          ? [folded]
          : [foldWord(bare), folded];
    return { keys, letters, personKeys, beginsPerson };
  }

  #addName({ entry, name, form }: Named): void {
    for (const { words, letters } of patternsOf(name, form, this.#language)) {
      const node = nodeOf(this.#names, words);
      node.values = withLeaf(node.values ?? [], { entry, letters, length: words[0]?.length ?? 0 });
    }
  }

  #addPerson({ person, entries }: NamedPerson): void {
    for (const { keys, part } of personPatterns(person, this.#language)) {
      const node = nodeOf(this.#people, keys);
      const values = node.values ?? [];
      if (!values.includes(entries[part])) node.values = [...values, entries[part]];
    }
  }

  #nameAt(parts: readonly Part[], at: number): Found | undefined {
    let nodes: readonly TrieNode<Leaf>[] = [this.#names];
    let found: Found | undefined;
    for (let end = at; end < parts.length; end++) {
      nodes = follow(nodes, parts[end]!.keys);
      if (nodes.length === 0) break;
      const entries = entriesOf(nodes, parts[at]!);
      if (entries.length > 0) found = { end: end + 1, entries };
    }
    return found;
  }

  #personAt(parts: readonly Part[], at: number): Found | undefined {
    if (!parts[at]!.beginsPerson) return undefined;
    let nodes: readonly TrieNode<NameEntry>[] = [this.#people];
    let found: Found | undefined;
    for (let end = at; end < parts.length; end++) {
      nodes = follow(nodes, parts[end]!.personKeys);
      if (nodes.length === 0) break;
      // Keys are broad: without its capital "Georgia will" would be George Vella.
      if (parts[end]!.letters === 'any') continue;
      const entries = [...new Set(nodes.flatMap(({ values = [] }) => values))];
      if (entries.length > 0) found = { end: end + 1, entries };
    }
    return found;
  }
}

function isInitial(word: string | undefined): boolean {
  return word?.length === 1 && word !== word.toLowerCase();
}

/** Whether an office is but a part of a hyphenated word: e-government, delegation-level. States and organizations may be (EU-led). */
function isPartOfWord({ end, entries }: Found, wordOf: readonly number[], at: number): boolean {
  return (wordOf[at - 1] === wordOf[at] || wordOf[end - 1] === wordOf[end]) && entries[0]?.kind === 'office';
}

/** The longer of two finds at one place; both where they are equally long. */
function longer(a: Found | undefined, b: Found | undefined): Found | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.end === b.end ? { end: a.end, entries: [...a.entries, ...b.entries] } : a.end > b.end ? a : b;
}

const NONE: readonly never[] = [];

/** Of two ways to capitalize one form of a name the freer one covers both. */
function withLeaf(leaves: readonly Leaf[], leaf: Leaf): readonly Leaf[] {
  const known = leaves.find((other) => isSameEntry(other.entry, leaf.entry));
  if (known === undefined) return [...leaves, leaf];
  return RANK[leaf.letters] < RANK[known.letters] ? leaves.map((other) => (other === known ? leaf : other)) : leaves;
}

/** Whether two entries say the same: different spellings of a name may share a form. */
function isSameEntry(a: NameEntry, b: NameEntry): boolean {
  return (
    a === b ||
    (a.kind === b.kind && a.ids[0] === b.ids[0] && a.office === b.office && a.key === b.key && a.plural === b.plural)
  );
}

/** All nodes that one of the keys leads to, in the order of the keys. */
function follow<T>(nodes: readonly TrieNode<T>[], keys: readonly string[]): readonly TrieNode<T>[] {
  let next: TrieNode<T>[] | undefined;
  for (const node of nodes) {
    if (node.next === undefined) continue;
    for (const key of keys) {
      const child = node.next.get(key);
      if (child !== undefined) next = next === undefined ? [child] : [...next, child];
    }
  }
  return next ?? NONE;
}

function entriesOf(nodes: readonly TrieNode<Leaf>[], first: Part): NameEntry[] {
  for (const node of nodes) {
    const entries = node.values?.filter((leaf) => isWrittenAs(leaf, first)).map((leaf) => leaf.entry) ?? [];
    if (entries.length > 0) return entries;
  }
  return [];
}

const RANK = { any: 0, capital: 1, upper: 2 } as const satisfies Record<LetterCase, number>;
/** Acronyms of as many letters are also written as names: "Asean", "Unesco". */
const NAMELIKE = 5;

function isWrittenAs(leaf: Leaf, first: Part): boolean {
  const needed = leaf.letters === 'upper' && leaf.length >= NAMELIKE ? 'capital' : leaf.letters;
  return RANK[first.letters] >= RANK[needed];
}

function lettersOf(word: string): LetterCase {
  const first = word.charAt(0);
  if (first === first.toLowerCase() && !/\d/u.test(first)) return 'any';
  // Acronyms with small letters have several capitals: AfDB, РУз.
  return word === word.toUpperCase() || /\p{Lu}.*\p{Lu}/u.test(word) ? 'upper' : 'capital';
}
