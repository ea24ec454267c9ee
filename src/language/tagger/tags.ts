import { UPOS } from '../doc.ts';

/** A morphological feature and its values; the first is the empty string, for none. */
export interface FeatureColumn {
  readonly name: string;
  readonly values: readonly string[];
}

/** A part of speech by its code, and the features as CoNLL-U writes them (empty for none). */
export interface Tag {
  readonly upos: number;
  readonly feats: string;
}

/** A feature that a part of speech can have: where the scores of its allowed values stand, and how each is written. */
interface Choice {
  readonly offsets: Int32Array;
  readonly written: readonly string[];
}

/** What is allowed: for each part of speech and feature, the indices of the values that the treebank shows together. */
type Allowed = readonly (readonly (readonly number[])[])[];

/**
 * Reads the tags out of a net's scores: first those of the parts of speech, then those of each feature's values.
 * A feature takes the best of the values that go with the part of speech.
 */
export class TagReader {
  readonly #choices: readonly (readonly Choice[])[];
  readonly #written = UPOS.map(() => new Map<number, string>());

  constructor(columns: readonly FeatureColumn[], allowed: Allowed) {
    const starts = startsOf(columns);
    this.#choices = allowed.map((features) =>
      features.flatMap((values, column) => choiceOf(columns[column]!, starts[column]!, values)),
    );
  }

  /** The tag of the token whose scores begin at `at`. */
  read(scores: Float32Array, at: number): Tag {
    const upos = bestPartOfSpeech(scores, at);
    const choices = this.#choices[upos]!;
    // The choices taken as the digits of a number; should it outgrow 53 bits, the features are written anew.
    let key = 0;
    for (const { offsets } of choices) key = key * offsets.length + bestOf(scores, at, offsets);
    if (key > Number.MAX_SAFE_INTEGER) return { upos, feats: write(choices, scores, at) };
    let feats = this.#written[upos]!.get(key);
    if (feats === undefined) {
      feats = write(choices, scores, at);
      this.#written[upos]!.set(key, feats);
    }
    return { upos, feats };
  }
}

/** Where each feature's values begin in a row of scores. */
function startsOf(columns: readonly FeatureColumn[]): number[] {
  let next: number = UPOS.length;
  return columns.map(({ values }) => {
    next += values.length;
    return next - values.length;
  });
}

/** Nothing where the part of speech never has the feature. */
function choiceOf({ name, values }: FeatureColumn, start: number, allowed: readonly number[]): Choice[] {
  if (allowed.length < 2 && (allowed[0] ?? 0) === 0) return [];
  return [
    {
      offsets: Int32Array.from(allowed, (value) => start + value),
      written: allowed.map((value) => (value === 0 ? '' : `${name}=${values[value]!}`)),
    },
  ];
}

function write(choices: readonly Choice[], scores: Float32Array, at: number): string {
  return choices
    .map(({ offsets, written }) => written[bestOf(scores, at, offsets)]!)
    .filter((pair) => pair !== '')
    .join('|');
}

function bestPartOfSpeech(scores: Float32Array, at: number): number {
  let best = 0;
  for (let code = 1; code < UPOS.length; code++) if (scores[at + code]! > scores[at + best]!) best = code;
  return best;
}

function bestOf(scores: Float32Array, at: number, offsets: Int32Array): number {
  let best = 0;
  for (let choice = 1; choice < offsets.length; choice++)
    if (scores[at + offsets[choice]!]! > scores[at + offsets[best]!]!) best = choice;
  return best;
}
