import type { Doc, DocTrees } from '../doc.ts';
import { StringTable } from '../string-table.ts';
import { TagReader } from '../tagger/tags.ts';
import { batchesOf, type Stretch, stretchesOf } from './batches.ts';
import { ModelFile } from './model-file.ts';
import { Net } from './net.ts';
import { bestTree } from './tree.ts';

/** What the tagger and parser add to a document; lemmas come from elsewhere. */
type Annotation = Omit<DocTrees, 'lemmas'>;

/** A trained tagger and parser of one language. */
export interface Annotator {
  /** Tags and trees for the document's tokens: one root a sentence, no circle, whatever the tokens are. */
  annotate(doc: Doc): Annotation;
  /** Bytes of memory that it holds. */
  readonly size: number;
}

/** What joins the parts of a sentence that is too long for the net. */
const LOOSE = 'parataxis';

/** An annotator from the bytes of a model. @throws ReadoutError `bad-model` */
export function annotatorFrom(bytes: Uint8Array): Annotator {
  const file = new ModelFile(bytes);
  const net = new Net(file);
  // Of the file only this is kept: its tensors are in the net's memory now.
  const { features, allowed, labels } = file.header;
  const reader = new TagReader(features, allowed);
  return {
    annotate: (doc) => new Work(doc, net, reader, labels).done(),
    get size() {
      return net.size;
    },
  };
}

/** The annotation of one document while it is made. */
class Work {
  readonly #doc: Doc;
  readonly #net: Net;
  readonly #reader: TagReader;
  readonly #labels: readonly string[];
  readonly #rootLabel: number;
  readonly #strings: StringTable;
  readonly #upos: Uint8Array;
  readonly #feats: Int32Array;
  readonly #heads: Int32Array;
  readonly #deprels: Int32Array;

  constructor(doc: Doc, net: Net, reader: TagReader, labels: readonly string[]) {
    this.#doc = doc;
    this.#net = net;
    this.#reader = reader;
    this.#labels = labels;
    this.#rootLabel = labels.indexOf('root');
    this.#strings = new StringTable(labels);
    this.#upos = new Uint8Array(doc.length);
    this.#feats = new Int32Array(doc.length);
    this.#heads = new Int32Array(doc.length);
    this.#deprels = new Int32Array(doc.length);
  }

  done(): Annotation {
    for (const batch of batchesOf(stretchesOf(this.#doc))) this.#annotate(batch);
    this.#joinStretches();
    return {
      upos: this.#upos,
      feats: this.#feats,
      heads: this.#heads,
      deprels: this.#deprels,
      strings: this.#strings.list,
    };
  }

  #annotate(batch: readonly Stretch[]): void {
    const rows = batch.reduce((sum, { first, end }) => sum + end - first, 0);
    this.#net.types.makeRoom(rows);
    const sentences = batch.map(({ first, end }) =>
      Int32Array.from({ length: end - first }, (_, at) => this.#net.types.slot(this.#doc.form(first + at))),
    );
    this.#net.run({ sentences, rows });
    this.#readTags(batch, rows);
    this.#readTrees(batch);
    this.#readLabels(batch, rows);
  }

  #readTags(batch: readonly Stretch[], rows: number): void {
    const scores = this.#net.tagScores(rows);
    for (const [sentence, { first, end }] of batch.entries()) {
      for (let token = first; token < end; token++) {
        const tag = this.#reader.read(scores, this.#net.rowOf(sentence, token - first) * this.#net.tagWidth);
        this.#upos[token] = tag.upos;
        this.#feats[token] = this.#strings.codeOrNone(tag.feats);
      }
    }
  }

  #readTrees(batch: readonly Stretch[]): void {
    for (const [sentence, { first, end }] of batch.entries()) {
      const length = end - first;
      const heads = bestTree({ length, data: this.#net.arcScores(sentence, length) });
      for (let token = 0; token < length; token++)
        this.#heads[first + token] = first + (heads[token] === 0 ? token : heads[token]! - 1);
    }
  }

  #readLabels(batch: readonly Stretch[], rows: number): void {
    const dependents = new Int32Array(rows);
    const governors = new Int32Array(rows);
    let arc = 0;
    for (const [sentence, { first, end }] of batch.entries())
      for (let token = first; token < end; token++, arc++) {
        dependents[arc] = this.#net.rowOf(sentence, token - first);
        governors[arc] = this.#net.rowOf(sentence, this.#heads[token]! - first);
      }
    const scores = this.#net.labelScores(dependents, governors);
    arc = 0;
    for (const { first, end } of batch)
      for (let token = first; token < end; token++, arc++)
        this.#deprels[token] =
          this.#heads[token] === token ? this.#rootLabel : this.#bestLabel(scores, arc * this.#net.labelWidth);
  }

  #bestLabel(scores: Float32Array, at: number): number {
    let best = this.#rootLabel === 0 ? 1 : 0;
    for (let label = 0; label < this.#labels.length; label++)
      if (label !== this.#rootLabel && scores[at + label]! > scores[at + best]!) best = label;
    return best;
  }

  /** Hangs the roots of a cut sentence's later stretches on that of its first one. */
  #joinStretches(): void {
    for (let sentence = 0; sentence < this.#doc.sentenceCount; sentence++) {
      const [first, end] = this.#doc.sentenceRange(sentence);
      let root = -1;
      for (let token = first; token < end; token++) {
        if (this.#heads[token] !== token) continue;
        if (root >= 0) this.#deprels[token] = this.#strings.code(LOOSE);
        else root = token;
        this.#heads[token] = root;
      }
    }
  }
}
