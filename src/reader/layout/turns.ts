import type { BlockKind } from '../setting.ts';
import { type LayoutCues, showsCue } from './cues.ts';

const DASH = /^[–—-]\s?(?=\S)/u;

/** Whether a paragraph opens with the dash of a speaker's turn. */
export function isTurn(line: string): boolean {
  return DASH.test(line) && !/^--/u.test(line);
}

/**
 * The paragraphs in which an interviewer speaks. Turns are marked by “Q:” and “A:”, or by dashes; between dashes questions and
 * answers alternate, and a short turn with a question mark sets the count right again.
 */
export function questionsOf(
  lines: readonly string[],
  kinds: readonly (BlockKind | undefined)[],
  cues: LayoutCues,
): ReadonlySet<number> {
  const open = lines.flatMap((line, at) => (kinds[at] === undefined ? [{ line, at }] : []));
  const marked = open.filter(({ line }) => showsCue(line.toLowerCase(), cues.question));
  if (marked.length > 0) return new Set(marked.map(({ at }) => at));
  const turns = open.filter(({ line }) => isTurn(line));
  return isDialogue(turns.map(({ line }) => line)) ? alternate(turns) : new Set();
}

/** Several turns, a good part of them short questions. */
function isDialogue(turns: readonly string[]): boolean {
  const questions = turns.filter(isQuestion).length;
  return turns.length >= 4 && questions >= 2 && questions * 4 >= turns.length;
}

function isQuestion(line: string): boolean {
  return line.endsWith('?');
}

function alternate(turns: readonly { line: string; at: number }[]): ReadonlySet<number> {
  const questions = new Set<number>();
  let asking = false;
  for (const { line, at } of turns) {
    asking = isQuestion(line) || !asking;
    if (asking) questions.add(at);
  }
  return questions;
}
