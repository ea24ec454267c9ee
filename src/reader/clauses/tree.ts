import type { Doc, Upos } from '../../language/index.ts';
import { type Draft, draftOf } from './draft.ts';
import { type MendingWords, mend } from './mending/index.ts';

/**
 * A parsed document as the clause rules walk it: relations without subtypes, lemmas in lower case, children as lists, and what no grammar allows
 * mended.
 */
export class Tree {
  readonly doc: Doc;
  readonly #draft: Draft;
  readonly #children: number[][];
  readonly #features = new Map<string, ReadonlyMap<string, string>>();

  constructor(doc: Doc, words?: MendingWords) {
    this.doc = doc;
    this.#draft = draftOf(doc);
    if (words !== undefined) mend(this.#draft, words);
    this.#children = Array.from({ length: doc.length }, () => []);
    for (let token = 0; token < doc.length; token++) this.#children[this.#draft.heads[token]!]?.push(token);
  }

  lemma(token: number): string {
    return this.#draft.lemmas[token] ?? '';
  }

  /** The token as written, in lower case. */
  form(token: number): string {
    return this.#draft.forms[token] ?? '';
  }

  upos(token: number): Upos {
    return this.#draft.upos[token]!;
  }

  /** The head's index; -1 at a root. */
  head(token: number): number {
    return this.#draft.heads[token] ?? -1;
  }

  relation(token: number): string {
    return this.#draft.relations[token] ?? '';
  }

  /** Whether the full relation has this subtype: `nsubj:pass` has `pass`. */
  hasSubtype(token: number, subtype: string): boolean {
    return this.doc.deprel(token).endsWith(`:${subtype}`);
  }

  /** A feature's value; that of a word which was found to be a verb is the mended one. */
  feature(token: number, name: string): string | undefined {
    if (this.#draft.infinitives.has(token)) return name === 'VerbForm' ? 'Inf' : undefined;
    const mended = this.#draft.mended.get(token);
    if (mended !== undefined) return mended.get(name);
    return this.#featuresOf(this.doc.feats(token)).get(name);
  }

  /** Features are asked for often and differ little: each bundle is taken apart once. */
  #featuresOf(feats: string): ReadonlyMap<string, string> {
    const known = this.#features.get(feats);
    if (known !== undefined) return known;
    const features = new Map(
      feats.split('|').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    );
    this.#features.set(feats, features);
    return features;
  }

  children(token: number): readonly number[] {
    return this.#children[token] ?? [];
  }

  /** The first child in one of the relations. */
  child(token: number, ...relations: readonly string[]): number | undefined {
    return this.children(token).find((child) => relations.includes(this.relation(child)));
  }

  /** The lemmas of the prepositions (`case`) or conjunctions (`mark`) that introduce a token. */
  introducers(token: number): string[] {
    const found: string[] = [];
    for (const child of this.children(token)) {
      const relation = this.relation(child);
      if (relation === 'case' || relation === 'mark') found.push(this.lemma(child));
    }
    return found;
  }

  /** All tokens of the subtree, without the branches that `skip` names. */
  tokensOf(token: number, skip?: (child: number) => boolean): number[] {
    const found = [token];
    for (let at = 0; at < found.length; at++)
      for (const child of this.children(found[at]!)) if (skip === undefined || !skip(child)) found.push(child);
    return found;
  }
}
