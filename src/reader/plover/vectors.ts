const DIMENSIONS = 100;

/** Word vectors, one byte a value, with the words' inverse document frequencies. */
export interface WordVectors {
  /** The average of the words' unit vectors, weighted by inverse document frequency and of length one; zero where no word is known. */
  average(words: readonly string[]): Float64Array;
}

/** Vectors from their file: the length of an index, the index as JSON (`[word, frequency?]`), then the vectors in its order. */
export function readVectors(bytes: Uint8Array, unseen: number): WordVectors {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as [string, number?][];
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + length, index.length * DIMENSIONS);
  const places = new Map(index.map(([word, frequency = unseen], at) => [word, { frequency, at }]));
  return {
    average(words) {
      const total = new Float64Array(DIMENSIONS);
      for (const word of words) {
        const place = places.get(word);
        if (place !== undefined)
          addScaled(total, values.subarray(place.at * DIMENSIONS, (place.at + 1) * DIMENSIONS), place.frequency);
      }
      return toUnit(total);
    },
  };
}

function addScaled(total: Float64Array, vector: Int8Array, weight: number): void {
  const scale = weight / Math.hypot(...vector);
  for (let at = 0; at < DIMENSIONS; at++) total[at]! += vector[at]! * scale;
}

function toUnit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
