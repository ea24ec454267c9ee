import type { Doc, Upos } from '../../language/index.ts';

/**
 * A parsed document as the clause rules walk it: relations without subtypes, lemmas in lower case, children as lists,
 * and coordinations that no grammar allows (a verb joined to a noun) mended.
 */
export class Tree {
  readonly doc: Doc;
  readonly #heads: Int32Array;
  readonly #relations: string[];
  readonly #lemmas: string[];
  readonly #forms: string[];
  readonly #children: number[][];

  constructor(doc: Doc) {
    this.doc = doc;
    const count = doc.length;
    this.#relations = new Array(count);
    this.#lemmas = new Array(count);
    this.#forms = new Array(count);
    this.#heads = new Int32Array(count);
    for (let token = 0; token < count; token++) {
      this.#relations[token] = doc.relation(token);
      this.#forms[token] = doc.form(token).toLowerCase();
      this.#lemmas[token] = doc.lemma(token).toLowerCase();
      this.#heads[token] = doc.head(token);
    }
    mendCoordination(this, this.#heads);
    this.#children = Array.from({ length: count }, () => []);
    for (let token = 0; token < count; token++) this.#children[this.#heads[token]!]?.push(token);
  }

  lemma(token: number): string {
    return this.#lemmas[token] ?? '';
  }

  /** The token as written, in lower case. */
  form(token: number): string {
    return this.#forms[token] ?? '';
  }

  upos(token: number): Upos {
    return this.doc.upos(token);
  }

  /** The head's index; -1 at a root. */
  head(token: number): number {
    return this.#heads[token] ?? -1;
  }

  relation(token: number): string {
    return this.#relations[token] ?? '';
  }

  /** Whether the full relation has this subtype: `nsubj:pass` has `pass`. */
  hasSubtype(token: number, subtype: string): boolean {
    return this.doc.deprel(token).endsWith(`:${subtype}`);
  }

  feature(token: number, name: string): string | undefined {
    return this.doc.feature(token, name);
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

  /** Whether `token` is `ancestor` or hangs below it. */
  within(token: number, ancestor: number): boolean {
    for (let at = token; at >= 0; at = this.head(at)) if (at === ancestor) return true;
    return false;
  }

  /** All tokens of the subtree, without the branches that `skip` names. */
  tokensOf(token: number, skip?: (child: number) => boolean): number[] {
    const found = [token];
    for (let at = 0; at < found.length; at++)
      for (const child of this.children(found[at]!)) if (skip === undefined || !skip(child)) found.push(child);
    return found;
  }
}

/** A verb is not coordinated with a noun: it belongs to the nearest verb above that has the same form. */
function mendCoordination(tree: Tree, heads: Int32Array): void {
  for (let token = 0; token < heads.length; token++) {
    if (tree.relation(token) !== 'conj' || tree.upos(token) !== 'VERB') continue;
    const head = heads[token]!;
    if (head < 0 || tree.upos(head) === 'VERB' || isCopular(tree, heads, head)) continue;
    const form = tree.feature(token, 'VerbForm');
    for (let above = heads[head]!; above >= 0; above = heads[above]!) {
      if (above < token && tree.upos(above) === 'VERB' && tree.feature(above, 'VerbForm') === form) {
        heads[token] = above;
        break;
      }
    }
  }
}

function isCopular(tree: Tree, heads: Int32Array, head: number): boolean {
  for (let token = Math.max(0, head - 12); token < head; token++)
    if (heads[token] === head && (tree.relation(token) === 'cop' || tree.relation(token) === 'nsubj')) return true;
  return false;
}
