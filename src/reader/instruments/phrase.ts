import type { Doc } from '../../language/index.ts';
import type { InstrumentType } from '../../model/index.ts';
import type { Time } from '../setting.ts';
import { keyOf } from '../words/index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A noun phrase that names a document: its outermost tokens, both within, and its noun. */
export interface DocumentPhrase {
  readonly first: number;
  readonly last: number;
  readonly noun: number;
  /** The last token of the noun where it is of several words. */
  readonly nounEnd: number;
  readonly type: InstrumentType;
  /** Whether it says what the document is about, between whom or of when it is. */
  readonly hasComplement: boolean;
}

/** What a phrase is read with: the document, its words, its times, and how far the block reaches. */
export interface Reach {
  readonly doc: Doc;
  /** The key of each token of the document, as the tables of words spell it. */
  readonly keys: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly times: readonly Time[];
  /** First token of the sentence within the block, and the one behind its last. */
  readonly first: number;
  readonly end: number;
}

/** The phrases of a sentence that name documents, from left to right. */
export function phrasesIn(reach: Reach): DocumentPhrase[] {
  const wordAt = (index: number): string | undefined => (index < reach.end ? reach.keys[index] : undefined);
  const phrases: DocumentPhrase[] = [];
  for (let token = reach.first; token < reach.end; token++) {
    const found = reach.vocabulary.nouns.match(wordAt, token);
    if (found === undefined) continue;
    const phrase = phraseAround(reach, token, token + found.length - 1, found.value);
    phrases.push(phrase);
    token = phrase.nounEnd;
  }
  return phrases;
}

function phraseAround(reach: Reach, noun: number, nounEnd: number, type: InstrumentType): DocumentPhrase {
  const first = firstModifier(reach, noun);
  const last = endOfComplement(reach, nounEnd);
  return { first, last, noun, nounEnd, type, hasComplement: last > nounEnd };
}

const MODIFIERS = new Set(['ADJ', 'DET', 'NUM']);
const ENGLISH_MODIFIERS = new Set(['ADJ', 'DET', 'NUM', 'PROPN', 'NOUN']);

function firstModifier({ doc, vocabulary, first }: Reach, noun: number): number {
  const allowed = doc.language === 'en' ? ENGLISH_MODIFIERS : MODIFIERS;
  let at = noun;
  // Nothing of the phrase stands before its article.
  while (at > first && doc.upos(at) !== 'DET' && isModifier(doc, at - 1, allowed)) at--;
  if (at > first && vocabulary.quantities.get(keyOf(doc.form(at - 1))) !== undefined) at--;
  // A dash or quotation mark cannot open the phrase.
  while (at < noun && doc.upos(at) === 'PUNCT') at++;
  return at;
}

function isModifier(doc: Doc, token: number, allowed: ReadonlySet<string>): boolean {
  const upos = doc.upos(token);
  if (allowed.has(upos)) return doc.relation(token) !== 'nsubj';
  if (upos === 'VERB' || upos === 'ADV') return doc.relation(token) === 'amod' || doc.relation(token) === 'advmod:amod';
  return /^[-–'’"“«]$/.test(doc.form(token)) || doc.form(token) === "'s" || doc.form(token) === '’s';
}

/** The last token of what the document is about: up to a comma, a verb, a relative word, another document or a time. */
function endOfComplement(reach: Reach, nounEnd: number): number {
  const { doc, end } = reach;
  let at = nounEnd + 1;
  if (at >= end || !opensComplement(reach, at)) return nounEnd;
  let last = nounEnd;
  for (; at < end && !closesComplement(reach, at, nounEnd); at++) if (doc.upos(at) !== 'CCONJ') last = at;
  return last;
}

function opensComplement({ doc, vocabulary, times }: Reach, at: number): boolean {
  const time = times.find(({ first }) => first === at);
  if (time !== undefined) return belongsToName(doc, time);
  if (vocabulary.complements.get(keyOf(doc.form(at))) !== undefined) return true;
  if (doc.form(at) === '«' || doc.form(at) === '“') return true;
  return (
    doc.language === 'ru' && (doc.feature(at, 'Case') === 'Gen' || doc.upos(at) === 'PROPN') && doc.upos(at) !== 'VERB'
  );
}

/** “Of 1997”, “for 2025–2027” are part of a document's name; “on Monday”, “by June” are not. */
function belongsToName(doc: Doc, { bound, first }: Time): boolean {
  return bound === 'for' || /^(?:of|for|от|на|\d{4})$/.test(keyOf(doc.form(first)));
}

function closesComplement(reach: Reach, at: number, nounEnd: number): boolean {
  const { doc, vocabulary, times } = reach;
  const form = doc.form(at);
  const upos = doc.upos(at);
  if (form === ',' && goesOn(doc, at)) return false;
  if (/^[,.;:!?()—]$/.test(form) || (form === '–' && doc.text[doc.startOf(at) - 1] === ' ')) return true;
  if (upos === 'AUX' || upos === 'SCONJ' || isVerb(doc, at)) return true;
  if (upos === 'PRON' && /^(?:which|that|who|whose|whom|котор.*)$/.test(keyOf(form))) return true;
  const time = times.find(({ first }) => first === at);
  if (time !== undefined) return !belongsToName(doc, time);
  if (upos !== 'CCONJ' && vocabulary.links.get(keyOf(form)) === undefined) return false;
  return opensOther(reach, at + 1) || at - nounEnd < 2 || /^(?:a|an)$/.test(doc.form(at + 1 < reach.end ? at + 1 : at));
}

/** «О дружбе, добрососедстве и сотрудничестве»: a comma within a list of nouns. */
function goesOn(doc: Doc, comma: number): boolean {
  const [first, second] = [comma + 1, comma + 2];
  if (second >= doc.length || doc.upos(first) !== 'NOUN') return false;
  return doc.upos(second) === 'CCONJ' || (doc.form(second) === ',' && goesOn(doc, second));
}

function isVerb(doc: Doc, token: number): boolean {
  return doc.upos(token) === 'VERB' && doc.relation(token) !== 'amod' && !doc.form(token).endsWith('ing');
}

/** Whether another document or a verb follows an “and”. */
function opensOther({ doc, keys, vocabulary, end }: Reach, from: number): boolean {
  const wordAt = (index: number): string | undefined => (index < end ? keys[index] : undefined);
  for (let at = from; at < end && at < from + 8; at++) {
    if (vocabulary.nouns.match(wordAt, at) !== undefined) return true;
    if (doc.upos(at) === 'AUX' || (isVerb(doc, at) && at === from)) return true;
    if (doc.upos(at) === 'VERB') return false;
    if (doc.upos(at) === 'ADP' || doc.upos(at) === 'PUNCT') return false;
  }
  return false;
}
