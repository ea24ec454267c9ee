import type { ActorId } from '../../model/index.ts';
import { principalsOf } from '../../model/index.ts';
import type { ClauseWords, Range, Tree } from '../clauses/index.ts';
import type { Mention, WithQuotes } from '../setting.ts';

/** Who the noun phrases of a document are. */
export interface Cast {
  /** The actors that a noun phrase names, its coordinated members included; empty where it names none. */
  actorsOf(token: number | undefined): readonly ActorId[];
  /** The actors mentioned in a range, in order. */
  actorsWithin(range: Range): readonly ActorId[];
  /** Whom “the sides” are: the parties of the document. */
  readonly parties: readonly ActorId[];
}

/** The cast of a setting, by its mentions. */
export function castOf(setting: WithQuotes, tree: Tree, words: ClauseWords): Cast {
  const actorsOf = (token: number | undefined): readonly ActorId[] =>
    token === undefined ? [] : unique(phraseActors(setting, tree, words, token));
  return {
    actorsOf,
    actorsWithin: ({ first, last }) =>
      unique(mentionsWithin(setting, first, last).flatMap((mention) => mention.actors)),
    parties: setting.parties,
  };
}

function phraseActors(setting: WithQuotes, tree: Tree, words: ClauseWords, token: number): readonly ActorId[] {
  const own = setting.mentionAt(token)?.actors ?? representedActors(setting, tree, words, token);
  const others = tree
    .children(token)
    .filter((child) => tree.relation(child) === 'conj' && !isSameMention(setting, token, child))
    .flatMap((child) => phraseActors(setting, tree, words, child));
  return [...own, ...others];
}

function isSameMention(setting: WithQuotes, a: number, b: number): boolean {
  const mention = setting.mentionAt(a);
  return mention !== undefined && mention === setting.mentionAt(b);
}

/** “the heads of the two ministries”, “a working group of both countries”: a body of the actors named within the phrase. */
function representedActors(setting: WithQuotes, tree: Tree, words: ClauseWords, token: number): readonly ActorId[] {
  const lemma = tree.lemma(token);
  const isName = tree.upos(token) === 'PROPN';
  if (!isName && !words.collectives.has(lemma)) return [];
  const branches = tree
    .children(token)
    .filter((child) => ['nmod', 'amod', 'appos', 'flat', 'compound', 'det', 'nummod'].includes(tree.relation(child)));
  const named = branches.flatMap((child) => {
    const mention = setting.mentionAt(child);
    return mention !== undefined
      ? mention.actors
      : tree.relation(child) === 'nmod'
        ? tree.children(child).flatMap((inner) => setting.mentionAt(inner)?.actors ?? [])
        : [];
  });
  return isName ? named : principalsOf(named);
}

function mentionsWithin(setting: WithQuotes, first: number, last: number): Mention[] {
  const found: Mention[] = [];
  for (let token = first; token <= last; token++) {
    const mention = setting.mentionAt(token);
    if (mention !== undefined && found.at(-1) !== mention) found.push(mention);
  }
  return found;
}

function unique(actors: readonly ActorId[]): ActorId[] {
  return [...new Set(actors)];
}
