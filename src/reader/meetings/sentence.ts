import type { Doc } from '../../language/index.ts';
import type { Block, Mention, Time, WithTimes } from '../setting.ts';
import { keysOf, type PhraseTable } from '../words/index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A sentence of the text with what is known of it. */
export interface Sentence {
  readonly setting: WithTimes;
  readonly doc: Doc;
  /** The key of each token of the document, as the tables of words spell it. */
  readonly keys: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly block: Block;
  readonly first: number;
  /** The token behind its last. */
  readonly end: number;
  readonly times: readonly Time[];
  readonly mentions: readonly Mention[];
}

/** The sentences of the blocks that tell something, in order. */
export function sentencesOf(setting: WithTimes, vocabulary: Vocabulary): Sentence[] {
  return setting.blocks.filter(({ kind }) => READ.has(kind)).flatMap((block) => inBlock(setting, vocabulary, block));
}

/** The headlines of the text, which tell only in passing what it follows upon: “Statement after the talks with …”. */
export function headlinesOf(setting: WithTimes, vocabulary: Vocabulary): Sentence[] {
  return ofKind(setting, vocabulary, 'headline');
}

/** “Done in the city of Oslo on 4 May”: the lines that a text is signed with. */
export function signaturesOf(setting: WithTimes, vocabulary: Vocabulary): Sentence[] {
  return ofKind(setting, vocabulary, 'signature');
}

function ofKind(setting: WithTimes, vocabulary: Vocabulary, wanted: Block['kind']): Sentence[] {
  return setting.blocks.filter(({ kind }) => kind === wanted).flatMap((block) => inBlock(setting, vocabulary, block));
}

const READ: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list-item']);

function inBlock(setting: WithTimes, vocabulary: Vocabulary, block: Block): Sentence[] {
  const { doc, times, mentions } = setting;
  const sentences: Sentence[] = [];
  for (let first = block.body; first < block.end; ) {
    const end = Math.min(block.end, doc.sentenceRange(doc.sentenceOf(first))[1]);
    const within = (each: { readonly first: number; readonly last: number }): boolean =>
      each.first >= first && each.last < end;
    sentences.push({
      setting,
      doc,
      keys: keysOf(doc),
      vocabulary,
      block,
      first,
      end,
      times: times.filter(within),
      mentions: mentions.filter(within),
    });
    first = end;
  }
  return sentences;
}

/** What a table holds for the phrase that begins at a token of the sentence. */
export function phraseAt<T>({ keys, end }: Sentence, table: PhraseTable<T>, at: number) {
  return table.match((index) => (index < end ? keys[index] : undefined), at);
}

/** Whether a phrase of the table stands between two tokens, both within. */
export function hasPhrase(sentence: Sentence, table: PhraseTable<true>, first: number, last: number): boolean {
  for (let at = Math.max(first, sentence.first); at <= last && at < sentence.end; at++)
    if (phraseAt(sentence, table, at) !== undefined) return true;
  return false;
}
