import type { Doc, DocTrees } from '../doc.ts';
import { StringTable } from '../string-table.ts';
import { applyScript } from './edit-script.ts';
import { fillKeys, type KeySeeds, LEVELS, seedsOf } from './keys.ts';
import { find, type LemmaModel } from './model.ts';

/**
 * Makes lemmas of forms, parts of speech and features: the most special key that was learned (whole word with
 * features down to no ending at all) names the edit script.
 */
export class Lemmatizer {
  readonly #model: LemmaModel;
  readonly #keys = new Uint32Array(LEVELS);
  readonly #seeds = new Map<string, KeySeeds>();

  constructor(model: LemmaModel) {
    this.#model = model;
  }

  /** The lemma of one word; `upos` is a code of `UPOS`. */
  lemma(form: string, upos: number, feats: string): string {
    return this.#lemma(form, this.#seedsFor(upos, feats));
  }

  /** The trees of a document with lemmas in place of those it had. */
  annotate(doc: Doc, trees: Omit<DocTrees, 'lemmas'>): DocTrees {
    const strings = new StringTable(trees.strings);
    const lemmas = new Int32Array(doc.length);
    for (let token = 0; token < doc.length; token++) {
      const feats = trees.strings[trees.feats[token]!] ?? '';
      lemmas[token] = strings.code(this.lemma(doc.form(token), trees.upos[token]!, feats));
    }
    return { ...trees, lemmas, strings: strings.list };
  }

  #seedsFor(upos: number, feats: string): KeySeeds {
    const name = `${upos} ${feats}`;
    const known = this.#seeds.get(name);
    if (known !== undefined) return known;
    const seeds = seedsOf(upos, feats, this.#model.features);
    this.#seeds.set(name, seeds);
    return seeds;
  }

  #lemma(form: string, seeds: KeySeeds): string {
    const count = fillKeys(this.#keys, form, form.toLowerCase(), seeds);
    for (let level = count - 1; level >= 0; level--) {
      const script = find(this.#model, this.#keys[level]!);
      if (script < 0) continue;
      const lemma = applyScript(this.#model.scripts[script]!, form);
      if (lemma !== undefined && lemma !== '') return lemma;
    }
    return form.toLowerCase();
  }
}
