import type { Language, Span } from '../model/index.ts';

/** The universal parts of speech, in the order of their codes in `Doc.upos`. */
export const UPOS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
] as const;
export type Upos = (typeof UPOS)[number];

/** What a tokenizer gives: the tokens' offsets and where each sentence begins. */
export interface DocTokens {
  readonly text: string;
  readonly language: Language;
  /** Offsets of each token's first code unit, and behind its last. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Index of the first token of each sentence, ascending; the first is 0 where there are tokens. */
  readonly sentenceStarts: Uint32Array;
}

/** What the tagger, lemmatizer and parser add. Strings are indices into `strings`; -1 where there is none. */
export interface DocTrees {
  /** Codes of `UPOS`. */
  readonly upos: Uint8Array;
  /** `Case=Gen|Number=Sing`, an index into `strings`. */
  readonly feats: Int32Array;
  readonly lemmas: Int32Array;
  /** Index in the document of the token's head; the token itself at the root of a sentence. */
  readonly heads: Int32Array;
  /** UD v2 relation with its subtype (`nsubj:pass`), an index into `strings`. */
  readonly deprels: Int32Array;
  readonly strings: readonly string[];
}

/**
 * A text with its tokens, sentences and, once parsed, its trees: flat arrays inside, named access outside.
 * Tokens are the syntactic words of Universal Dependencies; sentences are ranges of tokens.
 */
export class Doc {
  readonly tokens: DocTokens;
  readonly trees: DocTrees | undefined;
  #children: { readonly first: Uint32Array; readonly list: Uint32Array } | undefined;
  #sentenceOf: Uint32Array | undefined;

  constructor(tokens: DocTokens, trees?: DocTrees) {
    this.tokens = tokens;
    this.trees = trees;
  }

  get text(): string {
    return this.tokens.text;
  }

  get language(): Language {
    return this.tokens.language;
  }

  /** The number of tokens. */
  get length(): number {
    return this.tokens.starts.length;
  }

  get sentenceCount(): number {
    return this.tokens.sentenceStarts.length;
  }

  startOf(token: number): number {
    return this.tokens.starts[token]!;
  }

  endOf(token: number): number {
    return this.tokens.ends[token]!;
  }

  /** The token as written. */
  form(token: number): string {
    return this.tokens.text.slice(this.startOf(token), this.endOf(token));
  }

  /** The text's span of the tokens from `first` up to and including `last`. */
  spanOf(first: number, last: number = first): Span {
    return [this.startOf(first), this.endOf(last)];
  }

  /** The first token of a sentence and the one behind its last. */
  sentenceRange(sentence: number): readonly [first: number, end: number] {
    const { sentenceStarts } = this.tokens;
    return [sentenceStarts[sentence]!, sentenceStarts[sentence + 1] ?? this.length];
  }

  /** The sentence that a token stands in. */
  sentenceOf(token: number): number {
    this.#sentenceOf ??= this.#indexSentences();
    return this.#sentenceOf[token]!;
  }

  /** The index of the token at or behind an offset of the text; `length` where there is none. */
  tokenAt(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.endOf(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  upos(token: number): Upos {
    return UPOS[this.#parsed().upos[token]!]!;
  }

  /** The lemma; the lower-cased form where the lemmatizer gave none. */
  lemma(token: number): string {
    return this.#string(this.#parsed().lemmas[token]!) ?? this.form(token).toLowerCase();
  }

  /** All morphological features as CoNLL-U writes them; empty where there are none. */
  feats(token: number): string {
    return this.#string(this.#parsed().feats[token]!) ?? '';
  }

  /** One feature's value: `feature(i, 'Case')` → `'Gen'`. */
  feature(token: number, name: string): string | undefined {
    const feats = this.feats(token);
    const at = feats.startsWith(`${name}=`) ? 0 : feats.indexOf(`|${name}=`) + 1;
    if (at === 0 && !feats.startsWith(`${name}=`)) return undefined;
    const end = feats.indexOf('|', at);
    return feats.slice(at + name.length + 1, end < 0 ? undefined : end);
  }

  /** The head's index; -1 at the root of a sentence. */
  head(token: number): number {
    const head = this.#parsed().heads[token]!;
    return head === token ? -1 : head;
  }

  /** The whole relation: `nsubj:pass`. */
  deprel(token: number): string {
    return this.#string(this.#parsed().deprels[token]!) ?? 'dep';
  }

  /** The universal part of the relation: `nsubj`. */
  relation(token: number): string {
    const deprel = this.deprel(token);
    const colon = deprel.indexOf(':');
    return colon < 0 ? deprel : deprel.slice(0, colon);
  }

  /** The tokens headed by this one, from left to right. */
  children(token: number): readonly number[] {
    this.#children ??= this.#indexChildren();
    const { first, list } = this.#children;
    return Array.from(list.subarray(first[token]!, first[token + 1]!));
  }

  /** The outermost tokens of the subtree: `[first, last]`, both within it. */
  subtree(token: number): readonly [first: number, last: number] {
    let first = token;
    let last = token;
    const open = [token];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next < first) first = next;
      if (next > last) last = next;
      open.push(...this.children(next));
    }
    return [first, last];
  }

  #parsed(): DocTrees {
    if (this.trees === undefined) throw new Error('this document is not parsed; call parse() of a pipeline first');
    return this.trees;
  }

  #string(index: number): string | undefined {
    return index < 0 ? undefined : this.#parsed().strings[index];
  }

  #indexSentences(): Uint32Array {
    const index = new Uint32Array(this.length);
    for (let sentence = 0; sentence < this.sentenceCount; sentence++)
      index.fill(sentence, ...this.sentenceRange(sentence));
    return index;
  }

  #indexChildren(): { first: Uint32Array; list: Uint32Array } {
    const { heads } = this.#parsed();
    const first = new Uint32Array(this.length + 1);
    for (let token = 0; token < this.length; token++) if (heads[token] !== token) first[heads[token]! + 1]!++;
    for (let token = 0; token < this.length; token++) first[token + 1]! += first[token]!;
    const next = first.slice();
    const list = new Uint32Array(first[this.length]!);
    for (let token = 0; token < this.length; token++) if (heads[token] !== token) list[next[heads[token]!]!++] = token;
    return { first, list };
  }
}
