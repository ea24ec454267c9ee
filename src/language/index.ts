export { fromConllu } from './conllu/from-conllu.ts';
export { type ConlluSentence, readSentences } from './conllu/sentences.ts';
export { toConllu } from './conllu/to-conllu.ts';
export * from './doc.ts';
export { identifyLanguage } from './identify.ts';
export { parse, pipelineFor } from './pipeline.ts';
export { ParsePool } from './pool.ts';
export { tokenize } from './tokenize.ts';
