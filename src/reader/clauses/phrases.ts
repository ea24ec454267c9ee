import type { Tree } from './tree.ts';
import type { PhraseTable } from './words.ts';

/** A phrase of a table found in the text: its first token and the one behind its last. */
export interface PhraseHit {
  readonly first: number;
  readonly end: number;
}

/** The first place in `[from, to)` where a phrase of the table stands, by lemma or by form. */
export function findPhrase(tree: Tree, table: PhraseTable, from: number, to: number): PhraseHit | undefined {
  for (let token = from; token < to; token++) {
    const hit = phraseAt(tree, table, token, to);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** The longest phrase of the table that begins at the token and ends before `to`. */
export function phraseAt(tree: Tree, table: PhraseTable, token: number, to: number): PhraseHit | undefined {
  const form = tree.form(token);
  const candidates = [
    ...(table.get(form) ?? []),
    ...(form === tree.lemma(token) ? [] : (table.get(tree.lemma(token)) ?? [])),
  ];
  // “once” and the like are conjunctions only before a clause.
  if (tree.upos(token) === 'ADV' && tree.relation(token) !== 'mark') return longer(tree, candidates, token, to);
  const words = candidates.find((phrase) => phrase.every((word, i) => token + i < to && isWord(tree, token + i, word)));
  return words === undefined ? undefined : { first: token, end: token + words.length };
}

function longer(
  tree: Tree,
  candidates: readonly (readonly string[])[],
  token: number,
  to: number,
): PhraseHit | undefined {
  const words = candidates.find(
    (phrase) => phrase.length > 1 && phrase.every((word, i) => token + i < to && isWord(tree, token + i, word)),
  );
  return words === undefined ? undefined : { first: token, end: token + words.length };
}

function isWord(tree: Tree, token: number, word: string): boolean {
  return tree.form(token) === word || tree.lemma(token) === word;
}
