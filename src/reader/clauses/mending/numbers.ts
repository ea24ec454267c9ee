import { attach, type Draft } from '../draft.ts';

/** “12. The Parties will …”: the number heads nothing. */
export function mendNumber(draft: Draft, first: number, end: number): void {
  const { upos, forms, heads, relations } = draft;
  if (upos[first] !== 'NUM' || !/^[.)]$/.test(forms[first + 1] ?? '')) return;
  const above = heads[first]!;
  const predicate = above >= 0 ? above : firstPredicate(draft, first, end);
  if (predicate === undefined) return;
  if (above < 0) {
    heads[predicate] = -1;
    relations[predicate] = 'root';
  }
  for (let token = first + 1; token < end; token++) {
    if (heads[token] !== first) continue;
    const isSubject = token < predicate && ['NOUN', 'PROPN', 'PRON'].includes(upos[token]!);
    attach(draft, token, predicate, isSubject ? 'nsubj' : relations[token]!);
  }
  attach(draft, first, predicate, 'discourse');
}

function firstPredicate({ heads, upos, relations }: Draft, number: number, end: number): number | undefined {
  for (let token = number + 1; token < end; token++)
    if (heads[token] === number && (upos[token] === 'VERB' || upos[token] === 'AUX')) return token;
  const clausal = ['parataxis', 'conj', 'appos'];
  for (let token = number + 1; token < end; token++)
    if (heads[token] === number && clausal.includes(relations[token]!)) return token;
  for (let token = number + 1; token < end; token++)
    if (heads[token] === number && upos[token] !== 'PUNCT') return token;
  return undefined;
}
