import type { Language } from '../model/index.ts';
import { Doc } from './doc.ts';
import { lemmatizerFrom } from './lemmatizer/index.ts';
import { type ModelBytes, readModelBytes } from './model-bytes.ts';
import { annotatorFrom } from './parser/index.ts';
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

/**
 * The pipeline of a language. Its models are read, synchronously, at the first call, and kept.
 * Throws `bad-model` where they are missing or damaged.
 */
export function pipelineFor(language: Language): Pipeline {
  const known = pipelines.get(language);
  if (known !== undefined) return known;
  const pipeline = pipelineFrom(language, readModelBytes(language));
  pipelines.set(language, pipeline);
  return pipeline;
}

/** The tokens, sentences and trees of a text in a language. */
export function parse(text: string, language: Language): Doc {
  return pipelineFor(language).parse(text);
}

/** A pipeline of models at hand. */
export function pipelineFrom(language: Language, models: ModelBytes): Pipeline {
  const annotator = annotatorFrom(models.parser);
  const lemmatizer = lemmatizerFrom(models.lemmas);
  const annotate = (doc: Doc): Doc => new Doc(doc.tokens, lemmatizer.annotate(doc, annotator.annotate(doc)));
  return { language, annotate, parse: (text) => annotate(tokenize(text, language)) };
}
