import type { Language } from '../../model/index.ts';
import en from '../languages/en/layout.json' with { type: 'json' };
import kk from '../languages/kk/layout.json' with { type: 'json' };
import ky from '../languages/ky/layout.json' with { type: 'json' };
import ru from '../languages/ru/layout.json' with { type: 'json' };

/** Phrases, lower-cased, that give a kind of line away: by its first words, its last ones, or anywhere in it. */
export interface LineCues {
  readonly begins: readonly string[];
  readonly ends?: readonly string[];
  readonly contains?: readonly string[];
}

/** What a language's `layout.json` holds. */
export interface LayoutCues {
  /** Regular expressions of the twelve months' names, in the forms that stand in dates. */
  readonly months: readonly string[];
  readonly ignored: LineCues;
  readonly related: LineCues;
  readonly caption: LineCues;
  readonly signature: LineCues;
  readonly annex: LineCues;
  readonly question: LineCues;
  readonly answer: LineCues;
  /** What a press service is called. */
  readonly pressService: readonly string[];
  /** Words before an agency's name in a dateline that are no part of it. */
  readonly correspondent: readonly string[];
}

const CUES: Readonly<Record<Language, LayoutCues>> = { en, ru, kk, ky };

/** The layout cues of a language. */
export function layoutCues(language: Language): LayoutCues {
  return CUES[language];
}

/** Whether a lower-cased line shows one of the cues; what begins it must end at a word's end. */
export function showsCue(line: string, { begins, ends = [], contains = [] }: LineCues): boolean {
  return (
    begins.some((cue) => line.startsWith(cue) && !(isLetter(cue.at(-1)) && isLetter(line[cue.length]))) ||
    ends.some((cue) => line.endsWith(cue)) ||
    contains.some((cue) => line.includes(cue))
  );
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /\p{L}/u.test(char);
}
