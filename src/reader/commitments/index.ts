export { findCommitments, type WithCommitments } from './commitments.ts';
