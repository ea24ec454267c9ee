export { findProgress, type WithProgress } from './progress.ts';
