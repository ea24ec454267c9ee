/** Trigrams of letters are counted in this many buckets. */
export const BUCKETS = 1 << 13;

/**
 * Calls `visit` with the bucket of each trigram of letters, words set in spaces, and returns how many there were.
 * The text is to be lower-cased.
 */
export function eachTrigram(text: string, visit: (bucket: number) => void): number {
  let count = 0;
  let first = 32;
  let second = 32;
  for (const char of `${text} `) {
    const unit = /\p{L}|\p{M}/u.test(char) ? char.codePointAt(0)! : 32;
    if (unit === 32 && second === 32) continue;
    if (second !== 32 || first !== 32 || unit !== 32) {
      visit(bucketOf(first, second, unit));
      count++;
    }
    first = second;
    second = unit;
  }
  return count;
}

function bucketOf(a: number, b: number, c: number): number {
  let hash = 0x811c9dc5;
  for (const unit of [a, b, c]) hash = Math.imul(hash ^ unit, 0x01000193);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
