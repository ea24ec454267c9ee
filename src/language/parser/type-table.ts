// What the net makes of a word by itself, computed once for each form and kept: the gates that it gives to the first layer.
import type { Language } from '../../model/index.ts';
import { type Address, BLOCK_OUTPUTS, type Kernel } from '../kernel/index.ts';
import { affixHashes, ngramHashes, wordHash } from './features.ts';
import { type Linear, loadInputGates, loadLinear } from './layers.ts';
import type { ModelFile, ScaledRows } from './model-file.ts';
import { WordIndex } from './word-index.ts';

/** Forms kept; when there are more, all are forgotten and computed anew. */
const MOST_FORMS = 8192;
const FORMS_AT_ONCE = 64;
/** The most features of one form. */
const MOST_HASHES = 64;

/** Signs that a language's treebanks lack, and those they have in their place: English official texts often quote with guillemets. */
const STAND_INS: Readonly<Partial<Record<Language, ReadonlyMap<string, string>>>> = {
  en: new Map(Object.entries({ '«': '"', '»': '"', '„': '"', '‹': '"', '›': '"', '―': '—' })),
};

/** Embeddings, a row for each word or bucket of hashes. */
interface Embeddings {
  readonly rows: number;
  readonly columns: number;
  readonly table: Address;
  readonly scales: Address;
}

function keepEmbeddings(kernel: Kernel, { rows, columns, data, scale }: ScaledRows<Int8Array>): Embeddings {
  return { rows, columns, table: kernel.keepBytes(data), scales: kernel.keepFloats(scale) };
}

export class TypeTable {
  /** Floats of a form's row: the gates of both directions. */
  readonly width: number;
  readonly #kernel: Kernel;
  readonly #language: Language;
  readonly #index: WordIndex;
  readonly #word: Embeddings;
  readonly #affix: Embeddings;
  readonly #ngram: Embeddings;
  readonly #mix: Linear;
  readonly #gates: Linear;
  readonly #slots = new Map<string, number>();
  readonly #rows: Address;
  readonly #hashes: Address;
  readonly #vectors: Address;
  readonly #shorts: Address;
  readonly #ranges: Address;
  #waiting: string[] = [];

  constructor(kernel: Kernel, file: ModelFile) {
    this.#kernel = kernel;
    this.#language = file.header.language;
    this.#index = new WordIndex(file.numbers('word.hash', 'u32'));
    this.#word = keepEmbeddings(kernel, file.bytesOf('word'));
    this.#affix = keepEmbeddings(kernel, file.bytesOf('affix'));
    this.#ngram = keepEmbeddings(kernel, file.bytesOf('ngram'));
    this.#mix = loadLinear(kernel, file, 'mix');
    this.#gates = loadInputGates(kernel, file, 'first');
    this.width = this.#gates.outputs;
    this.#hashes = kernel.reserve(MOST_HASHES * 4);
    this.#vectors = kernel.reserve(FORMS_AT_ONCE * this.#gates.inputs * 4 + BLOCK_OUTPUTS * 4);
    this.#shorts = kernel.reserve(FORMS_AT_ONCE * this.#gates.inputs * 2);
    this.#ranges = kernel.reserve(FORMS_AT_ONCE * 4);
    this.#rows = kernel.reserve((MOST_FORMS + FORMS_AT_ONCE) * this.width * 4);
  }

  /** Forgets all forms where too many are kept for `more` new ones; slots given before are void then. */
  makeRoom(more: number): void {
    if (this.#slots.size + more > MOST_FORMS) this.#slots.clear();
  }

  /** The slot of a form. Its row is there after `compute()`. */
  slot(form: string): number {
    const known = this.#slots.get(form);
    if (known !== undefined) return known;
    const slot = this.#slots.size;
    this.#slots.set(form, slot);
    this.#waiting.push(form);
    if (this.#waiting.length === FORMS_AT_ONCE) this.compute();
    return slot;
  }

  /** The address of a slot's row: the gates of the forward direction, then those of the backward one. */
  rowOf(slot: number): Address {
    return this.#rows + slot * this.width * 4;
  }

  /** Computes the rows of the forms that were asked for since. */
  compute(): void {
    const forms = this.#waiting;
    if (forms.length === 0) return;
    this.#waiting = [];
    const stride = this.#gates.inputs * 4;
    for (const [row, form] of forms.entries()) this.#embed(form, this.#vectors + row * stride);
    this.#apply(this.#mix, forms.length, this.#vectors + this.#mix.inputs * 4, stride, true);
    const first = this.#slots.size - forms.length;
    this.#apply(this.#gates, forms.length, this.rowOf(first), this.width * 4, false);
  }

  #apply(layer: Linear, forms: number, out: Address, outStride: number, rectify: boolean): void {
    const stride = this.#gates.inputs * 4;
    this.#kernel.run.quantize(this.#vectors, stride, layer.inputs, forms, this.#ranges, this.#shorts);
    this.#kernel.run.linear(
      this.#shorts,
      layer.inputs * 2,
      layer.inputs,
      layer.outputs,
      layer.weights,
      layer.scale,
      layer.bias,
      this.#ranges,
      rectify ? 1 : 0,
      forms + (forms % 2),
      out,
      outStride,
    );
  }

  /** The embeddings of a form: of the word, of its affixes and shape, of its n-grams. */
  #embed(written: string, out: Address): void {
    const form = STAND_INS[this.#language]?.get(written) ?? written;
    const buckets = this.#affix.rows - 1;
    const affixes = out + this.#word.columns * 4;
    const ngrams = ngramHashes(form);
    this.#sum(this.#word, [this.#index.rowOf(wordHash(form))], 1, out);
    this.#sum(
      this.#affix,
      affixHashes(form, this.#language).map((hash) => hash & buckets),
      1,
      affixes,
    );
    this.#sum(
      this.#ngram,
      ngrams.map((hash) => hash & buckets),
      1 / ngrams.length,
      affixes + this.#affix.columns * 4,
    );
  }

  #sum({ table, scales, columns }: Embeddings, rows: readonly number[], weight: number, out: Address): void {
    this.#kernel.integers(this.#hashes, rows.length).set(rows);
    this.#kernel.run.sumRows(table, scales, columns, this.#hashes, rows.length, weight, out);
  }
}
