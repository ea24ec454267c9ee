export { read } from './read.ts';
export { READER_VERSION } from './version.ts';
