export * from './doc.ts';
export { type Pipeline, pipelineFor } from './pipeline.ts';
export { tokenize } from './tokenize.ts';
