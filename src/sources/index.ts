export type { SourceItem } from './item.ts';
export { documentsOfPaths } from './paths.ts';
export { documentsOfStream } from './standard-input.ts';
