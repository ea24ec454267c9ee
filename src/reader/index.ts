export { type CommitmentTrace, readWithTrace } from './explain.ts';
export { classifyRoot, ploverRecords, type Relation } from './plover/index.ts';
export { read } from './read.ts';
export { READER_VERSION } from './version.ts';
