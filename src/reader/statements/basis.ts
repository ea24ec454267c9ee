import { type Clause, phraseAt } from '../clauses/index.ts';
import type { Sentences } from './context.ts';

/**
 * The document that a clause reports (“under the agreement …”, «согласно протоколу»), as worded;
 * also where the paragraph has named it and the clause goes on with “also”.
 */
export function basisOf(context: Sentences, clause: Clause, predicate: number): string | undefined {
  const noun = documentNoun(context, clause, predicate) ?? relativeDocument(context, predicate);
  const block = blockIndex(context, predicate);
  if (noun !== undefined) {
    const instrument = phraseOf(context, noun);
    context.basis = { block, instrument };
    return instrument;
  }
  const goesOn =
    context.basis?.block === block &&
    clause.mood === 'planned' &&
    context.tree.children(clause.head).some((child) => context.words.also.has(context.tree.lemma(child)));
  return goesOn ? context.basis?.instrument : undefined;
}

function documentNoun({ tree, words, index }: Sentences, clause: Clause, predicate: number): number | undefined {
  const candidates =
    predicate === clause.head ? tree.children(predicate) : [...tree.children(predicate), ...tree.children(clause.head)];
  return candidates.find((child) => {
    if (tree.relation(child) !== 'obl' || index.classes.document?.has(tree.lemma(child)) !== true) return false;
    const opening = tree
      .children(child)
      .find((inner) => tree.relation(inner) === 'case' || tree.relation(inner) === 'advmod');
    return (
      opening !== undefined &&
      phraseAt(tree, words.phrases.bases, opening, child) !== undefined &&
      !isSigned(tree, clause, index)
    );
  });
}

/** What is signed “in” a document is not undertaken there. */
function isSigned(tree: Sentences['tree'], clause: Clause, index: Sentences['index']): boolean {
  return index.byLemma.get(tree.lemma(clause.head))?.[0]?.act === 'sign';
}

/** “a memorandum under which the sides shall …”. */
function relativeDocument({ tree, words, index }: Sentences, predicate: number): number | undefined {
  if (tree.relation(predicate) !== 'acl') return undefined;
  const antecedent = tree.head(predicate);
  const introduced = tree
    .children(predicate)
    .some((child) => words.relatives.has(tree.lemma(child)) && tree.introducers(child).length > 0);
  if (!introduced) return undefined;
  for (const noun of [antecedent, ...tree.tokensOf(antecedent).filter((token) => token < predicate)])
    if (index.classes.document?.has(tree.lemma(noun)) === true) return noun;
  return undefined;
}

/** The noun phrase without its preposition, article and relative clauses. */
function phraseOf({ tree }: Sentences, noun: number): string {
  const tokens = tree.tokensOf(
    noun,
    (child) =>
      ['case', 'det', 'punct', 'acl', 'cc', 'conj'].includes(tree.relation(child)) && tree.head(child) === noun,
  );
  return tree.doc.text.slice(tree.doc.startOf(Math.min(...tokens)), tree.doc.endOf(Math.max(...tokens)));
}

function blockIndex({ setting }: Sentences, token: number): number {
  return setting.blockAt(token).first;
}
