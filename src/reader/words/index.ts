export { type Atom, atomsOf, keyOf, keysOf } from './atoms.ts';
export { PhraseTable } from './phrase-table.ts';
