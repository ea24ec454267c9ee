import { ReadoutError } from '../../model/index.ts';

/** One syntactic word of a CoNLL-U sentence, with its columns as written; `_` is read as the empty string. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: string;
  /** Number of the head within the sentence, from 1; 0 at the root. */
  readonly head: number;
  readonly deprel: string;
  readonly spaceAfter: boolean;
}

/** A surface token that is several words: the numbers of the first and the last, from 1. */
export interface ConlluRange {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly spaceAfter: boolean;
}

export interface ConlluSentence {
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
  readonly ranges: readonly ConlluRange[];
}

function fault(line: string, remedy: string): ReadoutError {
  return new ReadoutError('bad-input', 'not a line of CoNLL-U', line, remedy);
}

function column(columns: readonly string[], index: number): string {
  const value = columns[index] ?? '';
  return value === '_' ? '' : value;
}

function wordOf(columns: readonly string[], line: string): ConlluWord {
  const head = columns[6] === '_' ? 0 : Number(columns[6]);
  if (!Number.isInteger(head) || head < 0) throw fault(line, 'the seventh column is the number of the head');
  return {
    form: columns[1]!,
    lemma: columns[2] === '_' && columns[1] !== '_' ? '' : columns[2]!,
    upos: column(columns, 3),
    feats: column(columns, 5),
    head,
    deprel: column(columns, 7),
    spaceAfter: !columns[9]!.split('|').includes('SpaceAfter=No'),
  };
}

function rangeOf(columns: readonly string[]): ConlluRange {
  const [first, last] = columns[0]!.split('-').map(Number);
  return {
    first: first!,
    last: last!,
    form: columns[1]!,
    spaceAfter: !columns[9]!.split('|').includes('SpaceAfter=No'),
  };
}

function sentenceOf(block: string): ConlluSentence {
  const sentence = { comments: [] as string[], words: [] as ConlluWord[], ranges: [] as ConlluRange[] };
  for (const line of block.split(/\r?\n/)) {
    if (line === '') continue;
    if (line.startsWith('#')) {
      sentence.comments.push(line);
      continue;
    }
    const columns = line.split('\t');
    if (columns.length !== 10) throw fault(line, 'a line has ten columns set apart by tabs');
    const id = columns[0]!;
    if (/^\d+-\d+$/.test(id)) sentence.ranges.push(rangeOf(columns));
    else if (id === String(sentence.words.length + 1)) sentence.words.push(wordOf(columns, line));
    else if (!/^\d+\.\d+$/.test(id)) throw fault(line, 'words are numbered from 1, each sentence anew');
  }
  return sentence;
}

/**
 * The sentences of a CoNLL-U text. Empty nodes (`8.1`) are left out.
 * Throws `bad-input` where a line is not of the format.
 */
export function readSentences(conllu: string): ConlluSentence[] {
  return conllu
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map(sentenceOf)
    .filter(({ words }) => words.length > 0);
}
