export { type CommitmentTrace, readWithTrace } from './explain.ts';
export { classifyRoot, type PloverRecord, ploverRecords, type Relation, type RootGuess } from './plover/index.ts';
export { read } from './read.ts';
export { READER_VERSION } from './version.ts';
