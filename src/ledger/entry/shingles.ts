// MinHash (Broder 1997): the share of equal minima of many hashes estimates the Jaccard similarity of two sets of shingles.

/** Words in a shingle, and minima in a signature. */
const SHINGLE = 4;
const SIGNATURE = 48;

/** FNV-1a over code units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A second hash of a hash by a seed: the finalizer of MurmurHash3. */
function mix(hash: number, seed: number): number {
  let mixed = hash ^ Math.imul(seed + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The words of a text as reprints are compared by: lower case, letters and digits only. */
export function plainWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{M}\d]+/gu) ?? []
  );
}

/** The distinct hashed shingles of the words; a text shorter than one is one shingle. */
export function shinglesOf(words: readonly string[]): Set<number> {
  const shingles = new Set<number>();
  const last = Math.max(0, words.length - SHINGLE);
  for (let at = 0; at <= last; at++) shingles.add(hashOf(words.slice(at, at + SHINGLE).join(' ')));
  return shingles;
}

/** The MinHash signature of a text's shingles. */
export function signatureOf(text: string): number[] {
  const minima = new Uint32Array(SIGNATURE).fill(0xffffffff);
  for (const shingle of shinglesOf(plainWords(text)))
    for (let i = 0; i < SIGNATURE; i++) {
      const mixed = mix(shingle, i);
      if (mixed < minima[i]!) minima[i] = mixed;
    }
  return [...minima];
}

/** Share of equal minima: an estimate of the Jaccard similarity, within about 0.07. */
export function estimatedSimilarity(a: readonly number[], b: readonly number[]): number {
  let equal = 0;
  for (let i = 0; i < SIGNATURE; i++) if (a[i] === b[i]) equal += 1;
  return equal / SIGNATURE;
}
