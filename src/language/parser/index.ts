export { type Annotator, annotatorFrom } from './annotator.ts';
