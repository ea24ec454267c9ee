import { Lemmatizer } from './lemmatizer.ts';
import { readModel } from './model.ts';

export type { Lemmatizer } from './lemmatizer.ts';

/** The lemmatizer of a model's bytes. Throws `bad-model` where they are none. */
export function lemmatizerFrom(bytes: Uint8Array): Lemmatizer {
  return new Lemmatizer(readModel(bytes));
}
