import {
  type Clause,
  type ClauseWords,
  isGerund,
  isInfinitive,
  type Range,
  rangeOf,
  type Tree,
  withoutCondition,
} from '../clauses/index.ts';
import { conjuncts, isSeparate } from './coordination.ts';
import { CLAUSAL, governs, hasSubject } from './governing.ts';
import type { Match } from './match.ts';

/** What a predicate governs: one undertaking, one reported clause, one subject of talks. */
export interface Content {
  readonly kind: 'infinitive' | 'clause' | 'gerund' | 'nominal';
  readonly head: number;
  /** Its tokens without its conjunction, its siblings and the condition that it hangs on. */
  readonly range: Range;
  readonly conditional: boolean;
}

/** Everything that the clause governs in the way that its frame tells, coordinated members apart. */
export function contentsOf(
  tree: Tree,
  words: ClauseWords,
  clause: Clause,
  match: Match,
  transparent: ReadonlySet<string>,
): Content[] {
  const heads = contentHeads(tree, words, clause, match, transparent);
  return heads.map(({ kind, head, members }) => {
    const rest = new Set(heads.map((other) => other.head).filter((other) => other !== head));
    const range = rangeOf(tree, head, (child) => rest.has(child) && !members.includes(child));
    const whole = kind === 'nominal' ? withComplements(tree, head, range) : range;
    return { kind, head, ...withoutCondition(tree, words, head, whole) };
  });
}

/**
 * “commitment to the path *toward* peace”: what follows a governed noun at once and is hung on the noun that governs it tells more of
 * the former; trees often attach it too high.
 */
function withComplements(tree: Tree, head: number, { first, last }: Range): Range {
  const host = tree.head(head);
  if (host < 0 || host > head || tree.upos(host) !== 'NOUN') return { first, last };
  let end = last;
  for (const sibling of tree.children(host)) {
    if (sibling <= end || tree.relation(sibling) !== 'nmod') continue;
    const [from, to] = tree.doc.subtree(sibling);
    if (from !== end + 1) break;
    end = to;
  }
  return { first, last: end };
}

interface ContentHead {
  readonly kind: Content['kind'];
  readonly head: number;
  /** Verbs that share one object with the head (“remove or reduce duties”): part of the same content. */
  readonly members: readonly number[];
}

function contentHeads(
  tree: Tree,
  words: ClauseWords,
  clause: Clause,
  match: Match,
  transparent: ReadonlySet<string>,
): ContentHead[] {
  const hosts = hostsOf(tree, clause, match);
  for (const way of match.frame.takes ?? []) {
    const found = hosts.flatMap((host) =>
      tree.children(host).filter((child) => governs(tree, words, { clause, match, host }, way, child)),
    );
    const direct = way === 'object' && found.length === 0 ? objectOf(clause, match) : found;
    if (direct.length > 0)
      return direct.flatMap((head) => expanded(tree, words, head, transparent, match.frame.kind === 'act'));
  }
  const behind = introducedBehind(tree, clause, match);
  if (behind !== undefined) return expanded(tree, words, behind, transparent, match.frame.kind === 'act');
  return (match.frame.takes ?? []).includes('inf') ? infinitiveBehind(tree, words, clause, match) : [];
}

/** The tokens that a complement may hang on: the predicate, the noun of its construction, a pronoun that stands for a clause. */
function hostsOf(tree: Tree, clause: Clause, match: Match): number[] {
  const hosts = match.noun === undefined ? [clause.head] : [match.noun, clause.head];
  if (match.frame.kind === 'report' && clause.theme !== undefined) hosts.push(clause.theme);
  if (match.frame.complements !== undefined)
    for (const child of tree.children(clause.head))
      if (match.frame.complements.has(tree.lemma(child))) hosts.push(child);
  for (const child of [clause.head, ...(match.noun === undefined ? [] : [match.noun])].flatMap((host) =>
    tree.children(host),
  ))
    if (tree.upos(child) === 'PRON' && (tree.lemma(child) === 'то' || tree.lemma(child) === 'тот')) hosts.push(child);
  return hosts;
}

/** The object itself; not where it is the noun of the construction. */
function objectOf(clause: Clause, match: Match): number[] {
  if (match.noun !== undefined)
    return match.frame.objectIsContent === true || match.frame.kind === 'act' ? [match.noun] : [];
  return clause.theme === undefined ? [] : [clause.theme];
}

