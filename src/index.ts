/**
 * Readout as a library: read a text without storing anything, or open a register and work with it.
 *
 * @example
 * import { readText } from 'readout';
 * const { reading } = readText('Talks held…', { publishedAt: '2021-03-02' });
 *
 * @module
 */
export * from './desk/index.ts';
export * from './model/index.ts';
