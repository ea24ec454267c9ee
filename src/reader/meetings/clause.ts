import type { Sentence } from './sentence.ts';

/** The last token of the clause: before a comma or “and” behind which another verb follows. */
export function endOfClause({ doc, end, vocabulary }: Sentence, from: number): number {
  let last = from;
  let quoted = false;
  for (let at = from + 1; at < end; at++) {
    const form = doc.form(at);
    if (/^[«“]$/.test(form)) quoted = true;
    if (/^[.;:!?]$/.test(form) || (/^[»”]$/.test(form) && !quoted)) break;
    const upos = doc.upos(at);
    if ((form === ',' || upos === 'CCONJ') && verbFollows(doc, at + 1, end)) break;
    if (upos === 'SCONJ' || upos === 'AUX') break;
    if (upos === 'VERB' && doc.feature(at, 'VerbForm') === 'Fin' && vocabulary.supports.get(form) === undefined) break;
    if (upos !== 'PUNCT') last = at;
  }
  return last;
}

/** Whether a verb or a relative word follows within a few tokens. Participles before a noun are no verbs: “and expanded formats”. */
export function verbFollows(doc: Sentence['doc'], from: number, end: number): boolean {
  for (let at = from; at < end && at < from + 6; at++) {
    if (/^(?:which|who|whose|that|where|котор\p{L}*|где)$/u.test(doc.form(at).toLowerCase())) return true;
    if (doc.upos(at) === 'AUX') return true;
    if (doc.upos(at) === 'VERB' && !isAdjectival(doc, at)) return true;
    if (doc.upos(at) === 'PUNCT') return false;
  }
  return false;
}

function isAdjectival(doc: Sentence['doc'], at: number): boolean {
  return doc.feature(at, 'VerbForm') === 'Part' && (doc.upos(at + 1) === 'NOUN' || doc.relation(at) === 'amod');
}
