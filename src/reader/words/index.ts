export { type Atom, atomsOf, keyOf } from './atoms.ts';
export { PhraseTable } from './phrase-table.ts';
