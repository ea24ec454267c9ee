import type { Language } from '../../model/index.ts';
import type { Atom } from '../words/index.ts';
import { type Relation, type Senses, type Vocabulary, vocabularyOf } from './vocabulary.ts';

const NOTHING: Senses = {};

/** The atoms of a text, and what each can mean in an expression of time; looked up once a place. */
export class Scan {
  readonly atoms: readonly Atom[];
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly #senses: (Senses | undefined)[];
  readonly #lengths: number[];
  readonly #wordAt = (index: number): string | undefined => this.atoms[index]?.key;

  constructor(atoms: readonly Atom[], language: Language) {
    this.atoms = atoms;
    this.language = language;
    this.vocabulary = vocabularyOf(language);
    this.#senses = new Array(atoms.length);
    this.#lengths = new Array(atoms.length);
  }

  senses(at: number): Senses {
    if (at >= this.atoms.length || at < 0) return NOTHING;
    return this.#senses[at] ?? this.#lookUp(at);
  }

  /** How many atoms the phrase has whose senses these are. */
  lengthAt(at: number): number {
    this.senses(at);
    return this.#lengths[at] ?? 1;
  }

  /** A whole number written in figures; undefined for words, decimals and ordinals such as “11th”. */
  integer(at: number): number | undefined {
    const atom = this.atoms[at];
    if (atom === undefined || atom.kind !== 'number' || atom.key.length > 4) return undefined;
    const value = Number(atom.key);
    return Number.isInteger(value) ? value : undefined;
  }

  /** A number in figures or words that can count units of time. */
  count(at: number): number | undefined {
    const value = this.integer(at) ?? this.senses(at).number;
    return value !== undefined && value <= 100 ? value : undefined;
  }

  relations(at: number): { readonly relations: readonly Relation[]; readonly length: number } | undefined {
    const found = this.vocabulary.before.match(this.#wordAt, at);
    return found && { relations: found.value, length: found.length };
  }

  postpositions(at: number): { readonly relations: readonly Relation[]; readonly length: number } | undefined {
    const found = this.vocabulary.behind.match(this.#wordAt, at);
    return found && { relations: found.value, length: found.length };
  }

  /** The first place at or behind `at` that is no article or the like. */
  skipGlue(at: number): number {
    let next = at;
    while (this.senses(next).glue && next < at + 3) next++;
    return next;
  }

  isMark(at: number, marks: string): boolean {
    const key = this.atoms[at]?.key;
    return key !== undefined && key.length === 1 && marks.includes(key);
  }

  /** Whether nothing stands between the atom and the one before it. */
  touches(at: number): boolean {
    return at > 0 && this.atoms[at - 1]?.end === this.atoms[at]?.start;
  }

  #lookUp(at: number): Senses {
    const atom = this.atoms[at]!;
    const found = atom.kind === 'number' ? undefined : this.vocabulary.senses.match(this.#wordAt, at);
    const value = this.#checked(found?.value, atom);
    this.#senses[at] = value;
    this.#lengths[at] = found?.length ?? 1;
    return value;
  }

  /** English names of months are capitalised: “may” and “march” are verbs too. */
  #checked(senses: Senses | undefined, atom: Atom): Senses {
    if (senses === undefined) return NOTHING;
    if (this.language !== 'en' || atom.capital || (senses.month ?? senses.weekday) === undefined) return senses;
    const { month, weekday, ...rest } = senses;
    return rest;
  }
}
