import { type Cue, cuesAt } from './cues.ts';

/** A sentence with the two actors between whom something happens, each as the sentence words it. */
export interface Relation {
  readonly sentence: string;
  readonly source: string;
  readonly target: string;
}

/** Where a word stands: before both actors, within one, between them, or after both. */
type Region = 'before' | 'source' | 'between' | 'target' | 'after';

interface Layout {
  readonly words: readonly string[];
  readonly regions: readonly Region[];
  readonly order: 'source-first' | 'target-first' | 'unknown';
  /** The word behind the source; undefined where the source is not found. */
  readonly behindSource: number | undefined;
  readonly source: readonly [first: number, end: number] | undefined;
  readonly target: readonly [first: number, end: number] | undefined;
}

/** How many words on either side of an actor are features of their own. */
const NEIGHBOURS = 3;
/** How many words behind the source the first cue is looked for in: that is where the predicate stands. */
const PREDICATE_WINDOW = 4;

/** The words of a text: lower-cased, with “n't” as “not”. */
function wordsOfSentence(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('’', "'").replaceAll("n't", ' not');
  return plain.match(/[a-z]+(?:'[a-z]+)?|\d+|[%$€£]/g) ?? [];
}

const ENDINGS = ['ations', 'ation', 'ings', 'ing', 'ies', 'ied', 'ements', 'ement', 'ed', 'es', 's', 'e'];

/** A light stem: one ending off where three letters remain. Enough to join “arrests” and “arrested”. */
function stemOf(word: string): string {
  const ending = ENDINGS.find((suffix) => word.endsWith(suffix) && word.length - suffix.length >= 3);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** The names of the features that the relation has: cues by their place, and the words beside the actors. */
export function featuresOf(relation: Relation): Set<string> {
  const layout = layoutOf(relation);
  const features = new Set<string>();
  addCueFeatures(layout, features);
  addNeighbours(layout, features);
  return features;
}

/** The words between the actors, and those behind the source: what the word vectors are averaged over. */
export function passagesOf(relation: Relation): readonly [between: readonly string[], behind: readonly string[]] {
  const { words, source, target, behindSource = 0 } = layoutOf(relation);
  const end = target && source && target[0] > behindSource ? target[0] : behindSource + (target && source ? 8 : 6);
  return [words.slice(behindSource, end), words.slice(behindSource, behindSource + 8)];
}

function layoutOf({ sentence, source, target }: Relation): Layout {
  const words = wordsOfSentence(sentence);
  const sourceAt = find(words, wordsOfSentence(source));
  const targetAt = find(words, wordsOfSentence(target));
  const found = [sourceAt, targetAt].filter((range) => range !== undefined);
  const first = Math.min(...found.map(([start]) => start), words.length);
  const last = Math.max(...found.map(([, end]) => end), 0);
  const within = (range: Layout['source'], at: number): boolean =>
    range !== undefined && at >= range[0] && at < range[1];
  const regions = words.map((_, at): Region => {
    if (within(sourceAt, at)) return 'source';
    if (within(targetAt, at)) return 'target';
    return at < first ? 'before' : at < last ? 'between' : 'after';
  });
  const order = sourceAt && targetAt ? (sourceAt[0] < targetAt[0] ? 'source-first' : 'target-first') : 'unknown';
  return { words, regions, order, behindSource: sourceAt?.[1], source: sourceAt, target: targetAt };
}

function find(words: readonly string[], part: readonly string[]): readonly [number, number] | undefined {
  if (part.length === 0) return undefined;
  const start = words.findIndex((_, at) => part.every((word, offset) => words[at + offset] === word));
  return start < 0 ? undefined : [start, start + part.length];
}

function addCueFeatures({ words, regions, order, behindSource }: Layout, features: Set<string>): void {
  const text = words.join(' ');
  let nearest: { readonly distance: number; readonly cues: readonly Cue[] } | undefined;
  let offset = 0;
  words.forEach((word, at) => {
    const cues = cuesAt(text, offset);
    const region = regions[at]!;
    for (const { root, id } of cues) {
      features.add(`${region} ${order} ${root}`).add(`cue ${id}`).add(`${region} cue ${id}`);
    }
    const distance = behindSource === undefined ? -1 : at - behindSource;
    if (cues.length > 0 && distance >= 0 && distance < PREDICATE_WINDOW) {
      for (const { root, id } of cues) features.add(`near ${root}`).add(`near cue ${id}`);
      nearest ??= { distance, cues };
    }
    offset += word.length + 1;
  });
  for (const { root } of nearest?.cues ?? []) features.add(`first ${root}`);
}

function addNeighbours({ words, source, target }: Layout, features: Set<string>): void {
  for (let distance = 1; distance <= NEIGHBOURS; distance++) {
    const add = (name: string, at: number): void => {
      if (words[at] !== undefined) features.add(`${name} ${stemOf(words[at])}`);
    };
    if (source) {
      add('behind source', source[1] + distance - 1);
      add(`behind source ${distance}`, source[1] + distance - 1);
      add('before source', source[0] - distance);
    }
    if (target) {
      add('before target', target[0] - distance);
      add('behind target', target[1] + distance - 1);
    }
  }
}
