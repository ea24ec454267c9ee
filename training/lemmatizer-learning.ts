// How a lemma model is learned from words with their tags and lemmas.
import { type EditScript, scriptOf, writeScript } from '../src/language/lemmatizer/edit-script.ts';
import { fillKeys, LEVELS, seedsOf } from '../src/language/lemmatizer/keys.ts';
import { type LemmaModel, modelOf } from '../src/language/lemmatizer/model.ts';

/** A word to learn from, and how much it counts: 1 for each time that it was seen in running text. */
export interface Sample {
  readonly form: string;
  readonly upos: number;
  readonly feats: string;
  readonly lemma: string;
  readonly weight: number;
}

/** How much a form of a dictionary counts. */
export const DICTIONARY_WEIGHT = 0.02;
/** Least gain, in words of running text, for which an ending is kept, and a whole word. */
const LEAST_GAIN = { ending: 0.3, word: 0.1 } as const;
/** The same in forms of a dictionary, where running text has none. */
const LEAST_DICTIONARY_GAIN = { ending: 3.5 * DICTIONARY_WEIGHT, word: 0.5 * DICTIONARY_WEIGHT } as const;

/** The words laid out for learning: their keys level by level, and the script that each wants. */
interface Material {
  readonly samples: readonly Sample[];
  readonly keys: Uint32Array;
  readonly counts: Uint8Array;
  readonly wanted: readonly number[];
  readonly scripts: readonly EditScript[];
}

/** Under one key: how much each script would get right, how much is right without it, and the heaviest word. */
interface Tally {
  readonly right: Map<number, number>;
  now: number;
  heaviest: number;
}

/**
 * Goes from the most general keys to the most special, and keeps a key where its commonest script gets more words
 * right than the keys kept so far do (error-driven, as in Brill 1995).
 */
export function learn(samples: readonly Sample[], features: readonly string[]): LemmaModel {
  const material = materialOf(samples, new Set(features));
  const current = new Int32Array(samples.length).fill(-1);
  const entries = new Map<number, number>();
  for (let level = 0; level < LEVELS; level++) {
    const kept = winners(talliesOf(material, current, level), level < LEVELS - 2 ? 'ending' : 'word');
    for (const [key, script] of kept) entries.set(key, script);
    for (let index = 0; index < samples.length; index++)
      current[index] = kept.get(keyAt(material, index, level)) ?? current[index]!;
  }
  return withoutUnused(material.scripts, features, entries);
}

function materialOf(samples: readonly Sample[], features: ReadonlySet<string>): Material {
  const keys = new Uint32Array(samples.length * LEVELS);
  const counts = new Uint8Array(samples.length);
  const scripts: EditScript[] = [];
  const codes = new Map<string, number>();
  const wanted = samples.map(({ form, upos, feats, lemma }, index) => {
    const own = keys.subarray(index * LEVELS, (index + 1) * LEVELS);
    counts[index] = fillKeys(own, form, form.toLowerCase(), seedsOf(upos, feats, features));
    const script = scriptOf(form, lemma);
    const name = writeScript(script);
    const code = codes.get(name) ?? scripts.push(script) - 1;
    codes.set(name, code);
    return code;
  });
  return { samples, keys, counts, wanted, scripts };
}

/** The key of a word at a level; 0 where the word is too short to have one. */
function keyAt({ keys, counts }: Material, index: number, level: number): number {
  const count = counts[index]!;
  if (level >= LEVELS - 2) return keys[index * LEVELS + count - (LEVELS - level)]!;
  return level < count - 2 ? keys[index * LEVELS + level]! : 0;
}

function talliesOf(material: Material, current: Int32Array, level: number): ReadonlyMap<number, Tally> {
  const tallies = new Map<number, Tally>();
  material.samples.forEach(({ weight }, index) => {
    const key = keyAt(material, index, level);
    if (key === 0) return;
    const script = material.wanted[index]!;
    const tally = tallies.get(key) ?? { right: new Map(), now: 0, heaviest: 0 };
    tallies.set(key, tally);
    tally.right.set(script, (tally.right.get(script) ?? 0) + weight);
    tally.heaviest = Math.max(tally.heaviest, weight);
    if (current[index] === script) tally.now += weight;
  });
  return tallies;
}

function winners(tallies: ReadonlyMap<number, Tally>, kind: 'ending' | 'word'): ReadonlyMap<number, number> {
  const kept = new Map<number, number>();
  for (const [key, { right, now, heaviest }] of tallies) {
    const [script, most] = [...right].reduce((best, next) => (next[1] > best[1] ? next : best));
    const least = heaviest <= DICTIONARY_WEIGHT ? LEAST_DICTIONARY_GAIN[kind] : LEAST_GAIN[kind];
    if (most - now >= least) kept.set(key, script);
  }
  return kept;
}

function withoutUnused(
  scripts: readonly EditScript[],
  features: readonly string[],
  entries: ReadonlyMap<number, number>,
): LemmaModel {
  const used = [...new Set(entries.values())].sort((a, b) => a - b);
  const place = new Map(used.map((script, index) => [script, index]));
  const renumbered = new Map([...entries].map(([key, script]) => [key, place.get(script)!]));
  return modelOf(
    used.map((script) => scripts[script]!),
    features,
    renumbered,
  );
}

/** How often each word is seen with another's tags. */
const COPIES = 3;

/**
 * The same words with tags of other words that end alike, counting `noise` each: what a tagger gets wrong looks
 * like that, and lemmas should come out right all the same.
 */
export function mistagged(samples: readonly Sample[], noise: number): Sample[] {
  const alike = new Map<string, Sample[]>();
  for (const sample of samples)
    for (const end of endingsOf(sample)) {
      const list = alike.get(end) ?? [];
      alike.set(end, list);
      list.push(sample);
    }
  const below = randomBelow(1);
  return samples.flatMap((sample) =>
    Array.from({ length: COPIES }, (_, copy) => {
      const others = alike.get(endingsOf(sample)[copy % 2]!)!;
      const { upos, feats } = others[below(others.length)]!;
      return { ...sample, upos, feats, weight: sample.weight * noise };
    }),
  );
}

function endingsOf({ form }: Sample): readonly string[] {
  return [form.slice(-2).toLowerCase(), form.slice(-1).toLowerCase()];
}

/** A linear congruential generator (Numerical Recipes), so that training gives the same model each time. */
function randomBelow(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