/** The head with its coordinated members; a “need to …” gives way to what is needed. */
function expanded(
  tree: Tree,
  words: ClauseWords,
  head: number,
  transparent: ReadonlySet<string>,
  isList: boolean,
): ContentHead[] {
  const clause = clauseBehindPronoun(tree, head);
  if (clause !== undefined) return expanded(tree, words, clause, transparent, isList);
  if (transparent.has(tree.lemma(head))) {
    const needed = tree
      .children(head)
      .filter(
        (child) =>
          (isInfinitive(tree, words, child) && CLAUSAL.includes(tree.relation(child))) || isNeeded(tree, child, head),
      );
    if (needed.length > 0) return needed.flatMap((child) => expanded(tree, words, child, transparent, isList));
  }
  const end = endOfMeans(tree, words, head);
  if (end !== undefined) {
    const others = conjuncts(tree, head).filter(
      (next) => isInfinitive(tree, words, next) || tree.upos(next) === 'VERB',
    );
    return [end, ...others].flatMap((next) => expanded(tree, words, next, transparent, isList));
  }
  const found: { kind: Content['kind']; head: number; members: number[] }[] = [
    { kind: kindOf(tree, words, head), head, members: [] },
  ];
  for (const next of conjuncts(tree, head)) {
    const previous = found.at(-1)!;
    const inner = clauseBehindPronoun(tree, next);
    if (inner !== undefined) {
      found.push({ kind: kindOf(tree, words, inner), head: inner, members: [] });
      continue;
    }
    // A noun behind an infinitive is no undertaking of its own.
    if (previous.kind === 'infinitive' && isNoun(tree, next)) continue;
    if (!isSeparate(tree, words, previous.members.at(-1) ?? previous.head, next, isList)) previous.members.push(next);
    else found.push({ kind: kindOf(tree, words, next, previous.kind), head: next, members: [] });
  }
  return found;
}

/** «о *том*, что …»: the clause that the pronoun stands for. */
function clauseBehindPronoun(tree: Tree, token: number): number | undefined {
  if (tree.upos(token) !== 'PRON' || !['то', 'тот'].includes(tree.lemma(token))) return undefined;
  return tree
    .children(token)
    .find(
      (child) => child > token && ['acl', 'ccomp', 'advcl'].includes(tree.relation(child)) && hasSubject(tree, child),
    );
}

function isNoun(tree: Tree, token: number): boolean {
  return (tree.upos(token) === 'NOUN' || tree.upos(token) === 'PROPN') && !hasSubject(tree, token);
}

/** “to work with the neighbours *to build* a bridge”: what is built is undertaken. */
function endOfMeans(tree: Tree, words: ClauseWords, head: number): number | undefined {
  if (!words.means.has(tree.lemma(head)) || tree.child(head, 'obj') !== undefined) return undefined;
  return tree
    .children(head)
    .find(
      (child) =>
        child > head && ['advcl', 'xcomp', 'acl'].includes(tree.relation(child)) && isInfinitive(tree, words, child),
    );
}

/** “the need for X”, «необходимость ускорения». */
function isNeeded(tree: Tree, child: number, head: number): boolean {
  const relation = tree.relation(child);
  return child > head && (relation === 'acl' || relation === 'nmod');
}

function kindOf(tree: Tree, words: ClauseWords, head: number, like?: Content['kind']): Content['kind'] {
  if (isInfinitive(tree, words, head)) return 'infinitive';
  if (isGerund(tree, head) && !hasSubject(tree, head)) return 'gerund';
  if (hasSubject(tree, head)) return 'clause';
  if (tree.upos(head) === 'VERB' || tree.upos(head) === 'AUX')
    return like === 'gerund' || like === undefined ? 'infinitive' : like;
  return like === 'infinitive' && tree.upos(head) !== 'NOUN' && tree.upos(head) !== 'PROPN' ? like : 'nominal';
}

/** What a preposition of the frame introduces right behind the predicate or its noun, whatever it was hung on. */
function introducedBehind(tree: Tree, clause: Clause, match: Match): number | undefined {
  const from = Math.max(clause.head, match.noun ?? 0);
  if (match.frame.takes?.includes(tree.lemma(from + 1)) !== true) return undefined;
  const content = tree.head(from + 1);
  return content > from + 1 ? content : undefined;
}

/**
 * Where the tree shows nothing, the words still may: the infinitive that follows the performative
 * (“agreed … to VERB”) before the next verb in a form of its own.
 */
function infinitiveBehind(tree: Tree, words: ClauseWords, clause: Clause, match: Match): ContentHead[] {
  const from = Math.max(clause.head, match.noun ?? 0);
  const [, end] = tree.doc.sentenceRange(tree.doc.sentenceOf(clause.head));
  for (let token = from + 1; token < Math.min(end, from + 14); token++) {
    if (tree.upos(token) !== 'VERB') continue;
    if (tree.feature(token, 'VerbForm') === 'Fin') return [];
    if (isInfinitive(tree, words, token) || words.infinitiveMarks.has(tree.form(token - 1)))
      return isGerund(tree, token) ? [] : expanded(tree, words, token, new Set(), false);
  }
  return [];
}
