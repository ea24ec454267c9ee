import type { PloverRoot } from '../../model/index.ts';
import CUES from './cues.json' with { type: 'json' };

/** A wording that speaks for a root code: `call* (on|for)`, where `*` stands for any ending and ` * ` for any one word. */
export interface Cue {
  readonly root: PloverRoot;
  /** `YIELD:12`, its place in the table. */
  readonly id: string;
  /** Matches from its `lastIndex` on, whole words only. */
  readonly pattern: RegExp;
}

/** Cues by their first two letters, which are always plain letters. */
const cuesByStart: ReadonlyMap<string, readonly Cue[]> = indexCues();

function indexCues(): Map<string, Cue[]> {
  const index = new Map<string, Cue[]>();
  for (const [root, wordings] of Object.entries(CUES) as [PloverRoot, string[]][]) {
    wordings.forEach((wording, at) => {
      const start = wording.slice(0, 2);
      const cue = { root, id: `${root}:${at}`, pattern: patternOf(wording) };
      index.set(start, [...(index.get(start) ?? []), cue]);
    });
  }
  return index;
}

function patternOf(wording: string): RegExp {
  const source = wording.replaceAll(' * ', ' \\S+ ').replaceAll('*', "[a-z']*");
  return new RegExp(`(?:${source})(?!\\S)`, 'y');
}

/** The cues that stand at an offset of a text of lower-case words set apart by single spaces. */
export function cuesAt(text: string, offset: number): Cue[] {
  return (cuesByStart.get(text.slice(offset, offset + 2)) ?? []).filter(({ pattern }) => {
    pattern.lastIndex = offset;
    return pattern.test(text);
  });
}
