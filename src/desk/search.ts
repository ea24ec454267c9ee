import { pipelineFor } from '../language/index.ts';
import { LANGUAGES, type Language, ReadoutError, type Span } from '../model/index.ts';
import {
  type DocumentSummary,
  type LemmaQuery,
  type SearchFilters,
  type SearchHit,
  searchDocuments,
} from '../register/index.ts';
import type { Desk } from './desk.ts';
import { foldLemma, wordTokens } from './lemmas.ts';

/** About how much text a snippet shows, in UTF-16 code units. */
const SNIPPET = 240;

/** The most words of a search, and the most characters: each is parsed in every language of its script while others wait. */
const MOST_WORDS = 32;
const MOST_CHARACTERS = 1000;

/** A document that was found: a piece of its text, and where in that piece the words are. */
export interface SearchResult {
  readonly document: DocumentSummary;
  readonly score: number;
  readonly snippet: string;
  /** Offsets into `snippet`. */
  readonly marks: readonly Span[];
  /** Offset of the snippet in the text. */
  readonly at: number;
}

export interface SearchPage {
  readonly results: readonly SearchResult[];
  readonly more: boolean;
}

/**
 * The documents that have all the words, in any of their forms; words in "quotation marks" stand one behind the other.
 * `page` counts from 1. Throws `bad-input` where there are too many words.
 */
export async function search(
  { register }: Desk,
  words: string,
  { page = 1, limit = 20, ...filters }: SearchFilters & { page?: number; limit?: number } = {},
): Promise<SearchPage> {
  const query = queryOf(words);
  const { hits, more } = await searchDocuments(register, query, filters, { offset: (page - 1) * limit, limit });
  return { results: hits.map((hit) => resultOf(hit, query)), more };
}

/** The terms of what a user typed. Throws `bad-input` where that is too much. */
export function queryOf(words: string): LemmaQuery {
  requireFew(words);
  const parts = words.matchAll(/["“«]([^"”»]+)["”»]|[^\s"“”«»]+/gu);
  const terms = [...parts]
    .map(([all, phrase]) => ({ anyOf: wordingsOf(phrase ?? all) }))
    .filter(({ anyOf }) => anyOf.length > 0);
  return { terms };
}

function requireFew(words: string): void {
  const isLong = words.length > MOST_CHARACTERS;
  // Signs between letters part words too, as they do for the tokenizer; what is too long is not even counted.
  if (!isLong && (words.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) <= MOST_WORDS) return;
  throw new ReadoutError(
    'bad-input',
    `a search may have ${MOST_WORDS} words and ${MOST_CHARACTERS.toLocaleString('en')} characters at most, not`,
    words,
    'leave out those that many texts have',
  );
}

/** The words as typed and as each language of their script would lemmatize them. */
function wordingsOf(words: string): string[][] {
  const languages: readonly Language[] = /\p{Script=Cyrillic}/u.test(words)
    ? LANGUAGES.filter((language) => language !== 'en')
    : ['en'];
  const wordings = new Map<string, string[]>();
  for (const language of languages) {
    const doc = pipelineFor(language).parse(words);
    const tokens = wordTokens(doc);
    for (const lemmas of [
      tokens.map((token) => foldLemma(doc.form(token))),
      tokens.map((token) => foldLemma(doc.lemma(token))),
    ])
      if (lemmas.length > 0) wordings.set(lemmas.join(' '), lemmas);
  }
  return [...wordings.values()];
}

function resultOf(hit: SearchHit, query: LemmaQuery): SearchResult {
  const found = occurrences(hit, query);
  const [at, end] = window(hit.text, found);
  const marks = found.filter(([from, to]) => from >= at && to <= end).map(([from, to]): Span => [from - at, to - at]);
  return { document: hit.document, score: hit.score, snippet: hit.text.slice(at, end), marks, at };
}

function occurrences({ lemmas, starts, ends }: SearchHit, { terms }: LemmaQuery): Span[] {
  const wordings = terms.flatMap(({ anyOf }) => anyOf);
  const byFirst = Map.groupBy(wordings, ([first]) => first ?? '');
  const spans: Span[] = [];
  for (let token = 0; token < lemmas.length; token++) {
    const wording = byFirst
      .get(lemmas[token] ?? '')
      ?.find((all) => all.every((lemma, index) => lemmas[token + index] === lemma));
    const start = starts[token];
    const end = ends[token + (wording?.length ?? 1) - 1];
    if (wording !== undefined && start !== undefined && end !== undefined) spans.push([start, end]);
  }
  return spans;
}

/** The piece of text in which most of the words are, cut between words. */
function window(text: string, found: readonly Span[]): Span {
  let best = 0;
  let most = 0;
  for (const [start] of found) {
    const count = found.filter(([from, to]) => from >= start && to <= start + SNIPPET - 40).length;
    if (count > most) [best, most] = [start, count];
  }
  const from = best < 60 ? 0 : best - 40 + Math.max(0, text.slice(best - 40, best).search(/(?<=\s)\S/u));
  const to = Math.min(text.length, from + SNIPPET);
  return [from, to + text.slice(to).search(/\s|$/u)];
}
