export { type Clause, clauseOf, isGerund, isInfinitive, type Mood } from './clause.ts';
export { findPhrase, phraseAt } from './phrases.ts';
export { type Range, rangeOf, spanOf, trimmed, withoutCondition } from './ranges.ts';
export { Tree } from './tree.ts';
export { type ClauseWords, clauseWordsOf } from './words.ts';
