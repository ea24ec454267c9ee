export { read } from './read.ts';
export { READER_VERSION } from './version.ts';
export { classifyRoot, type PloverRecord, ploverRecords, type Relation, type RootGuess } from './plover/index.ts';
