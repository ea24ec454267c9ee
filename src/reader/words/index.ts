export { type Atom, atomsOf, keyOf, keysOf } from './atoms.ts';
export { perLanguage } from './per-language.ts';
export { PhraseTable } from './phrase-table.ts';
