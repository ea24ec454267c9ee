import { classOf, DIGIT, LOWER, UPPER } from './characters.ts';
import type { Spans } from './scan.ts';

/** Features are hashed into this many weights. */
export const WEIGHTS = 1 << 14;
/** A step of a stored weight. */
export const STEP = 1 / 16;

/** How sure the model must be, in steps, to overrule the rules: written by people, they know official texts better. */
const LEAST = { ruleSaysYes: -16, ruleSaysNo: 8 } as const;

/** What is known of a place where a sentence may end. */
export interface Gap {
  readonly text: string;
  readonly spans: Spans;
  /** The token behind the gap. */
  readonly token: number;
  /** The token that may end the sentence: the last before the gap that is no closing quote or bracket. */
  readonly last: number;
  /** The first tokens of the sentence so far and of the paragraph. */
  readonly sentence: number;
  readonly paragraph: number;
  /** What the rules say. */
  readonly byRule: boolean;
}

/** Whether a sentence ends at the gap, by a linear model's weights in steps. */
export function endsByModel(weights: Int8Array, gap: Gap): boolean {
  let sum = 0;
  for (const feature of featuresOf(gap)) sum += weights[feature]!;
  return sum > LEAST[gap.byRule ? 'ruleSaysYes' : 'ruleSaysNo'];
}

/** Places of the gap's features among the weights. */
export function featuresOf(gap: Gap): number[] {
  const { text, spans, token, last, sentence, paragraph, byRule } = gap;
  const form = (at: number): string =>
    at < paragraph || at >= spans.starts.length ? '' : text.slice(spans.starts[at], spans.ends[at]);
  const [before, end, next, second] = [form(last - 1), form(last), form(token), form(token + 1)];
  const [beforeShape, nextShape, secondShape] = [shapeOf(before), shapeOf(next), shapeOf(second)];
  const mark = /\p{L}|\d/u.test(end) ? shapeOf(end) : end.slice(0, 3);
  const informal = shapeOf(form(paragraph)) === 'a' ? 'i' : 'f';
  const tight = spans.starts[token] === spans.ends[token - 1] ? 't' : 's';
  const length = Math.min(5, Math.floor(Math.log2(token - sentence + 1)));
  const rule = `${byRule ? 'y' : 'n'}${mark}`;
  return [
    rule,
    `1${rule}${nextShape}`,
    `2${rule}${nextShape}${informal}`,
    `3${mark}${next.toLowerCase()}`,
    `4${mark}${before.toLowerCase()}`,
    `5${rule}${tight}${nextShape}`,
    `6${rule}${length}${nextShape}`,
    `7${mark}${beforeShape}${nextShape}`,
    `8${end.toLowerCase()}${nextShape}`,
    `9${mark}${nextShape}${secondShape}${informal}`,
    `0${next.toLowerCase()} ${second.toLowerCase()}`,
    `a${mark}${Math.min(end.length, 3)}${informal}${nextShape}`,
    `b${last === token - 1 ? 'o' : form(token - 1)}${rule}${nextShape}`,
  ].map(bucketOf);
}

/** `A` for a capital first, `AA` for capitals only, `a` for small letters, `0` for digits; signs stand for themselves. */
function shapeOf(form: string): string {
  if (form === '') return '';
  const kind = classOf(form.charCodeAt(0));
  if (kind === DIGIT) return '0';
  if (kind === LOWER) return /[@/]|\.\p{L}/u.test(form) ? 'url' : 'a';
  if (kind === UPPER) return form.length > 1 && form === form.toUpperCase() ? 'AA' : 'A';
  return form.slice(0, 2);
}

function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (WEIGHTS - 1);
}
