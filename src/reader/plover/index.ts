export { classifyRoot } from './classify.ts';
export type { Relation } from './features.ts';
export { ploverRecords } from './records.ts';
