import { type Language, ReadoutError } from '../../model/index.ts';
import { Doc, type DocTokens, type DocTrees, UPOS } from '../doc.ts';
import { StringTable } from '../string-table.ts';
import { type ConlluRange, type ConlluSentence, type ConlluWord, readSentences } from './sentences.ts';

/** The raw text as it grows, in pieces, and where its tokens and sentences stand. */
class Layout {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly sentenceStarts: number[] = [];
  readonly #pieces: string[] = [];
  #space = '';
  length = 0;

  /** Text that is not space; the space asked for before it comes first. */
  add(form: string): void {
    this.#pieces.push(this.#space, form);
    this.length += this.#space.length + form.length;
    this.#space = '';
  }

  /** Asks for space before the next form; an empty line wins over a single space. */
  space(space: ' ' | '\n\n'): void {
    if (this.length > 0 && this.#space !== '\n\n') this.#space = space;
  }

  /** Where the next form will begin. */
  get next(): number {
    return this.length + this.#space.length;
  }

  get text(): string {
    return this.#pieces.join('');
  }
}

/** Code of each part of speech in `Doc.upos`. */
const UPOS_CODE: ReadonlyMap<string, number> = new Map(UPOS.map((name, code) => [name, code]));

/**
 * The document that a CoNLL-U text describes. The raw text is made from the forms and `SpaceAfter=No`; sentences are
 * joined by a space, paragraphs and documents (`# newpar`, `# newdoc`) by an empty line, as in CoNLL 2018.
 * Throws `bad-input` where a line is not of the format or a head lies outside its sentence.
 */
export function fromConllu(conllu: string, language: Language): Doc {
  const sentences = readSentences(conllu);
  const layout = new Layout();
  for (const sentence of sentences) layOut(layout, sentence);
  const tokens: DocTokens = {
    text: layout.text,
    language,
    starts: Uint32Array.from(layout.starts),
    ends: Uint32Array.from(layout.ends),
    sentenceStarts: Uint32Array.from(layout.sentenceStarts),
  };
  return new Doc(tokens, treesOf(sentences, layout.starts.length));
}

function layOut(layout: Layout, { comments, words, ranges }: ConlluSentence): void {
  if (comments.some((comment) => /^#\s*new(?:doc|par)\b/.test(comment))) layout.space('\n\n');
  layout.sentenceStarts.push(layout.starts.length);
  for (let number = 1; number <= words.length; ) {
    const range = ranges.find(({ first }) => first === number);
    if (range === undefined) addWords(layout, [words[number - 1]!], words[number - 1]!);
    else addWords(layout, words.slice(range.first - 1, range.last), range);
    number = range === undefined ? number + 1 : range.last + 1;
  }
  layout.space(' ');
}

/** The words of a surface token share out its letters from left to right, each as many as its form has. */
function addWords(layout: Layout, words: readonly ConlluWord[], surface: ConlluWord | ConlluRange): void {
  let at = layout.next;
  layout.add(surface.form);
  const end = layout.length;
  words.forEach(({ form }, index) => {
    const behind = words.length - index - 1;
    const cut = behind === 0 ? end : Math.max(at, Math.min(at + form.length, end - behind));
    layout.starts.push(at);
    layout.ends.push(cut);
    at = cut;
  });
  if (surface.spaceAfter) layout.space(' ');
}

function treesOf(sentences: readonly ConlluSentence[], length: number): DocTrees {
  const strings = new StringTable();
  const upos = new Uint8Array(length);
  const [feats, lemmas, heads, deprels] = [0, 1, 2, 3].map(() => new Int32Array(length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let first = 0;
  for (const { words } of sentences) {
    words.forEach((word, index) => {
      const token = first + index;
      if (word.head > words.length)
        throw new ReadoutError(
          'bad-input',
          'head outside its sentence',
          String(word.head),
          'heads are numbers of words of the same sentence',
        );
      upos[token] = UPOS_CODE.get(word.upos) ?? 0;
      feats[token] = strings.codeOrNone(word.feats);
      lemmas[token] = strings.codeOrNone(word.lemma);
      heads[token] = word.head === 0 ? token : first + word.head - 1;
      deprels[token] = strings.codeOrNone(word.deprel);
    });
    first += words.length;
  }
  return { upos, feats, lemmas, heads, deprels, strings: strings.list };
}
