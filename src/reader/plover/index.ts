export { classifyRoot, type RootGuess } from './classify.ts';
export type { Relation } from './features.ts';
export { type PloverRecord, ploverRecords } from './records.ts';
