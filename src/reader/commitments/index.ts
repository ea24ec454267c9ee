export { type Derivation, findCommitments, type WithCommitments } from './commitments.ts';
