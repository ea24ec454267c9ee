import type { Doc } from '../../language/index.ts';
import { AREAS, type Area } from '../../model/index.ts';
import { atomsOf } from '../words/index.ts';
import { cuesOf } from './vocabulary.ts';

/** The areas (codebook, section 7) that the words from `first` to `last`, both within, speak of, in the codebook's order. */
export function areasOf(doc: Doc, first: number, last: number): Area[] {
  const atoms = atomsOf(doc, first, last + 1);
  const cues = cuesOf(doc.language);
  const firm = new Set<Area>();
  const faint = new Set<Area>();
  const wordAt = (index: number): string | undefined => atoms[index]?.key;
  for (let at = 0; at < atoms.length; ) {
    const cue = atoms[at]!.kind === 'word' ? cues.match(wordAt, at) : undefined;
    for (const area of cue?.value.firm ?? []) firm.add(area);
    for (const area of cue?.value.faint ?? []) faint.add(area);
    at += cue?.length ?? 1;
  }
  const found = firm.size > 0 ? firm : faint;
  if (found.size > 1 && found === faint) found.delete('politics');
  return AREAS.filter((area) => found.has(area));
}

/**
 * The areas of an undertaking or claim. Where its own words name none (“bring it to $2 billion”), those of the words before it in its
 * sentence, or else of the nearest earlier sentence that names any, down to the one of the token `from`: the head of its paragraph,
 * since a new paragraph is a new subject more often than not.
 */
export function areasInContext(doc: Doc, first: number, last: number, from: number): Area[] {
  const own = areasOf(doc, first, last);
  if (own.length > 0) return own;
  const sentence = doc.sentenceOf(first);
  const [start] = doc.sentenceRange(sentence);
  let found = areasOf(doc, start, last);
  for (let earlier = sentence - 1; found.length === 0 && earlier >= 0; earlier--) {
    const [begin, end] = doc.sentenceRange(earlier);
    if (begin < from) break;
    found = areasOf(doc, begin, end - 1);
  }
  return found;
}

/** Of the sentences that name an area, the share that must name one for the text to be about it. */
const THEME_SHARE = 0.5;
const themes = new WeakMap<Doc, readonly Area[]>();

/** The areas, but for politics, that at least half of the sentences with an area name; found once a document. */
function themeOf(doc: Doc): readonly Area[] {
  let theme = themes.get(doc);
  if (theme === undefined) {
    const bySentence = Array.from({ length: doc.sentenceCount }, (_, sentence) => {
      const [begin, end] = doc.sentenceRange(sentence);
      return areasOf(doc, begin, end - 1);
    }).filter((areas) => areas.length > 0);
    const isTheme = (area: Area): boolean =>
      area !== 'politics' &&
      bySentence.filter((areas) => areas.includes(area)).length >= THEME_SHARE * bySentence.length;
    theme = bySentence.length === 0 ? [] : AREAS.filter(isTheme);
    themes.set(doc, theme);
  }
  return theme;
}

/** As `areasInContext`; where the paragraph that begins at `paragraph` names no area up to there, those that the text is mostly about. */
export function areasInParagraph(doc: Doc, first: number, last: number, paragraph: number): readonly Area[] {
  const found = areasInContext(doc, first, last, paragraph);
  return found.length > 0 ? found : themeOf(doc);
}
