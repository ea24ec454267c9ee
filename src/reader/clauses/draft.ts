import type { Doc, Upos } from '../../language/index.ts';

/** The layers of a tree while it is being mended. */
export interface Draft {
  readonly doc: Doc;
  /** -1 at a root. */
  readonly heads: Int32Array;
  readonly relations: string[];
  readonly lemmas: string[];
  readonly forms: string[];
  readonly upos: Upos[];
  /** Words taken for nouns or adjectives that are infinitives. */
  readonly infinitives: Set<number>;
  /** Features in place of the tagger's, where a form tells them. */
  readonly mended: Map<number, ReadonlyMap<string, string>>;
}

export function draftOf(doc: Doc): Draft {
  const count = doc.length;
  const draft: Draft = {
    doc,
    heads: new Int32Array(count),
    relations: new Array(count),
    lemmas: new Array(count),
    forms: new Array(count),
    upos: new Array(count),
    infinitives: new Set(),
    mended: new Map(),
  };
  for (let token = 0; token < count; token++) {
    draft.heads[token] = doc.head(token);
    draft.relations[token] = doc.relation(token);
    draft.forms[token] = doc.form(token).toLowerCase();
    draft.lemmas[token] = doc.lemma(token).toLowerCase();
    draft.upos[token] = doc.upos(token);
  }
  return draft;
}

/** Whether `token` is `ancestor` or hangs below it. */
export function isWithin({ heads }: Draft, token: number, ancestor: number): boolean {
  for (let at = token; at >= 0; at = heads[at]!) if (at === ancestor) return true;
  return false;
}

/** Hangs a token elsewhere, unless that would close a circle. */
export function attach(draft: Draft, token: number, head: number, relation: string): void {
  if (head === token || (head >= 0 && isWithin(draft, head, token))) return;
  draft.heads[token] = head;
  draft.relations[token] = relation;
}
