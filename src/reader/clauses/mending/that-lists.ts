import { attach, type Draft } from '../draft.ts';
import type { MendingWords } from './mending-words.ts';

/** “They directed that A do B; *that C do D*; and *that E be F*”: each clause of the list hangs on the verb that governs the first. */
export function mendThatList(draft: Draft, words: MendingWords, first: number, end: number): void {
  let governor = -1;
  for (let token = first; token < end; token++) {
    const clause = clauseOpenedAt(draft, words, token);
    if (clause === undefined) continue;
    const head = draft.heads[clause]!;
    if (governor >= 0 && isContinuation(draft, token)) attach(draft, clause, governor, 'ccomp');
    else if (draft.relations[clause] === 'ccomp' && head >= first && head < token) governor = head;
  }
}

/** The predicate that a conjunction of content introduces. */
function clauseOpenedAt({ heads, relations, forms }: Draft, { that }: MendingWords, token: number): number | undefined {
  if (relations[token] !== 'mark' || !that.has(forms[token]!)) return undefined;
  const clause = heads[token]!;
  return clause > token ? clause : undefined;
}

/** Behind a semicolon, with or without “and”. */
function isContinuation({ forms, relations }: Draft, token: number): boolean {
  return forms[token - 1] === ';' || (relations[token - 1] === 'cc' && forms[token - 2] === ';');
}
