export { annotatorFrom } from './annotator.ts';
