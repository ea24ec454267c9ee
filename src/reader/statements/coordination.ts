import { type ClauseWords, isInfinitive, type Tree } from '../clauses/index.ts';
import { hasSubject } from './governing.ts';

/** All tokens coordinated with the head, however the chain hangs together, from left to right. */
export function conjuncts(tree: Tree, head: number): number[] {
  const found = tree.children(head).filter((child) => tree.relation(child) === 'conj');
  return found.flatMap((child) => [child, ...conjuncts(tree, child)]).sort((a, b) => a - b);
}

/** Whether a coordinated member could be kept apart from the one before it. */
export function isSeparate(tree: Tree, words: ClauseWords, previous: number, next: number, isList: boolean): boolean {
  const isVerbal =
    tree.upos(next) === 'VERB' ||
    tree.upos(next) === 'AUX' ||
    hasSubject(tree, next) ||
    isInfinitive(tree, words, next);
  return isVerbal ? hasWordsBetween(tree, previous, next) : isHeavyPair(tree, previous, next, isList);
}

/** “remove or reduce”: nothing but a conjunction stands between two verbs that share what follows. */
function hasWordsBetween(tree: Tree, previous: number, next: number): boolean {
  for (let token = previous + 1; token < next; token++) {
    const relation = tree.relation(token);
    if (
      relation !== 'cc' &&
      relation !== 'punct' &&
      relation !== 'mark' &&
      relation !== 'advmod' &&
      relation !== 'compound'
    )
      return true;
  }
  return false;
}

/** Noun phrases are separate where the second has its own preposition, or is of some weight; undertakings where both are. */
function isHeavyPair(tree: Tree, previous: number, next: number, isList: boolean): boolean {
  const introduced = tree.children(next).some((child) => tree.relation(child) === 'case');
  if (introduced) return tree.children(previous).some((child) => tree.relation(child) === 'case');
  return (
    isHeavy(tree, next) &&
    (isList || isHeavy(tree, previous)) &&
    tree.upos(next) !== 'PROPN' &&
    tree.upos(previous) !== 'PROPN'
  );
}

function isHeavy(tree: Tree, token: number): boolean {
  const own = tree.tokensOf(
    token,
    (child) => tree.relation(child) === 'conj' || tree.relation(child) === 'cc' || tree.relation(child) === 'punct',
  );
  return own.length >= 3 || tree.child(token, 'nmod') !== undefined;
}
