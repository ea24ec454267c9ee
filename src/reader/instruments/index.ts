export { findInstruments } from './instruments.ts';
