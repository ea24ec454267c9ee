/** The longest ending that is looked up besides the whole word, in UTF-16 code units. */
const LONGEST_ENDING = 7;

/** Levels of keys: every ending, from none to the longest, then the whole word; each without and with features. */
export const LEVELS = 2 * (LONGEST_ENDING + 2);

const PRIME = 0x01000193;
const WORD_START = 0xffff;

function mixed(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** FNV-1a over code units, from `seed`. */
function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash >>> 0;
}

/** Seeds of a word's keys: of its part of speech alone, and with the features that matter for lemmas. */
export interface KeySeeds {
  readonly plain: number;
  readonly withFeatures: number;
}

export function seedsOf(upos: number, feats: string, kept: ReadonlySet<string>): KeySeeds {
  // Beyond all letters, so that no ending continues one part of speech's key to another's.
  const plain = hashOf(String.fromCharCode(0xe000 + upos));
  const relevant = feats
    .split('|')
    .filter((feature) => kept.has(feature.slice(0, feature.indexOf('='))))
    .join('|');
  return { plain, withFeatures: hashOf(relevant, hashOf('|', plain)) };
}

/**
 * Fills `keys` with the hashes under which a word may be found, from the most general to the most special:
 * for each ending of the lower-cased form without and with features, then for the whole word as written.
 * Returns their number.
 */
export function fillKeys(keys: Uint32Array, form: string, lower: string, { plain, withFeatures }: KeySeeds): number {
  let count = 0;
  let without = plain;
  let withF = withFeatures;
  keys[count++] = mixed(without);
  keys[count++] = mixed(withF);
  const longest = Math.min(LONGEST_ENDING, lower.length);
  for (let length = 1; length <= longest; length++) {
    const unit = lower.charCodeAt(lower.length - length);
    without = Math.imul(without ^ unit, PRIME);
    withF = Math.imul(withF ^ unit, PRIME);
    keys[count++] = mixed(without);
    keys[count++] = mixed(withF);
  }
  const whole = hashOf(form, WORD_START);
  keys[count++] = mixed(plain ^ whole);
  keys[count++] = mixed(withFeatures ^ whole);
  return count;
}
