import type { Language } from '../../model/index.ts';
import type { Atom, PhraseTable } from '../words/index.ts';
import { type Senses, type Vocabulary, vocabularyOf } from './vocabulary.ts';

const NOTHING: Senses = {};

/** The atoms of a text and what each can mean in or around an amount. */
export class Scan {
  readonly atoms: readonly Atom[];
  readonly language: Language;
  readonly #vocabulary: Vocabulary;
  readonly #wordAt = (index: number): string | undefined => this.atoms[index]?.key;

  constructor(atoms: readonly Atom[], language: Language) {
    this.atoms = atoms;
    this.language = language;
    this.#vocabulary = vocabularyOf(language);
  }

  senses(at: number): Senses {
    const atom = this.atoms[at];
    return atom === undefined || atom.kind === 'number' ? NOTHING : (this.#vocabulary.senses.get(atom.key) ?? NOTHING);
  }

  /** The code that a phrase of a table stands for, and the place behind the phrase. */
  find(
    table: Exclude<keyof Vocabulary, 'senses'>,
    at: number,
  ): { readonly value: string; readonly end: number } | undefined {
    const found = (this.#vocabulary[table] as PhraseTable<string>).match(this.#wordAt, at);
    return found && { value: found.value, end: at + found.length };
  }

  key(at: number): string {
    return this.atoms[at]?.key ?? '';
  }

  /** Whether nothing stands between the atom and the one before it. */
  touches(at: number): boolean {
    return at > 0 && this.atoms[at - 1]?.end === this.atoms[at]?.start;
  }

  /** How many characters stand between the atom and the one before it. */
  gap(at: number): number {
    return (this.atoms[at]?.start ?? 0) - (this.atoms[at - 1]?.end ?? 0);
  }
}
