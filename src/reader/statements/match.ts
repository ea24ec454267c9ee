import type { Clause, Tree } from '../clauses/index.ts';
import type { FrameIndex, ReadyFrame } from './frame.ts';

/** A frame that fits a clause, and the noun of its construction (“express *readiness*”), where it has one. */
export interface Match {
  readonly frame: ReadyFrame;
  readonly noun: number | undefined;
}

/** What a frame may ask of a clause beyond its words. */
export interface MatchContext {
  /** Whether an actor is named by the token. */
  isActor(token: number): boolean;
  /** Whether something that the frame takes is there. */
  hasContent(match: Match): boolean;
}

/** The first frame of the index that fits the clause. */
export function matchFrame(tree: Tree, index: FrameIndex, clause: Clause, context: MatchContext): Match | undefined {
  const { byLemma } = index;
  const own = byLemma.get(tree.lemma(clause.head)) ?? byLemma.get(tree.form(clause.head)) ?? [];
  for (const frame of [...own, ...(byLemma.get(ANY) ?? [])]) {
    const match = fits(tree, frame, clause, context);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** The lemma of frames that any predicate may have (“is *on a visit*”, “flew in *on a visit*”). */
const ANY = '*';

function fits(tree: Tree, frame: ReadyFrame, clause: Clause, context: MatchContext): Match | undefined {
  if ((frame.pos === 'noun') !== isNoun(tree, clause.head) && !frame.lemmas.includes(ANY)) return undefined;
  if (frame.onlyDenied === true && (!clause.negative || clause.future !== undefined)) return undefined;
  if (frame.transitive === true && clause.theme === undefined) return undefined;
  if (frame.voice !== undefined && (frame.voice === 'passive') !== clause.passive) return undefined;
  if (frame.subjects !== undefined && !isOneOf(tree, clause.subject, frame.subjects)) return undefined;
  const noun = frame.objects === undefined ? clause.theme : constructionNoun(tree, frame, clause);
  if (frame.objects !== undefined && noun === undefined) return undefined;
  if (frame.objects === undefined && frame.with !== undefined && !hasCompanion(tree, clause.head, frame.with))
    return undefined;
  if (frame.notObjects !== undefined && isOneOf(tree, clause.theme, frame.notObjects)) return undefined;
  if (frame.complements !== undefined && !hasComplement(tree, clause.head, frame.complements)) return undefined;
  const match = { frame, noun: frame.objects === undefined ? undefined : noun };
  if (frame.toActor === true && !hasActor(tree, frame, clause, context)) return undefined;
  if (frame.needsContent === true && !context.hasContent(match)) return undefined;
  return match;
}

function isNoun(tree: Tree, token: number): boolean {
  return tree.upos(token) === 'NOUN' || tree.upos(token) === 'PROPN';
}

/** The object of one of the frame's nouns; with prepositions, the noun that one of them introduces. */
function constructionNoun(tree: Tree, frame: ReadyFrame, clause: Clause): number | undefined {
  const { objects, with: companions } = frame;
  const candidates: number[] = [];
  if (companions === undefined || hasCompanion(tree, clause.head, companions)) {
    const objects = tree
      .children(clause.head)
      .filter((child) => isBareComplement(tree, child) && child !== clause.theme);
    for (const theme of clause.theme === undefined ? objects : [clause.theme, ...objects])
      candidates.push(theme, ...coordinated(tree, theme));
    // Of a passive whose agent was taken for a subject too, «главами государств поставлена *задача*».
    if (clause.passive)
      candidates.push(
        ...tree.children(clause.head).filter((child) => tree.relation(child) === 'nsubj' && child !== clause.theme),
      );
    // “there is agreement”, «есть договорённость»: the subject is what exists; with a passive it is the theme already.
    if (clause.subject !== undefined && clause.theme === undefined) candidates.push(clause.subject);
  }
  if (companions !== undefined)
    for (const child of tree.children(clause.head))
      if (isArgument(tree, child) && tree.introducers(child).some((word) => companions.has(word)))
        candidates.push(child);
  // “put its units *on alert*”, where the phrase was hung on the object.
  if (companions !== undefined && clause.theme !== undefined)
    for (const child of tree.children(clause.theme))
      if (tree.introducers(child).some((word) => companions.has(word))) candidates.push(child);
  return candidates.find((token) => objects?.has(tree.lemma(token)) === true);
}

function coordinated(tree: Tree, token: number): number[] {
  return tree.children(token).filter((child) => tree.relation(child) === 'conj');
}

/** An object, or a noun in a case of its own instead of a preposition: «обменялись *мнениями*». */
function isBareComplement(tree: Tree, token: number): boolean {
  const relation = tree.relation(token);
  // A noun may have been taken for a predicative: “paid *tribute*”.
  return (
    relation === 'obj' ||
    relation === 'iobj' ||
    relation === 'xcomp' ||
    (relation === 'obl' && tree.introducers(token).length === 0)
  );
}

function isArgument(tree: Tree, token: number): boolean {
  const relation = tree.relation(token);
  return relation === 'obl' || relation === 'nmod' || relation === 'obj' || relation === 'iobj';
}

/** Whether a particle or a preposition of the set hangs on the predicate or introduces one of its complements. */
function hasCompanion(tree: Tree, head: number, companions: ReadonlySet<string>): boolean {
  return tree.children(head).some((child) => {
    const relation = tree.relation(child);
    if (relation === 'nsubj' || relation === 'conj') return false;
    if (companions.has(tree.lemma(child)) || companions.has(tree.form(child))) return true;
    if (tree.introducers(child).some((word) => companions.has(word))) return true;
    // A phrase hung on the noun before it: “marched in the capital *against* the war”.
    const isArgumentNoun = relation === 'obl' || relation === 'obj';
    return (
      isArgumentNoun &&
      tree.children(child).some((inner) => tree.introducers(inner).some((word) => companions.has(word)))
    );
  });
}

/** “remain *committed*”, “called the step *illegal*”. */
function hasComplement(tree: Tree, head: number, words: ReadonlySet<string>): boolean {
  const hosts = [
    head,
    ...tree.children(head).filter((child) => tree.relation(child) === 'obj' || tree.relation(child) === 'nsubj'),
  ];
  return hosts
    .flatMap((host) => tree.children(host))
    .some(
      (child) =>
        ['xcomp', 'obl', 'iobj', 'ccomp', 'acl', 'amod', 'advcl', 'obj', 'nmod'].includes(tree.relation(child)) &&
        words.has(tree.lemma(child)),
    );
}

function isOneOf(tree: Tree, token: number | undefined, words: ReadonlySet<string>): boolean {
  return token !== undefined && words.has(tree.lemma(token));
}

function hasActor(tree: Tree, frame: ReadyFrame, clause: Clause, context: MatchContext): boolean {
  if (clause.theme !== undefined && context.isActor(clause.theme)) return true;
  return tree
    .children(clause.head)
    .some(
      (child) =>
        (tree.relation(child) === 'iobj' ||
          tree.introducers(child).some((word) => frame.targets?.includes(word) || frame.together?.includes(word))) &&
        context.isActor(child),
    );
}
