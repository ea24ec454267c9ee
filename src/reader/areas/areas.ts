import type { Doc } from '../../language/index.ts';
import { AREAS, type Area } from '../../model/index.ts';
import type { Block } from '../setting.ts';
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

/** A document as its areas are sought: its words, and which of them are headlines. */
export interface Laid {
  readonly doc: Doc;
  readonly blocks: readonly Block[];
}

/** Of the sentences that name an area, the share that must name one for the text to be about it. */
const THEME_SHARE = 0.5;
/** The same of an area that the headline names too. */
const TOPIC_SHARE = 0.45;

/** What a text is about, by its sentences and by its headline. */
interface Themes {
  /** The areas, but for politics, that at least half of the sentences with an area name. */
  readonly theme: readonly Area[];
  /** Those that the headline names and nearly half of the sentences speak of. */
  readonly topic: readonly Area[];
  readonly headline: readonly Area[];
}

const known = new WeakMap<Doc, Themes>();

/** Found once a document. */
function themesOf({ doc, blocks }: Laid): Themes {
  let themes = known.get(doc);
  if (themes === undefined) {
    const share = sharesOf(doc);
    const headlines = blocks.filter(({ kind }) => kind === 'headline');
    const headline = unique(headlines.flatMap(({ body, end }) => areasOf(doc, body, end - 1)));
    const about = (least: number) => AREAS.filter((area) => area !== 'politics' && share(area) >= least);
    themes = {
      theme: about(THEME_SHARE),
      topic: about(TOPIC_SHARE).filter((area) => headline.includes(area)),
      headline,
    };
    known.set(doc, themes);
  }
  return themes;
}

/** What share of the sentences that name any area names this one. */
function sharesOf(doc: Doc): (area: Area) => number {
  const counts = new Map<Area, number>();
  let named = 0;
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const [begin, end] = doc.sentenceRange(sentence);
    const areas = areasOf(doc, begin, end - 1);
    if (areas.length > 0) named++;
    for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return (area) => (counts.get(area) ?? 0) / Math.max(1, named);
}

function unique(areas: readonly Area[]): Area[] {
  return AREAS.filter((area) => areas.includes(area));
}

/**
 * As `areasInContext`, down to the token `from`. Of several areas taken from other words, those that the headline names too are meant;
 * where there are none, those that the text is mostly about.
 */
export function areasInText(laid: Laid, first: number, last: number, from: number): readonly Area[] {
  const own = areasOf(laid.doc, first, last);
  if (own.length > 0) return own;
  const { headline, theme } = themesOf(laid);
  const found = areasInContext(laid.doc, first, last, from);
  const meant = found.filter((area) => headline.includes(area));
  return meant.length > 0 ? meant : found.length > 0 ? found : theme;
}

/** As `areasInText`, and beside them what the whole text is about: a text on a power line speaks of energy when it speaks of its loan. */
export function areasOnTopic(laid: Laid, first: number, last: number, from: number): readonly Area[] {
  return unique([...areasInText(laid, first, last, from), ...themesOf(laid).topic]);
}
