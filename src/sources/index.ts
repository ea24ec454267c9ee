export type { SourceItem } from './item.ts';
