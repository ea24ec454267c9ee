import type { Draft } from '../draft.ts';
import type { MendingWords } from './mending-words.ts';

/** “undertakes”, “instructed” left as they are by the lemmatizer: the lemma that a frame knows. */
export function mendLemma({ upos, forms, lemmas }: Draft, words: MendingWords, token: number): void {
  const { known, inflections, irregulars } = words;
  if (upos[token] !== 'VERB') return;
  const form = forms[token]!;
  const irregular = irregulars[form];
  if (irregular !== undefined) lemmas[token] = irregular;
  if (known.has(lemmas[token]!)) return;
  for (const [ending, instead] of inflections) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, -ending.length);
    const undoubled = instead === '' && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
    const lemma = [stem + instead, undoubled].find((word) => known.has(word));
    if (lemma === undefined) continue;
    lemmas[token] = lemma;
    return;
  }
}

/** «протоколу» left without its lemma: the noun of the frames that has its stem. */
export function mendNounLemma(
  { upos, forms, lemmas, doc }: Draft,
  { nouns, nounEndings }: MendingWords,
  token: number,
): void {
  if (nounEndings.length === 0 || nouns.has(lemmas[token]!)) return;
  const form = forms[token]!;
  const isNoun = upos[token] === 'NOUN' || (upos[token] === 'PROPN' && doc.form(token) === form);
  if (!isNoun) return;
  for (let cut = 0; cut <= LONGEST_CASE_ENDING && form.length - cut >= SHORTEST_STEM; cut++) {
    const stem = form.slice(0, form.length - cut);
    const ending = nounEndings.find((candidate) => nouns.has(stem + candidate));
    if (ending === undefined) continue;
    lemmas[token] = stem + ending;
    return;
  }
}

const LONGEST_CASE_ENDING = 3;

const SHORTEST_STEM = 4;
