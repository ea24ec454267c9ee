import { type ConlluSentence, readSentences } from '../src/language/index.ts';

/** A word of one side, placed among the characters of the text that are not space. */
interface PlacedWord {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** Whether it is one of several words of a surface token, whose span it then has. */
  readonly shared: boolean;
  readonly upos: string;
  readonly feats: string;
  readonly lemma: string;
  /** Universal part of the relation. */
  readonly relation: string;
  /** Index of the head among all words; -1 at a root. */
  readonly head: number;
}

interface Placed {
  readonly characters: string;
  readonly tokens: readonly string[];
  readonly sentences: readonly string[];
  readonly words: readonly PlacedWord[];
}

/** How much of one measure both sides have. */
export interface Overlap {
  readonly gold: number;
  readonly system: number;
  readonly correct: number;
}

export const MEASURES = ['tokens', 'sentences', 'words', 'upos', 'feats', 'lemmas', 'uas', 'las'] as const;
export type Conll18Scores = Readonly<Record<(typeof MEASURES)[number], Overlap>>;

/** F1 in percent; 100 where neither side has anything. */
export function f1({ gold, system, correct }: Overlap): number {
  return gold + system === 0 ? 100 : (200 * correct) / (gold + system);
}

/**
 * The measures of the CoNLL 2018 shared task between two analyses of one text: tokens and sentences count where
 * their characters are the same; words of shared surface tokens are aligned by longest common subsequence of forms;
 * relations are compared without subtypes. All features count, not the universal ones alone.
 */
export function scoreConllu(gold: string, system: string): Conll18Scores {
  const left = place(readSentences(gold));
  const right = place(readSentences(system));
  if (left.characters !== right.characters) throw new Error('the two analyses are of different texts');
  const pairs = alignWords(left.words, right.words);
  const partner = new Map(pairs);
  const agree = (test: (gold: PlacedWord, system: PlacedWord) => boolean): Overlap => ({
    gold: left.words.length,
    system: right.words.length,
    correct: pairs.filter(([g, s]) => test(left.words[g]!, right.words[s]!)).length,
  });
  const headAgrees = (g: PlacedWord, s: PlacedWord): boolean =>
    g.head < 0 ? s.head < 0 : partner.get(g.head) === s.head;
  return {
    tokens: shared(left.tokens, right.tokens),
    sentences: shared(left.sentences, right.sentences),
    words: agree(() => true),
    upos: agree((g, s) => g.upos === s.upos),
    feats: agree((g, s) => g.feats === s.feats),
    lemmas: agree((g, s) => g.lemma === '' || g.lemma === s.lemma),
    uas: agree(headAgrees),
    las: agree((g, s) => headAgrees(g, s) && g.relation === s.relation),
  };
}

function shared(gold: readonly string[], system: readonly string[]): Overlap {
  const known = new Set(gold);
  return { gold: gold.length, system: system.length, correct: system.filter((span) => known.has(span)).length };
}

// Besides space, invisible characters: a tokenizer may leave them out.
function withoutSpace(form: string): string {
  return form.replace(/[\s\p{Cc}\p{Cf}]/gu, '');
}

function place(sentences: readonly ConlluSentence[]): Placed {
  const placed = { tokens: [] as string[], sentences: [] as string[], words: [] as PlacedWord[] };
  const characters: string[] = [];
  let at = 0;
  for (const { words, ranges } of sentences) {
    const begin = at;
    const firstWord = placed.words.length;
    let surfaceStart = at;
    words.forEach((word, index) => {
      const range = ranges.find(({ first, last }) => index + 1 >= first && index + 1 <= last);
      if (range === undefined || range.first === index + 1) {
        const form = withoutSpace((range ?? word).form);
        characters.push(form);
        surfaceStart = at;
        at += form.length;
        placed.tokens.push(`${surfaceStart}-${at}`);
      }
      placed.words.push({
        start: surfaceStart,
        end: at,
        form: word.form.toLowerCase(),
        shared: range !== undefined,
        upos: word.upos,
        feats: word.feats,
        lemma: word.lemma,
        relation: word.deprel.split(':')[0]!,
        head: word.head === 0 ? -1 : firstWord + word.head - 1,
      });
    });
    placed.sentences.push(`${begin}-${at}`);
  }
  return { characters: characters.join(''), ...placed };
}

/** Pairs of indices of words that are the same word. */
function alignWords(gold: readonly PlacedWord[], system: readonly PlacedWord[]): [number, number][] {
  const pairs: [number, number][] = [];
  let g = 0;
  let s = 0;
  while (g < gold.length && s < system.length) {
    const left = gold[g]!;
    const right = system[s]!;
    if (left.shared || right.shared) {
      const [gEnd, sEnd] = sharedStretch(gold, system, g, s);
      pairs.push(...commonWords(gold, system, [g, gEnd], [s, sEnd]));
      [g, s] = [gEnd, sEnd];
    } else if (left.start === right.start && left.end === right.end) pairs.push([g++, s++]);
    else if (left.start <= right.start) g++;
    else s++;
  }
  return pairs;
}

/** Ends of the words of both sides that a surface token of several words, begun at either, touches. */
function sharedStretch(
  gold: readonly PlacedWord[],
  system: readonly PlacedWord[],
  g: number,
  s: number,
): [gEnd: number, sEnd: number] {
  const left = gold[g]!;
  const right = system[s]!;
  let reach = Math.max(left.shared ? left.end : 0, right.shared ? right.end : 0);
  let [gEnd, sEnd] = [g, s];
  for (;;) {
    const [gOld, sOld] = [gEnd, sEnd];
    while (gEnd < gold.length && gold[gEnd]!.start < reach) gEnd++;
    while (sEnd < system.length && system[sEnd]!.start < reach) sEnd++;
    for (const word of [gold[gEnd - 1], system[sEnd - 1]]) if (word?.shared && word.end > reach) reach = word.end;
    if (gEnd === gOld && sEnd === sOld) return gEnd === g && sEnd === s ? [g + 1, s + 1] : [gEnd, sEnd];
  }
}

/** Longest common subsequence of forms within two ranges of words. */
function commonWords(
  gold: readonly PlacedWord[],
  system: readonly PlacedWord[],
  [g0, g1]: readonly [number, number],
  [s0, s1]: readonly [number, number],
): [number, number][] {
  const width = s1 - s0 + 1;
  const best = new Uint32Array((g1 - g0 + 1) * width);
  for (let g = g1 - 1; g >= g0; g--)
    for (let s = s1 - 1; s >= s0; s--) {
      const at = (g - g0) * width + s - s0;
      best[at] =
        gold[g]!.form === system[s]!.form ? best[at + width + 1]! + 1 : Math.max(best[at + width]!, best[at + 1]!);
    }
  const pairs: [number, number][] = [];
  for (let g = g0, s = s0; g < g1 && s < s1; ) {
    const at = (g - g0) * width + s - s0;
    if (gold[g]!.form === system[s]!.form) pairs.push([g++, s++]);
    else if (best[at] === best[at + width]) g++;
    else s++;
  }
  return pairs;
}
