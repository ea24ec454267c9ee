import { type Clause, type ClauseWords, isGerund, isInfinitive, phraseAt, type Tree } from '../clauses/index.ts';
import type { Match } from './match.ts';

/** Relations in which infinitives and clauses are complements, as parsers give them. */
export const CLAUSAL = ['xcomp', 'ccomp', 'csubj', 'acl', 'advcl', 'obl', 'nmod', 'obj', 'nsubj', 'dep', 'parataxis'];
const NOMINAL = ['obl', 'nmod', 'advcl', 'acl', 'xcomp', 'ccomp', 'obj', 'iobj'];

/** Where a complement may hang: what a predicate governs is looked for among the children of its hosts. */
export interface Site {
  readonly clause: Clause;
  readonly match: Match;
  readonly host: number;
}

type Way = (tree: Tree, words: ClauseWords, site: Site, child: number) => boolean;

/** The ways of governing that a frame may name; any other name is a preposition. */
const WAYS: Readonly<Record<string, Way>> = {
  inf: (tree, words, site, child) =>
    CLAUSAL.includes(tree.relation(child)) &&
    isInfinitive(tree, words, child) &&
    isComplement(tree, words, site, child),
  that: (tree, words, { host, clause }, child) => isContentClause(tree, words, child, host, clause),
  object: () => false,
  bare: (tree, _, __, child) =>
    ['xcomp', 'ccomp'].includes(tree.relation(child)) &&
    tree.upos(child) === 'VERB' &&
    tree.introducers(child).length === 0,
  ger: (tree, _, __, child) =>
    ['xcomp', 'ccomp', 'obj', 'advcl'].includes(tree.relation(child)) &&
    isGerund(tree, child) &&
    tree.introducers(child).length === 0 &&
    !hasSubject(tree, child),
  noun: (tree, _, { host, match }, child) => isAttribute(tree, child, host, match),
};

/** Whether the site's predicate governs the child in this way. */
export function governs(tree: Tree, words: ClauseWords, site: Site, way: string, child: number): boolean {
  const named = WAYS[way];
  if (named !== undefined) return named(tree, words, site, child);
  return (
    NOMINAL.includes(tree.relation(child)) &&
    tree.introducers(child).includes(way) &&
    child > site.host &&
    !words.adjuncts.has(tree.lemma(child)) &&
    !isConditional(tree, words, child, way) &&
    !isInfinitive(tree, words, child)
  );
}

/** “agreed, subject *to the approval of the bank*, to …”: what it hangs on. */
function isConditional(tree: Tree, words: ClauseWords, child: number, way: string): boolean {
  const preposition = tree.children(child).find((token) => tree.lemma(token) === way && token < child);
  return (
    preposition !== undefined &&
    phraseAt(tree, words.phrases.conditions, preposition - 1, preposition + 1) !== undefined
  );
}

/** An attribute without preposition, wherever it was hung: «приверженность *защите* островов». */
function isAttribute(tree: Tree, child: number, host: number, { noun }: Match): boolean {
  if (noun === undefined || tree.introducers(child).length > 0) return false;
  const relation = tree.relation(child);
  if (host === noun) return relation === 'nmod';
  return (
    child > noun &&
    child <= noun + 3 &&
    ['iobj', 'obl', 'nmod', 'obj'].includes(relation) &&
    (tree.upos(child) === 'NOUN' || relation === 'obj')
  );
}

/** Not the purpose of an object: “pledged $5 million to help …” undertakes the money. */
function isComplement(tree: Tree, words: ClauseWords, { clause, host, match }: Site, child: number): boolean {
  if (words.infinitiveMarks.size > 0 && child < clause.head) return false;
  const isPurpose = tree.relation(child) === 'advcl' && match.noun === undefined && host === clause.head;
  return !(isPurpose && clause.theme !== undefined && match.frame.takes?.includes('object') === true);
}

function isContentClause(tree: Tree, words: ClauseWords, child: number, host: number, clause: Clause): boolean {
  const relation = tree.relation(child);
  if (isInfinitive(tree, words, child) || child === clause.theme) return false;
  if (relation === 'ccomp' || relation === 'csubj') return !isGerund(tree, child) || hasSubject(tree, child);
  if (relation === 'xcomp' || relation === 'acl' || relation === 'advcl')
    return host !== clause.head || relation === 'xcomp'
      ? hasSubject(tree, child) && tree.children(child).some((mark) => tree.relation(mark) === 'mark')
      : false;
  return false;
}

/** Whether a token has a subject of its own. */
export function hasSubject(tree: Tree, token: number): boolean {
  return tree.children(token).some((child) => tree.relation(child) === 'nsubj' || tree.relation(child) === 'csubj');
}
