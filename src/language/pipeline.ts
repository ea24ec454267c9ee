import type { Language } from '../model/index.ts';
import { Doc, type DocTrees } from './doc.ts';
import { tokenize } from './tokenize.ts';

/** The stages of one language behind one another: tokens and sentences, tags, trees, lemmas. */
export interface Pipeline {
  readonly language: Language;
  /** The tokens, sentences and trees of a text. */
  parse(text: string): Doc;
  /** The same document with trees; its tokens and sentences stay as they are. */
  annotate(doc: Doc): Doc;
}

const pipelines = new Map<Language, Pipeline>();

/** The pipeline of a language. Its models are loaded at the first call, synchronously, and kept. */
export function pipelineFor(language: Language): Pipeline {
  const known = pipelines.get(language);
  if (known !== undefined) return known;
  const annotate = (doc: Doc): Doc => new Doc(doc.tokens, untrained(doc));
  const pipeline: Pipeline = { language, annotate, parse: (text) => annotate(tokenize(text, language)) };
  pipelines.set(language, pipeline);
  return pipeline;
}

/** Trees without knowledge: every token hangs on the first of its sentence. */
function untrained(doc: Doc): DocTrees {
  const heads = new Int32Array(doc.length);
  const deprels = new Int32Array(doc.length);
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const [first, end] = doc.sentenceRange(sentence);
    heads.fill(first, first, end);
    deprels[first] = 1;
  }
  return {
    upos: new Uint8Array(doc.length),
    feats: new Int32Array(doc.length).fill(-1),
    lemmas: new Int32Array(doc.length).fill(-1),
    heads,
    deprels,
    strings: ['dep', 'root'],
  };
}
